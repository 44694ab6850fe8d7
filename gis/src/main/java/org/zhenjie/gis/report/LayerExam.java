package org.zhenjie.gis.report;

import static org.zhenjie.gis.problem.GisMessages.BUNDLE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.zhenjie.gis.crs.CrsFit;
import org.zhenjie.gis.layer.Layer;
import org.zhenjie.gis.layer.LayerRequest;
import org.zhenjie.gis.layer.Layers;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;

/** Reads one layer through and says what is in it and what is wrong. */
final class LayerExam {
    /** A coverage of more units than this is not checked along with the file: it would have to be held in memory. */
    private static final int MOST_UNITS = 200_000;

    private final Where file;
    private final Map<String, Long> types = new TreeMap<>();
    private final Envelope bounds = new Envelope();
    private final List<Geometry> polygons = new ArrayList<>();
    private final List<LayerFindings.Unit> labels = new ArrayList<>();
    private final List<String> counties = new ArrayList<>();
    private final CheckOptions options;
    private final List<Problem> findings = new ArrayList<>();
    private boolean onlyPolygons = true;
    private long count;
    private LayerReport report;
    private String format;
    private Optional<LayerFindings> found = Optional.empty();

    private LayerExam(LayerRequest request, CheckOptions options) {
        this.file = Where.file(request.shownAs());
        this.options = options;
    }

    static LayerExam of(LayerRequest request, CheckOptions options) {
        LayerExam exam = new LayerExam(request, options);
        try (Layer layer = Layers.open(request)) {
            exam.examine(layer);
        }
        return exam;
    }

    LayerReport report() {
        return report;
    }

    String format() {
        return format;
    }

    List<Problem> findings() {
        return findings;
    }

    /** What is wrong with the units; empty where it is no layer of areas. */
    Optional<LayerFindings> found() {
        return found;
    }

    private void examine(Layer layer) {
        format = layer.format();
        UnitFields fields = UnitFields.of(layer, options);
        layer.forEach((row, feature) -> take(row, feature, fields));
        findings.addAll(layer.findings());
        Optional<CoordinateReferenceSystem> crs = crs(layer);
        report = new LayerReport(
                layer.name(),
                count,
                types,
                crs.map(known -> layer.crsCode()),
                layer.encoding(),
                layer.fields(),
                bounds.isNull() ? Optional.empty() : Optional.of(bounds));
        if (count == 0) {
            findings.add(Problem.warning(BUNDLE, "layer.empty", file));
        }
        if (types.containsKey("none")) {
            findings.add(Problem.warning(BUNDLE, "layer.noGeometry", file, types.get("none")));
        }
        if (crs.isPresent() && !bounds.isNull() && fits(crs.get())) {
            checkUnits(layer, crs.get());
        }
    }

    private void take(long row, SimpleFeature feature, UnitFields fields) {
        count++;
        if (!(feature.getDefaultGeometry() instanceof Geometry geometry)) {
            types.merge("none", 1L, Long::sum);
            return;
        }
        types.merge(geometry.getGeometryType(), 1L, Long::sum);
        bounds.expandToInclude(geometry.getEnvelopeInternal());
        onlyPolygons &= geometry.getDimension() == 2;
        if (onlyPolygons && count <= MOST_UNITS) {
            polygons.add(geometry);
            labels.add(new LayerFindings.Unit(
                    row, UnitFields.text(feature, fields.code()), UnitFields.text(feature, fields.name())));
            counties.add(UnitFields.text(feature, fields.county()));
        } else {
            polygons.clear();
        }
    }

    private Optional<CoordinateReferenceSystem> crs(Layer layer) {
        try {
            return Optional.of(layer.crs());
        } catch (InputException e) {
            findings.addAll(e.problems());
            return Optional.empty();
        }
    }

    private boolean fits(CoordinateReferenceSystem crs) {
        Optional<Problem> misfit = CrsFit.problem(crs, bounds, file);
        misfit.ifPresent(findings::add);
        return misfit.isEmpty();
    }

    private void checkUnits(Layer layer, CoordinateReferenceSystem crs) {
        if (!onlyPolygons || count < 2) {
            return;
        }
        if (count > MOST_UNITS) {
            findings.add(Problem.note(BUNDLE, "coverage.notChecked", file, MOST_UNITS));
            return;
        }
        String path = file.file().orElse("");
        try {
            MeasuredLayer measured = new MeasuredLayer(crs, bounds, polygons);
            found = Optional.of(measured.check(path, layer.name(), labels, counties, options));
            findings.addAll(found.get().problems());
        } catch (InputException e) {
            e.problems()
                    .forEach(problem -> findings.add(problem.at(problem.where().inFile(path))));
        }
    }
}
