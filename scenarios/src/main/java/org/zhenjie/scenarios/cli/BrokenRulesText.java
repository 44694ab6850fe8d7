package org.zhenjie.scenarios.cli;

import java.util.List;
import org.zhenjie.planner.allocation.PlanScore.RuleCost;
import org.zhenjie.planner.allocation.Rule;
import org.zhenjie.scenarios.explain.Deadlock;
import org.zhenjie.scenarios.plan.PlannedScenario;

/** Which hard rules the best plan found still breaks, and where. */
final class BrokenRulesText {
    private static final int MOST = 20;

    private final Call call;

    BrokenRulesText(Call call) {
        this.call = call;
    }

    void tell(PlannedScenario planned) {
        boolean impossible = planned.result().impossible();
        call.notice(
                impossible ? "broken.impossible" : "broken.notFound",
                planned.scenario().title().in(call.locale()),
                planned.name());
        List<RuleCost> broken = planned.score().costs().stream()
                .filter(cost -> cost.rule().level() == Rule.Level.HARD)
                .toList();
        List<RuleCost> told = broken.stream().limit(MOST).toList();
        Deadlock.broken(planned.study(), planned.problem(), told, call.locale())
                .forEach(words -> call.notice("broken.rule", words));
        if (broken.size() > MOST) {
            call.notice("broken.more", broken.size() - MOST);
        }
        if (impossible) {
            Deadlock.of(planned.study(), planned.problem(), call.locale(), () -> false)
                    .ifPresent(deadlock -> new ExplainText(call)
                            .lines(deadlock)
                            .forEach(line -> call.terminal().err().println(line)));
        }
    }
}
