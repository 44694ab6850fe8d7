package org.zhenjie.scenarios.cli;

import org.zhenjie.scenarios.plan.PlannedScenario;

/** A search ended without a plan that keeps every hard rule; such a plan is neither kept nor shown as one. */
final class BrokenPlanException extends RuntimeException {
    private final transient PlannedScenario planned;

    BrokenPlanException(PlannedScenario planned) {
        super(planned.name() + " " + planned.result().score());
        this.planned = planned;
    }

    /** The best that was found. */
    PlannedScenario planned() {
        return planned;
    }
}
