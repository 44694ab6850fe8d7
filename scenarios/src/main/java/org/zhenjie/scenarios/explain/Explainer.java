package org.zhenjie.scenarios.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.AllocationProblem.Place;
import org.zhenjie.planner.allocation.OutsideStaff;
import org.zhenjie.planner.allocation.PlanScore.RuleCost;
import org.zhenjie.planner.allocation.Rule;
import org.zhenjie.planner.explain.Change;
import org.zhenjie.planner.explain.Difference;
import org.zhenjie.planner.explain.WhatIf;
import org.zhenjie.scenarios.export.RuleTexts;
import org.zhenjie.scenarios.plan.OutsideAccount;
import org.zhenjie.scenarios.plan.PlannedScenario;
import org.zhenjie.scenarios.study.Duties;
import org.zhenjie.scenarios.study.Name;
import org.zhenjie.scenarios.study.Study;

/** Answers to 'why?' and 'what if?' about one plan, in one language. */
public final class Explainer {
    private final PlannedScenario planned;
    private final ExplainTexts texts;
    private final StudyNames names;
    private final WhatIf whatIf;

    public Explainer(PlannedScenario planned, Locale locale) {
        this.planned = planned;
        this.texts = new ExplainTexts(locale);
        this.names = new StudyNames(planned.study(), texts);
        this.whatIf = WhatIf.of(planned.problem(), planned.plan());
    }

    /**
     * One cost.
     *
     * @param rule the rule that counts
     * @param words what is charged
     * @param amount posts, people, post-metres or squared ratio times 10^6
     * @param weight what one of them costs
     */
    public record Cost(Rule rule, String words, long amount, long weight) {
        /** Amount times weight. */
        public long cost() {
            return amount * weight;
        }
    }

    /**
     * A change and what it would do to the score.
     *
     * @param words the change
     * @param broken posts by which hard rules are broken more; below 0 for less, as all figures here
     * @param shortfall posts short of need more
     * @param cost soft cost more
     * @param byRule cost more by rule
     * @param forbidden the hard rules that forbid it, each with what it is about and the amount; empty where it is allowed
     */
    public record Option(
            String words, long broken, long shortfall, long cost, Map<Rule, Long> byRule, List<String> forbidden) {
        /** Whether no hard rule forbids it. */
        public boolean isAllowed() {
            return forbidden.isEmpty();
        }
    }

    /**
     * What a pool grants a town.
     *
     * @param pool its id
     * @param posts over all platforms
     * @param pinned whether a pin or ban of the scenario speaks of it
     * @param size posts of the pool, its reserve among them
     */
    public record Share(String pool, Name name, int posts, boolean pinned, int size) {}

    /** What the plan costs in a town. */
    public List<Cost> costsOfTown(String code) {
        OptionalInt town = OptionalInt.of(town(code));
        return costs(cost -> cost.town().equals(town));
    }

    /** What the plan costs on a pool, department or block, wherever that falls. */
    public List<Cost> costsOfDecision(String id) {
        return costs(cost -> cost.decision().equals(Optional.of(id)));
    }

    /** What the whole plan costs, summed up by rule. */
    public List<Cost> costsByRule() {
        return java.util.Arrays.stream(Rule.values())
                .flatMap(rule -> planned.score().costs().stream()
                        .filter(cost -> cost.rule() == rule)
                        .map(cost -> new Cost(rule, RuleTexts.of(rule, texts.locale()), cost.amount(), cost.weight()))
                        .reduce((a, b) -> new Cost(rule, a.words(), a.amount() + b.amount(), a.weight()))
                        .stream())
                .toList();
    }

    /** What falls in no town: pools, departments, counties, and people who stay. */
    public List<Cost> costsOfNoTown() {
        return costs(cost -> cost.town().isEmpty());
    }

