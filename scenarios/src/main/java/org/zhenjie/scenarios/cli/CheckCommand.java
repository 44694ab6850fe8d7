package org.zhenjie.scenarios.cli;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.zhenjie.gis.layer.LayerRequest;
import org.zhenjie.gis.report.FileReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code zhenjie check}: says what is in a study or a file of geodata, and what is wrong with it. */
@Command(name = "check", sortOptions = false)
final class CheckCommand implements Callable<Integer> {
    private final Call call;

    @Parameters(index = "0", paramLabel = "STUDY-OR-FILE", descriptionKey = "studyOrFile")
    private Path path;

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

    CheckCommand(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        return Files.isDirectory(path) ? new StudyCheck(call).check(path) : checkFile();
    }

    private int checkFile() {
        FileReport report = FileReport.of(new LayerRequest(
                path, Optional.ofNullable(layer), Optional.ofNullable(encoding), Optional.ofNullable(crs)));
        new FileText(call).print(report);
        if (report.isMisplaced()) {
            return ExitCode.INPUT;
        }
        return report.isUsable() ? ExitCode.DONE : ExitCode.RULE_BROKEN;
    }

    /** A charset by any of its names. */
    static final class CharsetName implements ITypeConverter<Charset> {
        @Override
        public Charset convert(String name) {
            try {
                return Charset.forName(name);
            } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                throw new TypeConversionException(name);
            }
        }
    }
}
