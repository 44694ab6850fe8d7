package org.zhenjie.scenarios.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.scenarios.study.StudyFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code zhenjie ui}: opens the desktop. */
@Command(name = UiCommand.NAME, sortOptions = false)
final class UiCommand implements Callable<Integer> {
    static final String NAME = "ui";

    private final Call call;

    @Parameters(index = "0", paramLabel = "STUDY", descriptionKey = "study", arity = "0..1")
    private Path study;

    UiCommand(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        Optional<Desktop> desktop = ServiceLoader.load(Desktop.class).findFirst();
        if (desktop.isEmpty()) {
            throw new InputException(Problem.error(CliTexts.BUNDLE, "desktop.missing", Where.nowhere()));
        }
        if (study != null && !StudyFolder.isStudyFolder(study)) {
            throw new InputException(Problem.error(CliTexts.BUNDLE, "study.none", Where.file(study.toString())));
        }
        if (java.awt.GraphicsEnvironment.isHeadless()) {
            throw new InputException(Problem.error(CliTexts.BUNDLE, "desktop.noDisplay", Where.nowhere()));
        }
        return desktop.get().open(Optional.ofNullable(study), call.locale());
    }
}