    private List<Cost> costs(Predicate<RuleCost> which) {
        return planned.score().costs().stream()
                .filter(which)
                .map(cost -> new Cost(cost.rule(), words(cost), cost.amount(), cost.weight()))
                .toList();
    }

    /**
     * The ways to give a town more posts or fewer, the best first.
     *
     * @param platform id of the only platform that is asked about
     */
    public List<Option> regrantTown(String code, Optional<String> platform, int by) {
        OptionalInt position = platform.map(id -> OptionalInt.of(IntStream.range(
                                0, planned.study().platforms().size())
                        .filter(i -> planned.study().platforms().get(i).id().equals(id))
                        .findFirst()
                        .orElseThrow()))
                .orElse(OptionalInt.empty());
        return options(whatIf.regrant(town(code), position, by));
    }

    /** What each town would make of posts more or fewer of a pool, the best first. */
    public List<Option> regrantPool(String pool, int by) {
        return options(whatIf.regrant(pool, by));
    }

    /** The other decisions on a block, the best first. */
    public List<Option> sendElsewhere(String block) {
        return options(whatIf.send(block));
    }

    /** Where the plan has a block, in words. */
    public String placeOf(String block) {
        return planned.plan().postings().stream()
                .filter(posting -> posting.block().equals(block))
                .findFirst()
                .map(posting -> texts.get(
                        "block.goes", names.of(block), names.town(posting.town()), names.platform(posting.platform())))
                .orElseGet(() -> texts.get("block.stays", names.of(block)));
    }

    /** Posts that a pool may grant and has not, in words. */
    public String stateOf(String pool) {
        AllocationProblem.Pool one = planned.problem().pools().stream()
                .filter(other -> other.id().equals(pool))
                .findFirst()
                .orElseThrow();
        int left = whatIf.left(one);
        return texts.get(
                "pool.state", names.of(pool), one.size(), one.size() - one.usable(), one.usable() - left, left);
    }

    /** Staffing of a town, in words. */
    public String stateOfTown(String code) {
        int town = town(code);
        int level = planned.score().level(town);
        int need = planned.problem().towns().get(town).totalNeed();
        AllocationProblem.Ratio common = planned.problem().ratio();
        return texts.get(
                need == 0 ? "town.noNeed" : "town.state",
                names.town(town),
                level,
                need,
                need == 0 ? 0 : (double) level / need,
                common.need() == 0 ? 0 : (double) common.supply() / common.need());
    }

    /** Staff outside establishment of a town, and each limit that they count within, in words; empty where it has none. */
    public List<String> outsideOf(String code) {
        int town = town(code);
        List<String> lines = new ArrayList<>();
        planned.study().terms().outside().stream()
                .filter(one -> one.town().equals(code))
                .forEach(one -> {
                    int kept = OutsideStaff.of(planned.problem()).kept(town);
                    lines.add(texts.get(
                            one.open() ? "outside.open" : "outside.all",
                            one.people(),
                            kept,
                            one.cost(kept),
                            one.services()));
                    OutsideAccount.of(planned).lines().stream()
                            .filter(line -> line.towns().contains(town))
                            .forEach(line -> lines.add(limit(line)));
                });
        return lines;
    }

    /** The duties that a town holds, with their workload and the need that follows from it, in words; empty where it holds none. */
    public List<String> dutiesOf(String code) {
        Duties duties = planned.study().terms().duties();
        List<String> lines = new ArrayList<>();
        duties.postsByHolder()
                .getOrDefault(code, Map.of())
                .forEach((platform, posts) -> lines.add(texts.get("duties.need", names.of(platform), posts)));
        duties.holdings().stream()
                .filter(one -> one.holder().equals(code))
                .forEach(one -> lines.add(texts.get(
                        "duties.held",
                        duties.duty(one.duty()).orElseThrow().name().in(texts.locale()),
                        one.share(),
                        duties.hours(one))));
        return lines;
    }

