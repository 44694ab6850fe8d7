package org.zhenjie.scenarios.export;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;

/** What a plan can be exported to, told by the file's ending. */
public enum ExportFormat {
    /** Workbook of several sheets. */
    XLSX,
    /** Layers of towns, counties, zones, service points and staff moves in the study's metric CRS. */
    GPKG,
    /** The towns in WGS 84. */
    GEOJSON,
    /** A map page. */
    PNG;

    /** The ending of file names, with its dot. */
    public String ending() {
        return "." + name().toLowerCase(Locale.ROOT);
    }

    /** Every ending that is known. */
    public static List<String> endings() {
        return Arrays.stream(values()).map(ExportFormat::ending).toList();
    }

    /**
     * The format that a file's name asks for.
     *
     * @throws InputException if its ending is none of {@link #endings()}
     */
    public static ExportFormat of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> name.endsWith(format.ending()))
                .findFirst()
                .orElseThrow(() -> new InputException(Problem.error(
                        ExportTexts.BUNDLE, "export.unknownFormat", Where.file(file.toString()), endings())));
    }
}
