package org.zhenjie.planner.exact;

import java.time.Duration;
import java.util.Optional;

/** Solves an {@link IntegerProgram} to proven optimality, as far as time goes. */
public interface ExactSolver {

    /** What the solver is called, with its version where that is known. */
    String name();

    /**
     * Solves a program.
     *
     * @param time most time
     * @param threads how many threads may search, at least 1; with 1 an answer that is proven is always the same
     * @throws IllegalArgumentException if numbers of the program are too large for the solver
     */
    ExactAnswer solve(IntegerProgram program, Duration time, int threads);

    /** The solver on the class path; empty where there is none or where it holds no program for this kind of machine. */
    static Optional<ExactSolver> find() {
        try {
            return Optional.of(new CpSat());
        } catch (LinkageError | RuntimeException e) {
            return Optional.empty();
        }
    }
}
