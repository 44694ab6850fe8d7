package org.zhenjie.planner.allocation;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How long to search. At least one limit is given; the search also ends when the bound is met.
 *
 * @param seed seed of the random numbers; the same problem, seed and step limit give the same plan
 * @param steps most local search steps
 * @param time most time of the whole solve
 */
public record SolveOptions(long seed, OptionalLong steps, Optional<Duration> time) {
    public SolveOptions {
        if (steps.isEmpty() && time.isEmpty()) {
            throw new IllegalArgumentException("a solve needs a step limit or a time limit");
        }
    }
}
