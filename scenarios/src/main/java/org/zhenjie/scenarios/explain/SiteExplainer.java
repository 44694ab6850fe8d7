package org.zhenjie.scenarios.explain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.zhenjie.planner.consolidation.ConsolidationPlan;
import org.zhenjie.planner.consolidation.ConsolidationPlan.Account;
import org.zhenjie.planner.consolidation.ConsolidationProblem;
import org.zhenjie.scenarios.export.RuleTexts;
import org.zhenjie.scenarios.reform.Consolidated;
import org.zhenjie.scenarios.reform.SiteRule;
import org.zhenjie.scenarios.study.Study.Institution;

/**
 * Answers to 'why does this unit stay, why does that one merge into this host, what if another stayed?' about one consolidation, in
 * one language. Each answer is the difference between two plans that are both added up from scratch; nothing is searched.
 */
public final class SiteExplainer {
    /** Units whose part of a difference is told one by one. */
    private static final int MOST_PARTS = 5;

    private final Consolidated consolidated;
    private final ConsolidationProblem problem;
    private final ConsolidationPlan plan;
    private final Account account;
    private final ExplainTexts texts;

    public SiteExplainer(Consolidated consolidated, Locale locale) {
        this.consolidated = consolidated;
        this.problem = consolidated.chosenProblem();
        this.plan = consolidated.plan();
        this.account = plan.account(problem);
        this.texts = new ExplainTexts(locale);
    }

    /**
     * Another plan.
     *
     * @param words what is otherwise
     * @param cost what it costs more, in load times km or load times unlikeness; below 0 for less
     * @param parts whose way is another and what that costs more, the most first; they add up to the cost
     * @param forbidden the hard rules that forbid it, each with the amount; empty where it is allowed
     */
    public record Option(String words, BigDecimal cost, List<Part> parts, List<String> forbidden) {
        public Option {
            parts = List.copyOf(parts);
            forbidden = List.copyOf(forbidden);
        }

        /** Whether every hard rule is kept that the plan keeps. */
        public boolean isAllowed() {
            return forbidden.isEmpty();
        }
    }

    /** A part of a difference: of one unit, or of several that are not told one by one. */
    public record Part(String words, BigDecimal cost) {}

    /** Where a unit is in the plan and what that costs, in words. */
    public String stateOf(String id) {
        int site = site(id);
        int host = host(site);
        String all = plain(account.cost());
        if (host == site) {
            long hosted = IntStream.range(0, problem.size())
                    .filter(other -> host(other) == site)
                    .mapToLong(problem::load)
                    .sum();
            long guests = IntStream.range(0, problem.size())
                    .filter(other -> host(other) == site)
                    .count();
            return texts.get("site.stays", name(site), guests - 1, String.valueOf(hosted), all, unit());
        }
        return texts.get(
                "site.merges",
                name(site),
                name(host),
                distance(site, host),
                String.valueOf(problem.load(site)),
                plain(cost(site, host)),
                all,
                unit());
    }

    /** What a unit that merges would cost with each of the other hosts, the nearest first; empty for one that stays. */
    public List<Option> otherHosts(String id) {
        int site = site(id);
        return host(site) == site
                ? List.of()
                : sorted(plan.kept().stream()
                        .filter(host -> host != host(site))
                        .map(host -> option(texts.get("site.intoHost", name(host)), moved(site, host), 0))
                        .toList());
    }

    /** What it would cost if one unit more stayed: this one, or for a unit that stays each of the others. */
    public List<Option> oneMore(String id) {
        int site = site(id);
        List<Integer> more = host(site) == site ? merged() : List.of(site);
        return sorted(more.stream()
                .map(one -> option(texts.get("site.more", name(one)), kept(one, -1), 1))
                .toList());
    }

    /** What it would cost if this unit stayed instead of another one, or another one instead of it. */
    public List<Option> another(String id) {
        int site = site(id);
        boolean stays = host(site) == site;
        List<Integer> others = stays ? merged() : plan.kept();
        return sorted(others.stream()
                .map(other -> stays
                        ? option(texts.get("site.instead", name(other), name(site)), kept(other, site), 0)
                        : option(texts.get("site.instead", name(site), name(other)), kept(site, other), 0))
                .toList());
    }

    /** What it would cost if a unit that stays merged too; empty for one that merges, and where it is the only one. */
    public List<Option> oneFewer(String id) {
        int site = site(id);
        return host(site) == site && plan.kept().size() > 1
                ? List.of(option(texts.get("site.fewer", name(site)), kept(-1, site), -1))
                : List.of();
    }

    private List<Integer> merged() {
        return IntStream.range(0, problem.size())
                .filter(one -> host(one) != one)
                .boxed()
                .toList();
    }

    private static List<Option> sorted(List<Option> options) {
        return options.stream()
                .sorted(Comparator.comparing((Option option) -> !option.isAllowed())
                        .thenComparing(Option::cost))
                .toList();
    }

    private ConsolidationPlan moved(int site, int host) {
        List<Integer> hosts = new ArrayList<>(plan.hosts());
        hosts.set(site, host);
        return new ConsolidationPlan(hosts);
    }

