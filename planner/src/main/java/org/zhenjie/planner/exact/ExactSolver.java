package org.zhenjie.planner.exact;

import java.time.Duration;
import java.util.Map;
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
    default ExactAnswer solve(IntegerProgram program, Duration time, int threads) {
        return solve(program, Map.of(), time, threads);
    }

    /**
     * Solves a program, setting out from values that are thought to be good.
     *
     * @param near values of variables, by position; they need not be all, nor keep the rows
     * @param time most time
     * @param threads how many threads may search, at least 1; with 1 an answer that is proven is always the same
     * @throws IllegalArgumentException if numbers of the program are too large for the solver
     */
    ExactAnswer solve(IntegerProgram program, Map<Integer, Long> near, Duration time, int threads);

    /** Ends a solve that goes on, and each later one, with what is known by then. */
    void stop();

    /** The solver on the class path; empty where there is none or where it holds no program for this kind of machine. */
    static Optional<ExactSolver> find() {
        try {
            return Optional.of(new CpSat());
        } catch (LinkageError | RuntimeException e) {
            return Optional.empty();
        }
    }
}
