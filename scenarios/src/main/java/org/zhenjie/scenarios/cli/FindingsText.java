package org.zhenjie.scenarios.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.gis.report.LayerFindings;
import org.zhenjie.gis.write.LayerWriter;
import org.zhenjie.gis.write.OutLayer;

/** Findings of layers of units: their sums on the terminal, all of them in a GeoPackage. */
final class FindingsText {
    private static final String LAYER = "findings";

    private final Call call;

    FindingsText(Call call) {
        this.call = call;
    }

    /** Prints how many findings of each kind there are, and how large they are together. */
    void print(LayerFindings found) {
        if (found.findings().isEmpty()) {
            return;
        }
        Figures figures = new Figures(call.locale());
        TextTable table = new TextTable(List.of(
                call.texts().get("findings.kind", found.layer()),
                call.texts().get("findings.count"),
                call.texts().get("findings.area")));
        for (LayerFindings.Sum sum : found.sums()) {
            boolean sized = sum.squareMetres() > 0;
            table.row(
                    call.texts().get("finding." + sum.kind()),
                    figures.whole(sum.count()),
                    sized ? figures.whole(Math.round(sum.squareMetres())) : Figures.none());
        }
        table.lines().forEach(call::print);
        call.print("");
    }

    /** Lets a target for findings pass. */
    static void checkTarget(Path target) {
        if (!target.toString().toLowerCase(Locale.ROOT).endsWith(".gpkg")) {
            throw new InputException(
                    Problem.error(CliTexts.BUNDLE, "findings.notGeoPackage", Where.file(target.toString())));
        }
        Targets.check(target);
    }

    /** Writes findings to a GeoPackage, one layer for each layer that was checked. */
    void write(Path target, List<LayerFindings> found) {
        List<OutLayer> layers = new ArrayList<>();
        for (LayerFindings one : found) {
            String name = found.size() == 1 ? LAYER : LAYER + "_" + one.layer();
            layers.add(one.toLayer(name, call.locale()));
        }
        if (layers.isEmpty()) {
            call.notice("findings.noUnits");
            return;
        }
        LayerWriter.write(target, layers);
        call.notice("file.written", target);
    }
}