    /**
     * The plan with one unit more, or one less, or both. Whose host is gone goes, the greatest load first, to the nearest that has
     * room; whoever is nearer to the new one goes there while it has room, who gains most first.
     *
     * @param opens the unit more; -1 = none
     * @param closes the unit less; -1 = none
     */
    private ConsolidationPlan kept(int opens, int closes) {
        TreeSet<Integer> open = new TreeSet<>(plan.kept());
        open.remove(closes);
        int[] hosts = plan.hosts().stream().mapToInt(Integer::intValue).toArray();
        if (opens >= 0) {
            open.add(opens);
            hosts[opens] = opens;
        }
        long[] room = new long[problem.size()];
        open.forEach(host -> room[host] = problem.sites().get(host).capacity());
        IntStream.range(0, hosts.length)
                .filter(site -> hosts[site] != closes)
                .forEach(site -> room[hosts[site]] -= problem.load(site));
        IntStream.range(0, hosts.length)
                .filter(site -> hosts[site] == closes)
                .boxed()
                .sorted(Comparator.comparingLong(problem::load).reversed())
                .forEach(site -> settle(site, nearest(site, open, room), hosts, room));
        if (opens >= 0) {
            IntStream.range(0, hosts.length)
                    .filter(site -> hosts[site] != site && cost(site, opens) < cost(site, hosts[site]))
                    .boxed()
                    .sorted(Comparator.comparingLong(site -> cost(site, opens) - cost(site, hosts[site])))
                    .filter(site -> room[opens] >= problem.load(site))
                    .forEach(site -> {
                        room[hosts[site]] += problem.load(site);
                        settle(site, opens, hosts, room);
                    });
        }
        return new ConsolidationPlan(IntStream.of(hosts).boxed().toList());
    }

    private void settle(int site, int host, int[] hosts, long[] room) {
        hosts[site] = host;
        room[host] -= problem.load(site);
    }

    /** The nearest that has room; where none has, the nearest. */
    private int nearest(int site, TreeSet<Integer> open, long[] room) {
        return open.stream()
                .min(Comparator.comparing((Integer host) -> room[host] < problem.load(site))
                        .thenComparing(host -> problem.distances()[site][host]))
                .orElseThrow();
    }

    private Option option(String words, ConsolidationPlan other, int keptMore) {
        Account then = other.account(problem.keeping(problem.keep() + keptMore));
        return new Option(words, consolidated.cost(then.cost() - account.cost()), parts(other), forbidden(then));
    }

    private List<Part> parts(ConsolidationPlan other) {
        record Moved(int site, long cost) {}
        List<Moved> all = IntStream.range(0, problem.size())
                .filter(site -> other.hosts().get(site) != host(site))
                .mapToObj(site -> new Moved(site, counted(site, other.hosts().get(site)) - counted(site, host(site))))
                .sorted(Comparator.comparingLong((Moved moved) -> -Math.abs(moved.cost())))
                .toList();
        int told = all.size() > MOST_PARTS + 1 ? MOST_PARTS : all.size();
        List<Part> parts = all.stream()
                .limit(told)
                .map(moved ->
                        new Part(way(moved.site(), other.hosts().get(moved.site())), consolidated.cost(moved.cost())))
                .collect(Collectors.toCollection(ArrayList::new));
        if (told < all.size()) {
            long rest = all.stream().skip(told).mapToLong(Moved::cost).sum();
            parts.add(new Part(texts.get("site.others", all.size() - told), consolidated.cost(rest)));
        }
        return parts;
    }

    private String way(int site, int host) {
        return site == host ? texts.get("site.on", name(site)) : texts.get("site.to", name(site), name(host));
    }

    /** What a plan breaks more than the one at hand. */
    private List<String> forbidden(Account then) {
        List<String> rules = new ArrayList<>();
        forbidden(rules, SiteRule.C1, then.closed() - account.closed());
        forbidden(rules, SiteRule.C2, then.overload() - account.overload());
        forbidden(rules, SiteRule.C3, then.uncovered() - account.uncovered());
        return rules;
    }

    private void forbidden(List<String> rules, SiteRule rule, long more) {
        if (more > 0) {
            rules.add(texts.get("site.forbids", rule, RuleTexts.of(rule, texts.locale()), String.valueOf(more)));
        }
    }

    private int site(String id) {
        return IntStream.range(0, problem.size())
                .filter(i -> consolidated.units().get(i).id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no unit " + id));
    }

    private int host(int site) {
        return plan.hosts().get(site);
    }

    /** Dearer than anything where the unit must not merge there. */
    private long cost(int site, int host) {
        long distance = problem.distances()[site][host];
        return distance >= ConsolidationProblem.CLOSED ? Long.MAX_VALUE / 2 : problem.weight(site) * distance;
    }

    /** As accounts count: a merge that is closed costs nothing, it breaks a rule. */
    private long counted(int site, int host) {
        return problem.distances()[site][host] >= ConsolidationProblem.CLOSED ? 0 : cost(site, host);
    }

    private String name(int site) {
        Institution unit = consolidated.units().get(site);
        return texts.get("site.name", unit.name().in(texts.locale()), unit.id());
    }

    private String distance(int site, int host) {
        String number = plain(problem.distances()[site][host]);
        return texts.get("site.distance." + consolidated.reform().by(), number);
    }

    private String unit() {
        return texts.get("site.unit." + consolidated.reform().by());
    }

    private String plain(long scaled) {
        return consolidated.cost(scaled).stripTrailingZeros().toPlainString();
    }
}
