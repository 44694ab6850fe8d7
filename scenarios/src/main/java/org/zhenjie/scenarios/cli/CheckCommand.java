package org.zhenjie.scenarios.cli;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.zhenjie.gis.layer.JdbcUrl;
import org.zhenjie.gis.layer.LayerRequest;
import org.zhenjie.gis.layer.Layers;
import org.zhenjie.gis.report.FileReport;
import org.zhenjie.gis.report.ShiftExam;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code zhenjie check}: says what is in a study or a file of geodata, and what is wrong with it. */
@Command(name = "check", sortOptions = false)
final class CheckCommand implements Callable<Integer> {
    private final Call call;

    @Parameters(index = "0", paramLabel = "STUDY-OR-FILE", descriptionKey = "studyOrFile")
    private String source;

    @Option(names = "--layer", paramLabel = "NAME", descriptionKey = "layer", order = 10)
    private String layer;

    @Option(names = "--crs", paramLabel = "CODE", descriptionKey = "crs", order = 11)
    private String crs;

    @Option(
            names = "--encoding",
            paramLabel = "CHARSET",
            descriptionKey = "encoding",
            converter = CharsetName.class,
            order = 12)
    private Charset encoding;

    @Option(names = "--against", paramLabel = "FILE", descriptionKey = "against", order = 13)
    private Path against;

    @Mixin
    private CheckSettings settings;

    @Option(names = "--findings", paramLabel = "OUT.gpkg", descriptionKey = "findings", order = 30)
    private Path findings;

    CheckCommand(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        if (findings != null) {
            FindingsText.checkTarget(findings);
        }
        if (JdbcUrl.isOne(source)) {
            return checkFile();
        }
        Path path = Sources.path(source);
        if (Files.isDirectory(path) && !Layers.isFileGeodatabase(path)) {
            return new StudyCheck(call).check(path, settings, Optional.ofNullable(findings));
        }
        if (findings != null) {
            InputGuard.check(findings, List.of(path));
        }
        return checkFile();
    }

    private int checkFile() {
        LayerRequest request = Sources.request(source, layer, encoding, crs);
        FileReport report = FileReport.of(request, settings.options());
        new FileText(call).print(report);
        if (against != null && !report.isMisplaced()) {
            ShiftExam.of(request, LayerRequest.of(against))
                    .ifPresentOrElse(
                            shift -> call.print(call.line(shift)),
                            () -> call.print(call.texts().get("check.notShifted", against)));
        }
        if (findings != null) {
            new FindingsText(call).write(findings, report.found());
        }
        if (report.isMisplaced()) {
            return ExitCode.INPUT;
        }
        return report.isUsable() ? ExitCode.DONE : ExitCode.RULE_BROKEN;
    }
}
