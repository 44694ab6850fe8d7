package org.zhenjie.gis.layer;

import static org.zhenjie.gis.problem.GisMessages.BUNDLE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;

/** Turns what stores throw into problems that name the file as the user wrote it. */
final class Faults {
    private Faults() {}

    /** Work that may fail to read. */
    interface Work<T> {
        T run() throws IOException;
    }

    static <T> T named(LayerRequest request, Work<T> work) {
        try {
            return work.run();
        } catch (InputException e) {
            throw e.map(problem -> renamed(problem, request));
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(request, e);
        } catch (IllegalStateException e) {
            if (e.getCause() instanceof IOException) {
                throw unreadable(request, e);
            }
            throw e;
        }
    }

    /** The problem with its file, or a companion of it in the same folder, named the way the request names the file. */
    static Problem renamed(Problem problem, LayerRequest request) {
        return problem.where()
                .file()
                .map(file -> problem.at(problem.where().inFile(shown(file, request))))
                .orElseGet(() -> problem.at(problem.where().inFile(request.shownAs())));
    }

    private static String shown(String file, LayerRequest request) {
        if (request.database().isPresent()) {
            return file;
        }
        Path wanted = request.file().toAbsolutePath().normalize();
        Path given = Path.of(file).toAbsolutePath().normalize();
        if (given.equals(wanted)) {
            return request.shownAs();
        }
        if (given.startsWith(wanted)) {
            return request.shownAs() + "/" + wanted.relativize(given);
        }
        if (given.getParent() == null || !given.getParent().equals(wanted.getParent())) {
            return file;
        }
        Path folder = Path.of(request.shownAs()).getParent();
        return folder == null
                ? String.valueOf(given.getFileName())
                : folder.resolve(given.getFileName()).toString();
    }

    private static InputException unreadable(LayerRequest request, Exception e) {
        Throwable cause = e.getCause() instanceof IOException ? e.getCause() : e;
        return new InputException(
                Problem.error(
                        BUNDLE, "file.readFailed", Where.file(request.shownAs()), String.valueOf(cause.getMessage())),
                e);
    }
}
