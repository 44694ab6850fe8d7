package org.zhenjie.planner.exact;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What an exact solver says of a program.
 *
 * @param outcome how far it came
 * @param best values of the variables of the best solution found, if one was found
 * @param value objective of it
 * @param bound no solution is below it, as proven so far; there is none where the program has no solution
 */
public record ExactAnswer(Outcome outcome, Optional<List<Long>> best, OptionalLong value, OptionalLong bound) {

    /** How far it came. */
    public enum Outcome {
        /** The best solution is proven to be a best one. */
        OPTIMAL,
        /** A solution was found, and the time was over before the proof. */
        FOUND,
        /** It is proven that there is no solution. */
        INFEASIBLE,
        /** The time was over before a solution was found. */
        UNKNOWN
    }

    public ExactAnswer {
        best = best.map(List::copyOf);
    }
}
