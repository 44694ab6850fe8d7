package org.zhenjie.scenarios.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.gis.write.LayerWriter;
import org.zhenjie.scenarios.indicator.Indicator;
import org.zhenjie.scenarios.map.Fonts;

/** Writes a planned scenario to a file. The file appears whole or not at all, in place of an older one. */
public final class PlanExport {

    private PlanExport() {}

    /**
     * Writes a report; the file's ending says in which form, see {@link ExportFormat}. A map shows the staffing ratio.
     *
     * @param locale language of headings and texts
     * @return what people should know of the file, e.g. that names had to be shortened; mostly empty
     * @throws InputException if the ending is not known or the file cannot be written
     */
    public static List<Problem> write(PlanReport report, Path file, Locale locale) {
        return write(report, file, Indicator.Plain.RATIO_AFTER, locale);
    }

    /** As {@link #write(PlanReport, Path, Locale)}, with the indicator that a map is coloured by. */
    public static List<Problem> write(PlanReport report, Path file, Indicator mapped, Locale locale) {
        try {
            switch (ExportFormat.of(file)) {
                case XLSX -> PlanWorkbook.write(report, file, locale);
                case PNG -> {
                    PlanMap.write(file, report, mapped, locale);
                    return Fonts.system().notice(locale).stream().toList();
                }
                case GPKG -> {
                    return LayerWriter.write(file, new PlanLayers(report).all());
                }
                case GEOJSON -> {
                    return LayerWriter.write(file, List.of(new PlanLayers(report).towns()));
                }
            }
            return List.of();
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    static InputException unwritable(Path file, IOException e) {
        return new InputException(
                Problem.error(ExportTexts.BUNDLE, "export.failed", Where.file(file.toString()), reason(e)), e);
    }

    private static String reason(IOException e) {
        String text = String.valueOf(e.getMessage());
        return e instanceof java.nio.file.FileSystemException ? e.getClass().getSimpleName() + " " + text : text;
    }
}
