package org.zhenjie.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Benchmarks of solves: options and table that they share. */
class BenchCommandsTest {

    @Test
    void bench_group_tells_what_lies_outside_the_limits_and_how_near_the_bound_is() {
        Cli bench = Cli.call("bench", "group", "--most", 25, "--time", "1s");

        assertThat(bench.code()).isZero();
        assertThat(bench.out()).containsPattern("grid +25 +3 +20% +0\\.000% +[\\d,]+ +[\\d,]+ +\\d+\\.\\d{3}% +\\d");
    }

    @Test
    void every_benchmark_of_solves_takes_time_and_seed() {
        assertThat(Cli.call("bench", "stations", "--most", 50, "--time", "1s", "--seed", 3)
                        .out())
                .containsPattern("capacity +50 +5 ");
        assertThat(Cli.call("bench", "assign", "--most", 100, "--time", "1s", "--seed", 3)
                        .out())
                .containsPattern("D +5 +100 ");
        assertThat(Cli.call("bench", "solver", "--time", "2s", "--seed", 3).out())
                .containsPattern("city +51 ");
    }
}
