package org.zhenjie.gis.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.zhenjie.gis.layer.LayerRequest;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.report.FileReport;

/** Reads a file through as {@code zhenjie check} does, and holds the answer to what users are promised. */
final class Reading {
    private static final int LONGEST_TEXT = 600;

    private Reading() {}

    /** How a reading may end. */
    enum End {
        DATA,
        ERROR
    }

    /** Reads all of the file; what is neither data nor an error for people comes out as it was thrown. */
    static End of(Path file) {
        try {
            FileReport report = FileReport.of(LayerRequest.of(file));
            hold(report.findings());
            return End.DATA;
        } catch (InputException e) {
            assertThat(e.problems()).isNotEmpty();
            hold(e.problems());
            return End.ERROR;
        }
    }

    private static void hold(List<Problem> problems) {
        for (Problem problem : problems) {
            for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINA)) {
                assertThat(problem.text(locale))
                        .isNotBlank()
                        .doesNotContain("Exception", "\tat ", "StackOverflow", "OutOfMemory", "{0}")
                        .hasSizeLessThan(LONGEST_TEXT);
            }
        }
    }

    /** Nothing was left beside the file, such as a journal or a file half written. */
    static void leftNothing(Path folder, List<String> names) throws IOException {
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString())).containsExactlyInAnyOrderElementsOf(names);
        }
    }
}
