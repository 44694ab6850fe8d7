package org.zhenjie.scenarios.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.scenarios.sample.SampleStudy;

/** Makes a folder with the sample study; it is there whole or not at all. */
final class SampleFolder {
    private final Call call;

    SampleFolder(Call call) {
        this.call = call;
    }

    /**
     * Writes the sample study to a folder that is empty or not there yet.
     *
     * @throws InputException if something is there already, or the folder cannot be written
     */
    void make(Path folder) {
        if (Files.exists(folder) && !isEmptyFolder(folder)) {
            throw new InputException(Problem.error(CliTexts.BUNDLE, "sample.notEmpty", Where.file(folder.toString())));
        }
        ProgressView view = ProgressView.open(call, call.texts().get("sample.making", folder));
        try {
            write(folder, folder.toAbsolutePath().normalize().getParent());
        } catch (IOException e) {
            throw Plans.unwritable(folder, e);
        } finally {
            view.close();
        }
    }

    private void write(Path folder, Path parent) throws IOException {
        Files.createDirectories(parent);
        Path made = Files.createTempDirectory(parent, ".zhenjie-");
        try {
            Path study = made.resolve("study");
            SampleStudy.write(study);
            call.cancellation().check();
            Files.deleteIfExists(folder);
            Files.move(study, folder);
        } finally {
            delete(made);
        }
    }

    private static boolean isEmptyFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
