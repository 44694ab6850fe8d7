package org.zhenjie.scenarios.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhenjie.planner.allocation.Rule;
import org.zhenjie.planner.allocation.Score;
import org.zhenjie.scenarios.explain.Deadlock;
import org.zhenjie.scenarios.explain.Explainer;
import org.zhenjie.scenarios.explain.Explainer.Cost;
import org.zhenjie.scenarios.plan.PlannedScenario;
import org.zhenjie.scenarios.study.Study;

/** Explanations as tables. */
final class ExplainText {
    private static final int MOST_OPTIONS = 12;
    private static final int MOST_FORBIDDEN = 6;
    private static final int MOST_OF_RULE = 8;
    private static final int MOST_LEAST = 20;

    private final Call call;
    private final CliTexts texts;
    private final Figures figures;

    ExplainText(Call call) {
        this.call = call;
        this.texts = call.texts();
        this.figures = new Figures(call.locale());
    }

    void title(PlannedScenario planned) {
        call.print(texts.get("plan.title", planned.scenario().title().in(call.locale()), planned.name()));
    }

    void town(Explainer explainer, String code, Optional<String> platform, int by) {
        call.print(explainer.stateOfTown(code));
        explainer.dutiesOf(code).forEach(call::print);
        explainer.outsideOf(code).forEach(call::print);
        call.print("");
        costs(explainer.costsOfTown(code));
        if (by != 0) {
            whatIf(by, explainer.regrantTown(code, platform, by));
        }
    }

    void pool(Explainer explainer, String pool, int by) {
        call.print(explainer.stateOf(pool));
        call.print("");
        costs(explainer.costsOfDecision(pool));
        if (by != 0) {
            whatIf(by, explainer.regrantPool(pool, by));
        }
    }

    void block(Explainer explainer, String block) {
        call.print(explainer.placeOf(block));
        call.print("");
        costs(explainer.costsOfDecision(block));
        call.print("");
        call.print(texts.get("explain.others"));
        options(explainer.sendElsewhere(block));
    }

    void whole(Explainer explainer, PlannedScenario planned) {
        call.print("");
        costs(explainer.costsByRule());
        call.print("");
        TextTable table = new TextTable(List.of(
                texts.get("explain.byTown"),
                texts.get("score.broken"),
                texts.get("score.shortfall"),
                texts.get("score.cost")));
        for (Study.Town town : planned.study().towns()) {
            table.row(sums(town.name().in(call.locale()), explainer.costsOfTown(town.code())));
        }
        table.row(sums(texts.get("explain.noTown"), explainer.costsOfNoTown()));
        Score score = planned.score().score();
        table.row(
                texts.get("explain.total"),
                figures.whole(-score.hard()),
                figures.whole(-score.medium()),
                figures.whole(-score.soft()));
        table.lines().forEach(call::print);
    }

    /** Which rules cannot hold together, as lines; of one that is asked of many, some. */
    List<String> lines(Deadlock deadlock) {
        List<String> lines = new ArrayList<>();
        lines.add(texts.get("explain.conflict"));
        Map<Rule, List<Deadlock.Line>> byRule = deadlock.rules().stream()
                .collect(Collectors.groupingBy(Deadlock.Line::rule, TreeMap::new, Collectors.toList()));
        byRule.forEach((rule, all) -> {
            all.stream().limit(MOST_OF_RULE).forEach(one -> {
                lines.add(texts.get("explain.conflictRule", one.words()));
                lines.add(texts.get("explain.remedy", one.remedy()));
            });
            int left = all.size() - MOST_OF_RULE;
            if (left > 0) {
                lines.add(texts.get("explain.conflictRule", texts.get("explain.leftOfRule", left, rule)));
            }
        });
        if (deadlock.leastPosts() > 0) {
            lines.add(texts.get("explain.least", deadlock.leastPosts()));
            deadlock.least().stream()
                    .limit(MOST_LEAST)
                    .map(one -> texts.get("explain.conflictRule", one))
                    .forEach(lines::add);
            int left = deadlock.least().size() - MOST_LEAST;
            if (left > 0) {
                lines.add(texts.get("explain.conflictRule", texts.get("explain.left", left)));
            }
        }
        return lines;
    }

