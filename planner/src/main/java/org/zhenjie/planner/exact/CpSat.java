package org.zhenjie.planner.exact;

import com.google.ortools.Loader;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.zhenjie.planner.exact.ExactAnswer.Outcome;
import org.zhenjie.planner.exact.IntegerProgram.Term;

/** CP-SAT of OR-Tools: all of its arithmetic is in whole numbers, so that what it proves holds exactly. */
final class CpSat implements ExactSolver {

    private volatile Optional<CpSolver> running = Optional.empty();
    private volatile boolean stopped;

    /**
     * Loads the library.
     *
     * @throws LinkageError if it is not on the class path
     * @throws RuntimeException if it holds no program for this machine
     */
    CpSat() {
        Loader.loadNativeLibraries();
        new CpModel(); // fails where protocol buffers of another version come first on the class path
    }

    @Override
    public String name() {
        return "OR-Tools CP-SAT";
    }

    @Override
    public ExactAnswer solve(IntegerProgram program, Map<Integer, Long> near, Duration time, int threads) {
        CpModel model = new CpModel();
        IntVar[] variables = program.variables().stream()
                .map(one -> model.newIntVar(one.least(), one.most(), one.name()))
                .toArray(IntVar[]::new);
        program.rows().forEach(row -> model.addLinearConstraint(sum(row.sum(), variables), row.least(), row.most()));
        model.minimize(sum(program.objective(), variables));
        near.forEach((variable, value) -> model.addHint(variables[variable], value));
        CpSolver solver = new CpSolver();
        solver.getParameters()
                .setMaxTimeInSeconds(stopped ? 0 : time.toMillis() / 1e3)
                .setNumWorkers(threads);
        running = Optional.of(solver);
        CpSolverStatus status = solver.solve(model);
        running = Optional.empty();
        return switch (status) {
            case OPTIMAL, FEASIBLE -> answer(program, variables, solver, status);
            case INFEASIBLE ->
                new ExactAnswer(Outcome.INFEASIBLE, Optional.empty(), OptionalLong.empty(), OptionalLong.empty());
            case UNKNOWN ->
                new ExactAnswer(
                        Outcome.UNKNOWN, Optional.empty(), OptionalLong.empty(), OptionalLong.of(bound(solver)));
            default -> throw new IllegalArgumentException("refused by the exact solver: " + model.validate());
        };
    }

    @Override
    public void stop() {
        stopped = true;
        running.ifPresent(CpSolver::stopSearch);
    }

    private static ExactAnswer answer(
            IntegerProgram program, IntVar[] variables, CpSolver solver, CpSolverStatus status) {
        List<Long> best = Arrays.stream(variables).map(solver::value).toList();
        if (!program.allows(best)) {
            throw new IllegalStateException("the exact solver's answer breaks the program");
        }
        long value = program.value(best);
        boolean proven = status == CpSolverStatus.OPTIMAL;
        return new ExactAnswer(
                proven ? Outcome.OPTIMAL : Outcome.FOUND,
                Optional.of(best),
                OptionalLong.of(value),
                OptionalLong.of(proven ? value : Math.min(value, bound(solver))));
    }

    /** The bound is whole, but is handed out as a floating-point number: beyond 2^53 a hair is given. */
    private static long bound(CpSolver solver) {
        double bound = solver.bestObjectiveBound();
        return (long) Math.ceil(bound - Math.max(1e-6, Math.abs(bound) * 1e-15));
    }

    private static LinearExpr sum(List<Term> terms, IntVar[] variables) {
        return LinearExpr.weightedSum(
                terms.stream().map(term -> variables[term.variable()]).toArray(IntVar[]::new),
                terms.stream().mapToLong(Term::factor).toArray());
    }
}
