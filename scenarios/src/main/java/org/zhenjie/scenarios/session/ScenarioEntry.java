package org.zhenjie.scenarios.session;

import java.util.List;
import java.util.Optional;
import org.zhenjie.scenarios.study.Name;

/**
 * A line of the scenario list.
 *
 * @param id the scenario's file name without its ending; {@link #TODAY} for the study before any plan
 * @param reforms each in words
 * @param state whether its plan is there and fits
 * @param result its plan's price; empty without a plan
 */
public record ScenarioEntry(String id, Name name, List<Name> reforms, State state, Optional<Result> result) {
    public ScenarioEntry {
        reforms = List.copyOf(reforms);
    }

    /** The study as it is, before any plan: can be shown, not solved. */
    public static final String TODAY = "today";

    /** Whether a scenario has a plan that fits it. */
    public enum State {
        /** Nothing to solve. */
        TODAY,
        UNSOLVED,
        SOLVING,
        /** Its file cannot be used; solving or showing it says why. */
        BROKEN,
        /** The study or the scenario changed after the plan was made. */
        STALE,
        SOLVED
    }

    /** The same in another state. */
    public ScenarioEntry in(State newState) {
        return new ScenarioEntry(id, name, reforms, newState, result);
    }

    /** Whether this is the study before any plan. */
    public boolean isToday() {
        return id.equals(TODAY);
    }
}
