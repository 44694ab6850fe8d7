package org.zhenjie.planner.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zhenjie.planner.exact.ExactAnswer.Outcome;
import org.zhenjie.planner.exact.IntegerProgram.Builder;
import org.zhenjie.planner.exact.IntegerProgram.Term;

/** Small programs whose answers are known by hand. */
class ExactSolverTest {
    private final ExactSolver solver = ExactSolver.find().orElseThrow();

    private ExactAnswer solve(Builder program) {
        return solver.solve(program.build(), Duration.ofSeconds(20), 1);
    }

    /** Three things of values 6, 10, 12 and loads 1, 2, 3 into a bag for 5: the last two. */
    @Test
    void a_knapsack_is_proven() {
        Builder program = new Builder();
        int one = program.choice("one");
        int two = program.choice("two");
        int three = program.choice("three");
        program.row(List.of(new Term(one, 1), new Term(two, 2), new Term(three, 3)), 0, 5);
        program.cost(one, -6).cost(two, -10).cost(three, -12);

        ExactAnswer answer = solve(program);

        assertThat(answer.outcome()).isEqualTo(Outcome.OPTIMAL);
        assertThat(answer.best()).contains(List.of(0L, 1L, 1L));
        assertThat(answer.value()).hasValue(-22);
        assertThat(answer.bound()).hasValue(-22);
    }

    @Test
    void a_program_without_a_solution_is_told_as_such() {
        Builder program = new Builder();
        int one = program.variable("one", 0, 10);
        program.row(List.of(new Term(one, 2)), 3, 3);

        ExactAnswer answer = solve(program);

        assertThat(answer.outcome()).isEqualTo(Outcome.INFEASIBLE);
        assertThat(answer.best()).isEmpty();
        assertThat(answer.bound()).isEmpty();
    }

    /** Costs 9, 4, 5, 0 of a sum from 1 to 4 that is at least 2 and at most 3. */
    @Test
    void a_cost_by_level_may_have_any_shape() {
        Builder program = new Builder();
        int one = program.variable("one", 2, 3);
        long constant = program.cost("one", List.of(new Term(one, 1)), 1, new long[] {9, 4, 5, 0});

        ExactAnswer answer = solve(program);

        assertThat(answer.best().orElseThrow().get(one)).isEqualTo(2);
        assertThat(answer.value().orElseThrow() + constant).isEqualTo(4);
    }

    @Test
    void without_the_library_there_is_no_solver_and_no_fault() throws Exception {
        assertThat(findWithout("ortools")).isEmpty();
    }

    @Test
    void without_a_library_for_this_machine_there_is_no_solver_and_no_fault() throws Exception {
        assertThat(findWithout("ortools-linux", "ortools-darwin", "ortools-win"))
                .isEmpty();
    }

    private static Optional<?> findWithout(String... libraries) throws ReflectiveOperationException, IOException {
        URL[] rest = Arrays.stream(System.getProperty("java.class.path").split(System.getProperty("path.separator")))
                .map(Path::of)
                .filter(path -> Arrays.stream(libraries)
                        .noneMatch(name -> path.getFileName().toString().startsWith(name)))
                .map(ExactSolverTest::url)
                .toArray(URL[]::new);
        try (URLClassLoader apart = new URLClassLoader(rest, ClassLoader.getPlatformClassLoader())) {
            return (Optional<?>) apart.loadClass(ExactSolver.class.getName())
                    .getMethod("find")
                    .invoke(null);
        }
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (java.net.MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
