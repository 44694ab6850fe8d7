package org.zhenjie.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssignCommandTest {
    @TempDir
    Path folder;

    @BeforeEach
    void tables() throws IOException {
        write("w.csv", "id,capacity\nann,1.5\nbob,1\n");
        write("t.csv", "id\nclean\nguard\n");
        write("c.csv", "worker,task,cost,load\nann,clean,0.25,1\nann,guard,0.5,1\nbob,guard,2,0.75\nbob,clean,3,1\n");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Cli assign(Object... more) {
        Object[] args = {
            "assign",
            "--workers",
            folder.resolve("w.csv"),
            "--tasks",
            folder.resolve("t.csv"),
            "--costs",
            folder.resolve("c.csv"),
            "--steps",
            "50"
        };
        Object[] all = java.util.Arrays.copyOf(args, args.length + more.length);
        System.arraycopy(more, 0, all, args.length, more.length);
        return Cli.call(all);
    }

    @Test
    void the_answer_is_printed_in_the_units_of_the_tables_and_written_in_the_order_of_the_tasks() throws IOException {
        Path out = folder.resolve("out.csv");
        Cli run = assign("--out", out);

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("objective (total cost): 2.25", "lower bound: 2.25", "0.000%");
        assertThat(out).hasContent("task,worker\nclean,ann\nguard,bob\n");
    }

    @Test
    void a_task_without_a_worker_is_named_and_nothing_is_written() throws IOException {
        write("t.csv", "id\nclean\nguard\npaint\n");
        Path out = folder.resolve("out.csv");
        Cli run = assign("--out", out);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("paint");
        assertThat(out).doesNotExist();
    }

    @Test
    void capacities_that_cannot_hold_end_with_1() throws IOException {
        write("w.csv", "id,capacity\nann,1\nbob,0.5\n");
        assertThat(assign().code()).isEqualTo(1);
    }

    @Test
    void capacities_too_small_in_all_are_told_with_the_least_load() throws IOException {
        write("w.csv", "id,capacity\nann,1\nbob,0.7\n");
        write("c.csv", "worker,task,cost,load\nann,clean,1,1\nann,guard,1,0.9\nbob,clean,1,1\n");
        Cli run = assign();

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("a load of 1.9 at least", "come to 1.7");
    }

    @Test
    void what_is_wrong_is_told_with_file_row_field_and_value() throws IOException {
        write("c.csv", "worker,task,cost,load\nann,clean,x,1\nzoe,clean,1,1\nann,guard,1,1\nann,guard,1,-1\n");
        Cli run = assign();

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains("c.csv")
                .contains("row 2", "cost", "x")
                .contains("row 3", "worker", "zoe", "w.csv")
                .contains("row 5", "load", "-1")
                .contains("row 4 already");
    }

    @Test
    void an_input_is_not_written_over() {
        assertThat(assign("--out", folder.resolve("w.csv")).code()).isEqualTo(2);
    }

    @Test
    void numbers_with_many_digits_are_rounded_with_a_note() throws IOException {
        write("w.csv", "id,capacity\nann,0.6666666666666666\nbob,1e12\n");
        write(
                "c.csv",
                "worker,task,cost,load\nann,clean,0.3333333333333333,0.3333333333333333\n"
                        + "ann,guard,1e-7,0.3333333333333333\nbob,clean,123456.789012345,1\nbob,guard,1,1\n");
        Cli run = assign();

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("objective (total cost): 0.333333433");
        assertThat(run.err()).contains("warning", "cost 0.000000001");
    }
}
