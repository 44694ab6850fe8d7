package org.zhenjie.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code zhenjie demo} and {@code zhenjie sample}. */
class DemoCommandTest {
    @TempDir
    Path temp;

    @Test
    void goes_the_whole_way_and_names_every_file_that_it_wrote() {
        Path folder = temp.resolve("demo");
        Cli call = Cli.call("demo", "--dir", folder, "--steps", 20);
        assertThat(call.err()).doesNotContain("error");
        assertThat(call.code()).isZero();
        assertThat(call.out()).contains("Comparison", "hard rules broken", "Staffing ratio", "gap to the lower bound");
        List<Path> written = call.out()
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith(folder.toString()))
                .map(Path::of)
                .toList();
        assertThat(written)
                .hasSizeGreaterThanOrEqualTo(4 + 4 * 4 + 1)
                .allSatisfy(file -> assertThat(file).exists());
    }

    @Test
    void a_folder_with_something_else_in_it_is_left_alone() throws IOException {
        Files.writeString(temp.resolve("letter.txt"), "mine");
        Cli call = Cli.call("demo", "--dir", temp);
        assertThat(call.code()).isEqualTo(2);
        assertThat(call.errors()).singleElement().asString().contains(temp.toString());
        assertThat(temp).isDirectoryNotContaining("glob:**/study.yaml");
    }

    @Test
    void the_sample_is_there_whole_or_not_at_all() throws IOException {
        Path folder = temp.resolve("haibin");
        Cancellation cancelled = new Cancellation();
        cancelled.request();
        assertThat(Cli.call(cancelled, "sample", folder).code()).isEqualTo(130);
        try (var left = Files.list(temp)) {
            assertThat(left).isEmpty();
        }
        assertThat(Cli.call("sample", folder).code()).isZero();
        assertThat(Cli.call("check", folder).code()).isZero();
        assertThat(Cli.call("sample", folder).code()).isEqualTo(2);
    }
}