    private void costs(List<Cost> costs) {
        TextTable table = new TextTable(List.of(
                texts.get("explain.cost"),
                texts.get("explain.amount"),
                texts.get("explain.weight"),
                texts.get("score.cost")));
        for (Cost cost : costs) {
            table.row(
                    cost.rule() + " " + cost.words(),
                    figures.whole(cost.amount()),
                    figures.whole(cost.weight()),
                    figures.whole(cost.cost()));
        }
        if (costs.isEmpty()) {
            table.row(texts.get("explain.nothing"), "", "", "");
        }
        table.lines().forEach(call::print);
        call.print(texts.get(
                "explain.sum",
                sum(costs, Rule.Level.HARD),
                sum(costs, Rule.Level.MEDIUM),
                sum(costs, Rule.Level.SOFT)));
    }

    private List<String> sums(String name, List<Cost> costs) {
        return List.of(
                name,
                figures.whole(sum(costs, Rule.Level.HARD)),
                figures.whole(sum(costs, Rule.Level.MEDIUM)),
                figures.whole(sum(costs, Rule.Level.SOFT)));
    }

    private static long sum(List<Cost> costs, Rule.Level level) {
        return costs.stream()
                .filter(cost -> cost.rule().level() == level)
                .mapToLong(Cost::cost)
                .sum();
    }

    private void whatIf(int by, List<Explainer.Option> options) {
        call.print("");
        call.print(texts.get(by > 0 ? "explain.more" : "explain.fewer", Math.abs(by)));
        options(options);
    }

    /** A column for each rule that makes a difference; what is forbidden comes below with its reasons. */
    private void options(List<Explainer.Option> options) {
        List<Explainer.Option> allowed =
                options.stream().filter(Explainer.Option::isAllowed).toList();
        List<Explainer.Option> shown = allowed.stream().limit(MOST_OPTIONS).toList();
        List<Rule> rules = Arrays.stream(Rule.values())
                .filter(rule ->
                        shown.stream().anyMatch(option -> option.byRule().containsKey(rule)))
                .filter(rule -> rule != Rule.M1)
                .toList();
        TextTable table = new TextTable(Stream.concat(
                        Stream.of(texts.get("explain.change"), texts.get("score.shortfall"), texts.get("score.cost")),
                        rules.stream().map(Rule::name))
                .toList());
        for (Explainer.Option option : shown) {
            table.row(Stream.concat(
                            Stream.of(option.words(), signed(option.shortfall()), signed(option.cost())),
                            rules.stream().map(rule -> signed(option.byRule().getOrDefault(rule, 0L))))
                    .toList());
        }
        if (!shown.isEmpty()) {
            table.lines().forEach(call::print);
        }
        left(allowed.size() - shown.size());
        forbidden(options.stream().filter(option -> !option.isAllowed()).toList());
    }

    private void forbidden(List<Explainer.Option> options) {
        if (options.isEmpty()) {
            return;
        }
        call.print("");
        call.print(texts.get("explain.forbidden"));
        options.stream().limit(MOST_FORBIDDEN).forEach(option -> {
            String by = String.join(texts.get("list.separator"), option.forbidden());
            call.print("  " + texts.get("explain.forbiddenBy", option.words(), by));
        });
        left(options.size() - MOST_FORBIDDEN);
    }

    private void left(int number) {
        if (number > 0) {
            call.print("  " + texts.get("explain.left", number));
        }
    }

    private String signed(long number) {
        return number > 0 ? "+" + figures.whole(number) : figures.whole(number);
    }
}