    private String limit(OutsideAccount.Line line) {
        return texts.get(
                "outside.limit",
                names.of(line.unit()),
                line.people(),
                most(line.mostPeople()),
                line.cost(),
                most(line.budget()));
    }

    private String most(OptionalLong limit) {
        return limit.isPresent() ? texts.get("outside.most", limit.getAsLong()) : texts.get("outside.noLimit");
    }

    /** What each pool that may serve a town grants it. */
    public List<Share> sharesOf(String code) {
        int town = town(code);
        return planned.problem().pools().stream()
                .filter(pool -> pool.serves().contains(town))
                .map(pool -> new Share(
                        pool.id(),
                        planned.study().pool(pool.id()).orElseThrow().name(),
                        planned.plan().grants().stream()
                                .filter(grant -> grant.pool().equals(pool.id()) && grant.town() == town)
                                .mapToInt(AllocationPlan.Grant::posts)
                                .sum(),
                        planned.problem().grantLimits().stream()
                                .anyMatch(pin -> pin.pool().equals(pool.id()) && pin.town() == town),
                        pool.size()))
                .toList();
    }

    private int town(String code) {
        List<Study.Town> towns = planned.study().towns();
        return IntStream.range(0, towns.size())
                .filter(i -> towns.get(i).code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no town " + code));
    }

    private List<Option> options(List<WhatIf.Option> all) {
        return all.stream().map(this::option).toList();
    }

    private Option option(WhatIf.Option option) {
        Difference difference = option.difference();
        return new Option(
                words(option.change()),
                difference.more(Rule.Level.HARD),
                difference.more(Rule.Level.MEDIUM),
                difference.more(Rule.Level.SOFT),
                difference.byRule(),
                difference.forbidding().stream().map(this::words).toList());
    }

    private String words(RuleCost cost) {
        String subject = cost.decision().map(id -> names.of(cost.rule(), id)).orElse("");
        double km = cost.amount() / 1000.0;
        return texts.find("cost." + cost.rule(), subject, cost.amount(), km)
                .orElseGet(() -> texts.get("cost.other", RuleTexts.of(cost.rule(), texts.locale()), subject));
    }

    private String words(Difference.Part part) {
        String subject = part.decision().map(id -> names.of(part.rule(), id)).orElse("");
        String place = part.town().isPresent() ? names.town(part.town().getAsInt()) : "";
        String both = place.isEmpty() || subject.isEmpty() ? place + subject : texts.get("place", place, subject);
        return texts.get("forbids", part.rule(), RuleTexts.of(part.rule(), texts.locale()), both, part.more());
    }

    private String words(Change change) {
        if (change instanceof Change.Send send) {
            return send.to()
                    .map(place -> texts.get("change.send", names.town(place.town()), names.platform(place.platform())))
                    .orElseGet(() -> texts.get("change.stay"));
        }
        return words((Change.Regrant) change);
    }

    private String words(Change.Regrant change) {
        String pool = names.of(change.pool());
        Optional<Integer> gives = change.byTown().entrySet().stream()
                .filter(entry -> entry.getValue() < 0)
                .map(Map.Entry::getKey)
                .findFirst();
        Optional<Integer> gets = change.byTown().entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(Map.Entry::getKey)
                .findFirst();
        String posts = change.by().entrySet().stream()
                .filter(entry -> gets.isPresent() ? entry.getValue() > 0 : entry.getValue() < 0)
                .map(entry -> posts(entry.getKey(), Math.abs(entry.getValue())))
                .collect(Collectors.joining(texts.get("and")));
        if (gives.isPresent() && gets.isPresent()) {
            return texts.get("change.shift", pool, names.town(gives.get()), names.town(gets.get()), posts);
        }
        return gets.isPresent()
                ? texts.get("change.more", pool, names.town(gets.get()), posts)
                : texts.get("change.fewer", pool, names.town(gives.orElseThrow()), posts);
    }

    private String posts(Place place, int number) {
        return texts.get("posts", number, names.platform(place.platform()));
    }
}
