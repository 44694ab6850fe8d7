package org.zhenjie.scenarios.cli;

import java.util.List;
import org.zhenjie.planner.allocation.AllocationResult;
import org.zhenjie.planner.allocation.Score;
import org.zhenjie.planner.allocation.Yardstick;
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
            return texts.get("gap.short", result.avoidableShortfall());
        }
        if (result.gap().isPresent()) {
            return texts.get("gap.share", figures.share(result.gap()));
        }
        return result.aboveBound().isPresent()
                ? texts.get("gap.above", result.aboveBound().getAsLong())
                : texts.get("gap.none");
    }
}
