package org.zhenjie.scenarios.cli;

import java.util.List;
import org.zhenjie.planner.allocation.AllocationResult;
import org.zhenjie.planner.allocation.Score;
import org.zhenjie.planner.allocation.Yardstick;
import org.zhenjie.scenarios.indicator.Indicator.OfUnits;
import org.zhenjie.scenarios.indicator.IndicatorTable;
import org.zhenjie.scenarios.plan.PlannedScenario;

/** One planned scenario: where the search started, where it ended, and how far that is from the best that can be. */
final class PlanText {
    private final Call call;
    private final CliTexts texts;
    private final Figures figures;

    PlanText(Call call) {
        this.call = call;
        this.texts = call.texts();
        this.figures = new Figures(call.locale());
    }

    void print(PlannedScenario planned) {
        AllocationResult result = planned.result();
        call.print(texts.get("plan.title", planned.scenario().title().in(call.locale()), planned.name()));
        TextTable table = new TextTable(
                List.of("", texts.get("score.broken"), texts.get("score.shortfall"), texts.get("score.cost")));
        table.row(score(texts.get("plan.start"), result.startScore()));
        table.row(score(texts.get("plan.end"), result.score()));
        result.yardstick().ifPresent(yardstick -> table.row(bound(yardstick)));
        table.lines().forEach(line -> call.print("  " + line));
        call.print("  " + gap(result));
        call.print("  "
                + texts.get(
                        "plan.search",
                        result.steps(),
                        planned.provenance().seed(),
                        texts.get("stoppedBy." + result.stoppedBy())));
        outside(planned);
    }

    private void outside(PlannedScenario planned) {
        if (planned.study().terms().outside().isEmpty()) {
            return;
        }
        IndicatorTable.Row city = IndicatorTable.of(planned).city();
        call.print("  "
                + texts.get(
                        "plan.outside",
                        whole(city, OfUnits.OUTSIDE),
                        whole(city, OfUnits.OUTSIDE_BEFORE),
                        whole(city, OfUnits.OUTSIDE_COST),
                        whole(city, OfUnits.OUTSIDE_COST_BEFORE)));
    }

    private String whole(IndicatorTable.Row row, OfUnits indicator) {
        return figures.whole(Math.round(row.value(indicator).orElse(0)));
    }

    private List<String> score(String name, Score score) {
        return List.of(
                name, figures.whole(-score.hard()), figures.whole(-score.medium()), figures.whole(-score.soft()));
    }

    private List<String> bound(Yardstick yardstick) {
        return List.of(
                texts.get("plan.bound"),
                figures.whole(0),
                figures.whole(yardstick.leastShortfall()),
                figures.whole(yardstick.lowerBound()));
    }

    /** The gap in words: a share, a difference where there is no share, or what the plan is short of. */
    private String gap(AllocationResult result) {
        if (result.avoidableShortfall() > 0) {
            return texts.get("gap.short", result.avoidableShortfall(), figures.share(result.shortfallGap()));
        }
        if (result.gap().isPresent()) {
            return texts.get("gap.share", figures.share(result.gap()));
        }
        return result.aboveBound().isPresent()
                ? texts.get("gap.above", result.aboveBound().getAsLong(), figures.share(result.shareOfHamilton()))
                : texts.get("gap.none");
    }
}
