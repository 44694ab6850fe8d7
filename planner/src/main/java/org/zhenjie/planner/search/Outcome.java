package org.zhenjie.planner.search;

/** What a plan comes to, by plain accounting. */
public interface Outcome {
    /** What it costs. */
    long cost();

    /** Whether it keeps every hard rule. */
    boolean isFeasible();

    /** Whether no plan is known to be possible that is better. */
    default boolean meets(long bound) {
        return isFeasible() && WholeBound.isMet(cost(), bound);
    }
}
