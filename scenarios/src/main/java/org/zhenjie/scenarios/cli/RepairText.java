package org.zhenjie.scenarios.cli;

import java.text.NumberFormat;
import java.util.EnumMap;
import java.util.Map;
import org.zhenjie.gis.coverage.CoverageRepair;
import org.zhenjie.gis.coverage.Finding;
import org.zhenjie.gis.report.RepairedLayer;

/** What a repair did, one by one, and what it left. */
final class RepairText {
    private final Call call;
    private final CliTexts texts;
    private final RepairedLayer repaired;
    private final NumberFormat area;

    RepairText(Call call, RepairedLayer repaired) {
        this.call = call;
        this.texts = call.texts();
        this.repaired = repaired;
        this.area = NumberFormat.getNumberInstance(call.locale());
        area.setMaximumFractionDigits(1);
    }

    void print() {
        repaired.done().forEach(this::print);
        if (repaired.done().isEmpty()) {
            call.print(texts.get("repair.none"));
        }
        Figures figures = new Figures(call.locale());
        call.print(texts.get(
                "repair.done",
                figures.whole(repaired.done().size()),
                figures.whole(repaired.left().size())));
        Map<Finding.Kind, Integer> left = new EnumMap<>(Finding.Kind.class);
        repaired.left().forEach(finding -> left.merge(finding.kind(), 1, Integer::sum));
        if (!left.isEmpty()) {
            call.print(texts.get("repair.left"));
            left.forEach((kind, count) -> call.print("  " + texts.get("finding." + kind) + " " + figures.whole(count)));
        }
    }

    private void print(CoverageRepair.Done done) {
        Finding finding = done.finding();
        call.print(texts.get(
                "repair.one",
                texts.get("finding." + finding.kind()),
                area.format(finding.squareMetres()),
                repaired.degrees(finding.place())));
        done.changes()
                .forEach(change -> call.print("  "
                        + texts.get(
                                "repair.change",
                                repaired.units().get(change.unit()).label(),
                                area.format(change.before()),
                                area.format(change.after()))));
    }
}
