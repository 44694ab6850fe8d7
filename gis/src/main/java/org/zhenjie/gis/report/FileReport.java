package org.zhenjie.gis.report;

import static org.zhenjie.gis.problem.GisMessages.BUNDLE;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhenjie.gis.crs.CrsFit;
import org.zhenjie.gis.layer.Field;
import org.zhenjie.gis.layer.LayerRequest;
import org.zhenjie.gis.layer.Layers;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Severity;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.gis.table.Table;
import org.zhenjie.gis.table.TableRequest;
import org.zhenjie.gis.table.Tables;

/**
 * What is in a file, and what is wrong with it.
 *
 * @param file path as the user wrote it
 * @param format title of the format
 * @param layers its layers or sheets, in the file's order
 * @param findings what is wrong or good to know, the errors first
 */
public record FileReport(String file, String format, List<LayerReport> layers, List<Problem> findings) {
    private static final String NO_PLACES = "csv.noPlaces";

    public FileReport {
        layers = List.copyOf(layers);
        findings = findings.stream()
                .sorted((a, b) -> a.severity().compareTo(b.severity()))
                .toList();
    }

    /** Whether nothing found stops the file from being used. */
    public boolean isUsable() {
        return findings.stream().noneMatch(problem -> problem.severity() == Severity.ERROR);
    }

    /** Whether the coordinate reference system is missing or wrong, so that nobody knows where the features lie. */
    public boolean isMisplaced() {
        return findings.stream().anyMatch(problem -> problem.severity() == Severity.ERROR && CrsFit.isOfCrs(problem));
    }

    /**
     * Reads a whole file, all layers unless the request names one.
     *
     * @throws InputException if the file cannot be read; damage in one layer of several is a finding
     */
    public static FileReport of(LayerRequest request) {
        if (!Layers.canRead(request.file())) {
            return Tables.canRead(request.file()) ? ofTable(request) : unknown(request);
        }
        List<String> names = request.layer().map(List::of).orElseGet(() -> Layers.names(request));
        if (names.size() == 1) {
            try {
                return ofLayers(request, names);
            } catch (InputException e) {
                boolean plainTable = e.problems().get(0).key().equals(NO_PLACES);
                if (plainTable) {
                    return ofTable(request);
                }
                throw e;
            }
        }
        return ofLayers(request, names);
    }

    private static FileReport ofLayers(LayerRequest request, List<String> names) {
        List<LayerReport> layers = new ArrayList<>();
        List<Problem> findings = new ArrayList<>();
        String format = "";
        for (String name : names) {
            LayerExam exam;
            try {
                exam = LayerExam.of(request.withLayer(name));
            } catch (InputException e) {
                if (names.size() == 1) {
                    throw e;
                }
                findings.addAll(e.problems());
                continue;
            }
            layers.add(exam.report());
            findings.addAll(exam.findings());
            format = exam.format();
        }
        if (layers.isEmpty()) {
            throw new InputException(
                    findings.isEmpty()
                            ? List.of(Problem.error(BUNDLE, "layer.none", Where.file(request.shownAs())))
                            : findings);
        }
        return new FileReport(request.shownAs(), format, layers, findings);
    }

    private static FileReport ofTable(LayerRequest request) {
        TableRequest all = new TableRequest(request.file(), request.layer(), request.encoding(), request.shownAs());
        List<String> names = request.layer().map(List::of).orElseGet(() -> Tables.names(all));
        boolean workbook = Tables.isWorkbook(request.file());
        List<LayerReport> sheets = new ArrayList<>();
        for (String name : names) {
            Table table = Tables.read(workbook ? all.withSheet(name) : all);
            List<Field> fields = table.columns().stream()
                    .map(column -> new Field(column, String.class))
                    .toList();
            sheets.add(new LayerReport(
                    name, table.rows().size(), Map.of(), Optional.empty(), table.encoding(), fields, Optional.empty()));
        }
        return new FileReport(request.shownAs(), workbook ? "XLSX" : "CSV", sheets, List.of());
    }

    /** Opening says what is wrong: the file is missing, or of no known format. */
    private static FileReport unknown(LayerRequest request) {
        throw new InputException(Problem.error(
                BUNDLE,
                Files.exists(request.file()) ? "file.unknownFormat" : "file.missing",
                Where.file(request.shownAs()),
                List.of(".shp", ".gpkg", ".geojson", ".csv", ".xlsx")));
    }
}
