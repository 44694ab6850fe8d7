package org.zhenjie.scenarios.cli;

import java.util.List;
import org.zhenjie.planner.allocation.PlanScore.RuleCost;
import org.zhenjie.planner.allocation.Rule;
import org.zhenjie.scenarios.explain.Deadlock;
import org.zhenjie.scenarios.export.RuleTexts;
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
        broken.stream().limit(MOST).forEach(cost -> tell(planned, cost));
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

    private void tell(PlannedScenario planned, RuleCost cost) {
        String rule = RuleTexts.of(cost.rule(), call.locale());
        String decision = cost.decision().orElse("");
        String town = cost.town().isPresent()
                ? planned.study().towns().get(cost.town().getAsInt()).name().in(call.locale())
                : "";
        String place = town.isEmpty() || decision.isEmpty() ? town + decision : town + ", " + decision;
        call.notice("broken.rule", cost.rule(), rule, place, cost.amount());
    }
}
