package org.zhenjie.scenarios.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;

/** Looks at the place of a result before the search, so that nobody waits for a plan that then cannot be written. */
final class Targets {
    private Targets() {}

    /**
     * Lets a target pass that can be written as far as can be told without writing it.
     *
     * @throws InputException if it is a folder, lies below a file, or in a folder that may not be written
     */
    static void check(Path target) {
        if (Files.isDirectory(target)) {
            throw wrong(target, "target.isFolder");
        }
        Path above = target.toAbsolutePath().getParent();
        while (above != null && !Files.exists(above)) {
            above = above.getParent();
        }
        if (above != null && !Files.isDirectory(above)) {
            throw wrong(target, "target.belowFile", above.getFileName());
        }
        if (above != null && !Files.isWritable(above)) {
            throw wrong(target, "target.forbidden", above.getFileName());
        }
    }

    private static InputException wrong(Path target, String key, Object... args) {
        return new InputException(Problem.error(CliTexts.BUNDLE, key, Where.file(target.toString()), args));
    }
}
