package org.zhenjie.scenarios.cli;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.zhenjie.gis.coverage.Finding;
import org.zhenjie.gis.coverage.Repair;
import org.zhenjie.gis.layer.LayerRequest;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.gis.report.RepairedLayer;
import org.zhenjie.gis.write.LayerWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code zhenjie repair}: mends the boundaries of a layer, in a copy. */
@Command(name = "repair", sortOptions = false)
final class RepairCommand implements Callable<Integer> {
    private final Call call;

    @Parameters(index = "0", paramLabel = "IN", descriptionKey = "repairIn")
    private Path in;

    @Option(names = "--to", paramLabel = "OUT", descriptionKey = "repairTo", order = 1)
    private Path to;

    @Option(names = "--only", paramLabel = "KIND", descriptionKey = "only", split = ",", order = 2)
    private List<Finding.Kind> only;

    @Option(
            names = "--max-gap",
            paramLabel = "M2",
            descriptionKey = "maxGap",
            defaultValue = "10000",
            converter = NotNegative.class,
            order = 3)
    private Double maxGap;

    @Option(names = "--dry-run", descriptionKey = "dryRun", order = 4)
    private boolean dryRun;

    @Option(names = "--layer", paramLabel = "NAME", descriptionKey = "repairLayer", order = 10)
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

    @Mixin
    private CheckSettings settings;

    RepairCommand(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        checkTarget();
        RepairedLayer repaired = RepairedLayer.of(
                new LayerRequest(
                        in, Optional.ofNullable(layer), Optional.ofNullable(encoding), Optional.ofNullable(crs)),
                settings.options(),
                this::isWanted);
        call.report(repaired.notes());
        RepairText text = new RepairText(call, repaired);
        text.print();
        call.cancellation().check();
        if (dryRun) {
            call.print(call.texts().get("repair.dryRun"));
        } else {
            call.report(LayerWriter.write(to, List.of(repaired.layer())));
            call.print(call.texts().get("file.written", to));
        }
        return ExitCode.DONE;
    }

    private void checkTarget() {
        if (to == null && !dryRun) {
            throw new InputException(Problem.error(
                    CliTexts.BUNDLE, "repair.noTarget", Where.nowhere().field("--to")));
        }
        if (to != null) {
            InputGuard.check(to, List.of(in));
            Targets.check(to);
        }
    }

    private boolean isWanted(Finding finding) {
        Set<Finding.Kind> kinds = only == null ? EnumSet.allOf(Finding.Kind.class) : EnumSet.copyOf(only);
        boolean largeGap = finding.repair() instanceof Repair.FillGap && finding.squareMetres() > maxGap;
        return kinds.contains(finding.kind()) && !largeGap;
    }
}
