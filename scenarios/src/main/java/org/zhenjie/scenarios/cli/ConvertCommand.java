package org.zhenjie.scenarios.cli;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.zhenjie.gis.convert.Conversion;
import org.zhenjie.gis.layer.LayerRequest;
import org.zhenjie.gis.problem.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code zhenjie convert}: writes geodata of one format as another. */
@Command(name = "convert", sortOptions = false)
final class ConvertCommand implements Callable<Integer> {
    private final Call call;

    @Parameters(index = "0", paramLabel = "IN", descriptionKey = "convertIn")
    private String in;

    @Parameters(index = "1", paramLabel = "OUT", descriptionKey = "convertOut")
    private Path out;

    @Option(names = "--layer", paramLabel = "NAME", descriptionKey = "convertLayer", order = 10)
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

    @Option(names = "--to-crs", paramLabel = "CODE", descriptionKey = "toCrs", order = 13)
    private String toCrs;

    @Option(
            names = "--to-encoding",
            paramLabel = "CHARSET",
            descriptionKey = "toEncoding",
            converter = CharsetName.class,
            order = 14)
    private Charset toEncoding;

    ConvertCommand(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        LayerRequest from = Sources.request(in, layer, encoding, crs);
        InputGuard.check(out, List.of(from.file()));
        Targets.check(out);
        Conversion conversion = new Conversion(from, out, Optional.ofNullable(toCrs), Optional.ofNullable(toEncoding));
        call.report(run(conversion, call.texts().get("converting", from.shownAs(), out)));
        call.print(call.texts().get("file.written", out));
        return ExitCode.DONE;
    }

    private List<Problem> run(Conversion conversion, String title) {
        try (ProgressView view = ProgressView.open(call, title)) {
            return conversion.run((name, done, of) -> {
                call.cancellation().check();
                view.at(done, of, name);
            });
        }
    }
}
