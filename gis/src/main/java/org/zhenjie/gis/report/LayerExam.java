package org.zhenjie.gis.report;

import static org.zhenjie.gis.problem.GisMessages.BUNDLE;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.zhenjie.gis.coverage.CoverageCheck;
import org.zhenjie.gis.coverage.Finding;
import org.zhenjie.gis.crs.Crs;
import org.zhenjie.gis.crs.CrsFit;
import org.zhenjie.gis.crs.GeometryTransform;
import org.zhenjie.gis.layer.Layer;
import org.zhenjie.gis.layer.LayerRequest;
import org.zhenjie.gis.layer.Layers;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;

/** Reads one layer through and says what is in it and what is wrong. */
final class LayerExam {
    /** A coverage of more units than this is not checked along with the file: it would have to be held in memory. */
    private static final int MOST_UNITS = 20_000;

    private static final int MOST_OF_A_KIND = 10;

    private final Where file;
    private final Map<String, Long> types = new TreeMap<>();
    private final Envelope bounds = new Envelope();
    private final List<Geometry> polygons = new ArrayList<>();
    private final List<Long> rows = new ArrayList<>();
    private final List<Problem> findings = new ArrayList<>();
    private boolean onlyPolygons = true;
    private long count;
    private LayerReport report;
    private String format;

    private LayerExam(LayerRequest request) {
        this.file = Where.file(request.shownAs());
    }

    static LayerExam of(LayerRequest request) {
        LayerExam exam = new LayerExam(request);
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

    private void examine(Layer layer) {
        format = layer.format();
        layer.forEach(this::take);
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
            checkCoverage(crs.get());
        }
    }

    private void take(long row, SimpleFeature feature) {
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
            rows.add(row);
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

    private void checkCoverage(CoordinateReferenceSystem crs) {
        if (!onlyPolygons || count < 2) {
            return;
        }
        if (count > MOST_UNITS) {
            findings.add(Problem.note(BUNDLE, "coverage.notChecked", file, MOST_UNITS));
            return;
        }
        try {
            CoordinateReferenceSystem wgs84 = Crs.decode(Crs.WGS84);
            GeometryTransform toDegrees = Crs.between(crs, wgs84);
            CoordinateReferenceSystem metric = Crs.decode(Crs.metricFor(toDegrees.apply(bounds)));
            GeometryTransform toMetric = Crs.between(crs, metric);
            GeometryTransform back = Crs.between(metric, wgs84);
            List<Geometry> units = polygons.stream().map(toMetric::apply).toList();
            report(CoverageCheck.of(units), back);
        } catch (InputException e) {
            e.problems()
                    .forEach(problem -> findings.add(
                            problem.at(problem.where().inFile(file.file().orElse("")))));
        }
    }

    private void report(List<Finding> found, GeometryTransform toDegrees) {
        Map<Finding.Kind, Integer> counts = new TreeMap<>();
        for (Finding finding : found) {
            if (counts.merge(finding.kind(), 1, Integer::sum) <= MOST_OF_A_KIND) {
                findings.add(problem(finding, toDegrees));
            }
        }
        counts.forEach((kind, number) -> {
            if (number > MOST_OF_A_KIND) {
                findings.add(Problem.warning(BUNDLE, key(kind) + ".more", file, number - MOST_OF_A_KIND));
            }
        });
    }

    private Problem problem(Finding finding, GeometryTransform toDegrees) {
        List<Long> numbers = finding.units().stream().map(rows::get).toList();
        Where where = numbers.isEmpty() ? file : file.row(numbers.get(0));
        Coordinate place = toDegrees.apply(finding.place().getInteriorPoint()).getCoordinate();
        String lonLat = place == null ? "" : String.format(Locale.ROOT, "%.6f, %.6f", place.x, place.y);
        return Problem.warning(BUNDLE, key(finding.kind()), where, lonLat, size(finding), numbers);
    }

    /** Whole square metres; of a distance millimetres. */
    private static Object size(Finding finding) {
        boolean distance = finding.kind() == Finding.Kind.MISMATCH;
        return distance ? (Object) (Math.round(finding.size() * 1000) / 1000.0) : (Object) Math.round(finding.size());
    }

    private static String key(Finding.Kind kind) {
        return switch (kind) {
            case EMPTY -> "coverage.empty";
            case INVALID_RING -> "coverage.invalidRing";
            case OVERLAP -> "coverage.overlap";
            case GAP -> "coverage.gap";
            case MISMATCH -> "coverage.mismatch";
        };
    }
}
