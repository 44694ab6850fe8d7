package org.zhenjie.gis.report;

import static org.zhenjie.gis.problem.GisMessages.BUNDLE;

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
 * @param found what is wrong with the units of each layer of areas; the gravest of it is among the findings too
 */
public record FileReport(
        String file, String format, List<LayerReport> layers, List<Problem> findings, List<LayerFindings> found) {
    private static final String NO_PLACES = "csv.noPlaces";

    public FileReport {
        layers = List.copyOf(layers);
        found = List.copyOf(found);
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
        return of(request, CheckOptions.DEFAULT);
    }

    /** As {@link #of(LayerRequest)}, checked as the options say. */
    public static FileReport of(LayerRequest request, CheckOptions options) {
        List<String> names = request.layer().map(List::of).orElseGet(() -> Layers.names(request));
        return ofLayers(request, names, options);
    }

    private static FileReport ofLayers(LayerRequest request, List<String> names, CheckOptions options) {
        List<LayerReport> layers = new ArrayList<>();
        List<Problem> findings = new ArrayList<>();
        List<LayerFindings> found = new ArrayList<>();
        String format = "";
        for (String name : names) {
            try {
                LayerExam exam = LayerExam.of(request.withLayer(name), options);
                layers.add(exam.report());
                findings.addAll(exam.findings());
                exam.found().ifPresent(found::add);
                format = exam.format();
            } catch (InputException e) {
                if (isPlainTable(e)) {
                    layers.add(ofTable(request, name));
                    format = Tables.isWorkbook(request.file()) ? "XLSX" : "CSV";
                } else if (names.size() == 1) {
                    throw e;
                } else {
                    findings.addAll(e.problems());
                }
            }
        }
        if (layers.isEmpty()) {
            throw new InputException(
                    findings.isEmpty()
                            ? List.of(Problem.error(BUNDLE, "layer.none", Where.file(request.shownAs())))
                            : findings);
        }
        return new FileReport(request.shownAs(), format, layers, findings, found);
    }

    private static boolean isPlainTable(InputException e) {
        return e.problems().get(0).key().equals(NO_PLACES);
    }

    private static LayerReport ofTable(LayerRequest request, String name) {
        TableRequest whole = new TableRequest(request.file(), Optional.empty(), request.encoding(), request.shownAs());
        Table table = Tables.read(Tables.isWorkbook(request.file()) ? whole.withSheet(name) : whole);
        List<Field> fields = table.columns().stream()
                .map(column -> new Field(column, String.class))
                .toList();
        return new LayerReport(
                name, table.rows().size(), Map.of(), Optional.empty(), table.encoding(), fields, Optional.empty());
    }
}
