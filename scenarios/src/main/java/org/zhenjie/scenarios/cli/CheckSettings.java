package org.zhenjie.scenarios.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.zhenjie.gis.codes.OfficialCodes;
import org.zhenjie.gis.coverage.Tolerances;
import org.zhenjie.gis.report.CheckOptions;
import org.zhenjie.gis.table.TableRequest;
import org.zhenjie.gis.table.Tables;
import picocli.CommandLine.Option;

/** Options of the commands that check layers of units: from where on something is a finding, and the official table. */
final class CheckSettings {
    @Option(names = "--codes", paramLabel = "TABLE", descriptionKey = "codes", order = 20)
    private Path codes;

    @Option(names = "--code-field", paramLabel = "FIELD", descriptionKey = "codeField", order = 21)
    private String codeField;

    @Option(names = "--name-field", paramLabel = "FIELD", descriptionKey = "nameField", order = 22)
    private String nameField;

    @Option(names = "--county-field", paramLabel = "FIELD", descriptionKey = "countyField", order = 23)
    private String countyField;

    @Option(
            names = "--least-area",
            paramLabel = "M2",
            descriptionKey = "leastArea",
            converter = NotNegative.class,
            order = 24)
    private Double leastArea;

    @Option(
            names = "--sliver-width",
            paramLabel = "M",
            descriptionKey = "sliverWidth",
            converter = NotNegative.class,
            order = 25)
    private Double sliverWidth;

    @Option(
            names = "--match-width",
            paramLabel = "M",
            descriptionKey = "matchWidth",
            converter = NotNegative.class,
            order = 26)
    private Double matchWidth;

    /** Whether anything was set that a study's own check does not know. */
    boolean isSet() {
        return codes != null || leastArea != null || sliverWidth != null || matchWidth != null;
    }

    /** @throws org.zhenjie.gis.problem.InputException if the official table cannot be read */
    CheckOptions options() {
        Tolerances usual = Tolerances.DEFAULT;
        return new CheckOptions(
                new Tolerances(
                        Optional.ofNullable(leastArea).orElse(usual.leastArea()),
                        Optional.ofNullable(sliverWidth).orElse(usual.sliverWidth()),
                        Optional.ofNullable(matchWidth).orElse(usual.matchWidth())),
                Optional.ofNullable(codes).map(file -> OfficialCodes.of(Tables.read(TableRequest.of(file)))),
                Optional.ofNullable(codeField),
                Optional.ofNullable(nameField),
                Optional.ofNullable(countyField));
    }
}
