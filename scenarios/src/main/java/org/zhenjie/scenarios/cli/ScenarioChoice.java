package org.zhenjie.scenarios.cli;

import java.nio.file.Path;
import org.zhenjie.scenarios.study.StudyFolder;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which scenario of which study: what every command on one scenario is told. */
final class ScenarioChoice {
    @Parameters(index = "0", paramLabel = "STUDY", descriptionKey = "study")
    private Path study;

    @Option(
            names = "--scenario",
            paramLabel = "NAME",
            descriptionKey = "scenario",
            defaultValue = StudyFolder.BASELINE,
            order = 10)
    private String scenario;

    Path study() {
        return study;
    }

    String scenario() {
        return scenario;
    }
}
