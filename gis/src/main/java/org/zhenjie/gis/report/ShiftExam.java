package org.zhenjie.gis.report;

import static org.zhenjie.gis.problem.GisMessages.BUNDLE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.zhenjie.gis.coverage.Coverages;
import org.zhenjie.gis.crs.Crs;
import org.zhenjie.gis.crs.GeometryTransform;
import org.zhenjie.gis.crs.ShiftSuspicion;
import org.zhenjie.gis.layer.Layer;
import org.zhenjie.gis.layer.LayerRequest;
import org.zhenjie.gis.layer.Layers;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;

/** Whether a layer looks shifted against the boundaries that it belongs to: points that lie outside, areas that lie beside. */
public final class ShiftExam {
    private ShiftExam() {}

    /**
     * Holds a layer against boundaries. A suspicion names the file that would be shifted and the system to write for it.
     *
     * @param layer points, or areas that together have the outline of the boundaries; other layers are not judged
     * @param boundaries a layer of areas
     * @throws org.zhenjie.gis.problem.InputException if one of the two cannot be read or placed
     */
    public static Optional<Problem> of(LayerRequest layer, LayerRequest boundaries) {
        String metric;
        List<Geometry> areas;
        try (Layer opened = Layers.open(boundaries)) {
            metric = Crs.metricFor(opened.to(Crs.WGS84).apply(opened.bounds()));
            areas = geometries(opened, metric);
        }
        List<Geometry> features;
        try (Layer opened = Layers.open(layer)) {
            features = geometries(opened, metric);
        }
        CoordinateReferenceSystem crs = Crs.decode(metric);
        if (features.stream().allMatch(Point.class::isInstance)) {
            return ofPoints(features, areas, crs).map(one -> problem("shift.points", 1, one, layer, boundaries));
        }
        if (features.stream().allMatch(feature -> feature.getDimension() == 2)) {
            return ShiftSuspicion.ofAreas(Coverages.dissolve(features), Coverages.dissolve(areas), crs)
                    .map(one -> problem("shift.areas", 1e6, one, layer, boundaries));
        }
        return Optional.empty();
    }

    private static List<Geometry> geometries(Layer layer, String metric) {
        GeometryTransform transform = layer.to(metric);
        List<Geometry> all = new ArrayList<>();
        layer.forEach((row, feature) -> {
            if (feature.getDefaultGeometry() instanceof Geometry geometry && !geometry.isEmpty()) {
                all.add(transform.apply(geometry));
            }
        });
        return all;
    }

    private static Optional<ShiftSuspicion> ofPoints(
            List<Geometry> points, List<Geometry> areas, CoordinateReferenceSystem crs) {
        STRtree tree = new STRtree();
        areas.forEach(area -> tree.insert(area.getEnvelopeInternal(), PreparedGeometryFactory.prepare(area)));
        return ShiftSuspicion.ofPoints(
                points.stream().map(Point.class::cast).toList(), crs, (i, place) -> isInside(tree, place));
    }

    @SuppressWarnings("unchecked")
    private static boolean isInside(STRtree tree, Point place) {
        return ((List<PreparedGeometry>) tree.query(place.getEnvelopeInternal()))
                .stream().anyMatch(area -> area.covers(place));
    }

    private static Problem problem(
            String key, double unit, ShiftSuspicion one, LayerRequest layer, LayerRequest boundaries) {
        LayerRequest shifted = one.boundaries() ? boundaries : layer;
        return Problem.warning(
                BUNDLE,
                key,
                Where.file(shifted.shownAs()),
                one.system().code(),
                Math.round(one.before() / unit),
                Math.round(one.after() / unit),
                layer.shownAs(),
                boundaries.shownAs());
    }
}
