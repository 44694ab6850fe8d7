package org.zhenjie.scenarios.plan;

import java.util.Optional;

/**
 * What a study folder holds of a scenario's plan.
 *
 * @param state whether there is a plan and whether it still fits
 * @param plan the plan where it is {@link State#CURRENT}
 */
public record StoredPlan(State state, Optional<PlannedScenario> plan) {
    /** Whether there is a plan and whether it still fits its inputs. */
    public enum State {
        /** It was made from the inputs as they are now. */
        CURRENT,
        /** The inputs, or the format of plans, have changed since. */
        STALE,
        /** There is none. */
        MISSING
    }
}
