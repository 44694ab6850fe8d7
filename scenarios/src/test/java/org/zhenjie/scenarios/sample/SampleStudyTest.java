package org.zhenjie.scenarios.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhenjie.gis.problem.InputException;

/** The files of the sample study. */
class SampleStudyTest {
    /** The study folder in the repository. */
    static final Path SHIPPED = Path.of(System.getProperty("zhenjie.root"), "scenarios", "haibin");

    @TempDir
    Path folder;

    @Test
    void the_shipped_files_are_what_the_generator_writes_byte_for_byte() throws IOException {
        SampleStudy.write(folder.resolve("haibin"));

        Map<String, byte[]> made = files(folder.resolve("haibin"));
        Map<String, byte[]> shipped = files(SHIPPED);
        assertThat(made.keySet()).isEqualTo(shipped.keySet());
        made.forEach((name, bytes) -> assertThat(bytes).as(name).isEqualTo(shipped.get(name)));
    }

    @Test
    void a_study_that_is_there_is_never_overwritten() throws IOException {
        Files.writeString(folder.resolve("study.yaml"), "mine");

        assertThatThrownBy(() -> SampleStudy.write(folder))
                .isInstanceOfSatisfying(
                        InputException.class,
                        e -> assertThat(e.problems())
                                .singleElement()
                                .satisfies(problem ->
                                        assertThat(problem.text(Locale.ENGLISH)).contains("already")));
        assertThat(folder.resolve("study.yaml")).hasContent("mine");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void messages_are_there_in_both_languages() {
        String bundle = "org.zhenjie.scenarios.sample.messages";
        assertThat(ResourceBundle.getBundle(bundle, Locale.CHINESE).keySet())
                .isEqualTo(ResourceBundle.getBundle(bundle, Locale.ROOT).keySet());
    }

    /** Files of a study by their relative names; results of runs are not part of it. */
    private static Map<String, byte[]> files(Path study) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(study)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String name = study.relativize(path).toString().replace('\\', '/');
                if (!name.startsWith("plans/") && !name.startsWith("exports/")) {
                    files.put(name, Files.readAllBytes(path));
                }
            }
        }
        return files;
    }
}
