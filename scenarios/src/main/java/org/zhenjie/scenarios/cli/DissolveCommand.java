package org.zhenjie.scenarios.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.zhenjie.gis.convert.Dissolving;
import org.zhenjie.gis.layer.LayerRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code zhenjie dissolve}: joins the areas of a layer by a field. */
@Command(name = "dissolve", sortOptions = false)
final class DissolveCommand implements Callable<Integer> {
    private final Call call;

    @Parameters(index = "0", paramLabel = "IN", descriptionKey = "dissolveIn")
    private String in;

    @Parameters(index = "1", paramLabel = "OUT", descriptionKey = "dissolveOut")
    private Path out;

    @Option(names = "--by", paramLabel = "FIELD", descriptionKey = "dissolveBy", required = true, order = 9)
    private String by;

    @Option(names = "--sum", paramLabel = "FIELD", split = ",", descriptionKey = "dissolveSum", order = 10)
    private List<String> sums = List.of();

    @Option(names = "--layer", paramLabel = "NAME", descriptionKey = "dissolveLayer", order = 11)
    private String layer;

    @Option(names = "--crs", paramLabel = "CODE", descriptionKey = "crs", order = 12)
    private String crs;

    DissolveCommand(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        LayerRequest from = Sources.request(in, layer, null, crs);
        InputGuard.check(out, List.of(from.file()));
        Targets.check(out);
        call.report(new Dissolving(from, out, by, sums).run());
        call.print(call.texts().get("file.written", out));
        return ExitCode.DONE;
    }
}
