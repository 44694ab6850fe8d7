package org.zhenjie.gis.report;

import static org.zhenjie.gis.problem.GisMessages.BUNDLE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.geotools.api.feature.simple.SimpleFeature;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.zhenjie.gis.coverage.CoverageRepair;
import org.zhenjie.gis.coverage.Finding;
import org.zhenjie.gis.crs.Crs;
import org.zhenjie.gis.crs.GeometryTransform;
import org.zhenjie.gis.encoding.Encoding;
import org.zhenjie.gis.layer.Layer;
import org.zhenjie.gis.layer.LayerRequest;
import org.zhenjie.gis.layer.Layers;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.gis.write.OutFeature;
import org.zhenjie.gis.write.OutField;
import org.zhenjie.gis.write.OutLayer;

/**
 * A layer of units that was repaired, ready to be written. Features keep their order and attributes; vertices that no repair
 * made are kept to the last digit, and so are units that no repair touched.
 *
 * @param layer to write, in the system of the layer read
 * @param units what the units are called
 * @param done the repairs made, places in the layer's system
 * @param left what a check of the result finds, likewise
 * @param notes what people should know of the data
 * @param toDegrees the way from the findings' places to longitude and latitude
 */
public record RepairedLayer(
        OutLayer layer,
        List<LayerFindings.Unit> units,
        List<CoverageRepair.Done> done,
        List<Finding> left,
        List<Problem> notes,
        GeometryTransform toDegrees) {
    public RepairedLayer {
        units = List.copyOf(units);
        done = List.copyOf(done);
        left = List.copyOf(left);
        notes = List.copyOf(notes);
    }

    /** Longitude and latitude of a point in a finding's place, for people. */
    public String degrees(Geometry place) {
        return LayerFindings.degrees(place, toDegrees);
    }

    /**
     * Reads a layer and repairs it in memory.
     *
     * @param wanted which findings to mend
     * @throws InputException if the layer cannot be read, has no CRS or features that are no areas
     */
    public static RepairedLayer of(LayerRequest request, CheckOptions options, Predicate<Finding> wanted) {
        try (Layer layer = Layers.open(request)) {
            return new Work(layer, options, Where.file(request.shownAs())).repair(wanted);
        }
    }

    private static final class Work {
        private final Layer layer;
        private final CheckOptions options;
        private final Where where;
        private final List<Geometry> geometries = new ArrayList<>();
        private final List<List<Object>> values = new ArrayList<>();
        private final List<LayerFindings.Unit> units = new ArrayList<>();
        private final List<OutField> fields = new ArrayList<>();
        private final List<Problem> notes = new ArrayList<>();
        private final Envelope bounds = new Envelope();

        Work(Layer layer, CheckOptions options, Where where) {
            this.layer = layer;
            this.options = options;
            this.where = where;
        }

        RepairedLayer repair(Predicate<Finding> wanted) {
            read();
            MeasuredLayer measured = new MeasuredLayer(layer.crs(), bounds, geometries);
            CoverageRepair.Result result = CoverageRepair.of(measured.units(), options.tolerances(), wanted);
            List<Geometry> mended = back(measured, result.units());
            List<OutFeature> features = new ArrayList<>();
            for (int i = 0; i < mended.size(); i++) {
                features.add(new OutFeature(mended.get(i), values.get(i)));
            }
            OutLayer out = new OutLayer(
                    layer.name(),
                    new Crs.Described(layer.crs(), layer.crsCode()),
                    fields,
                    features,
                    layer.encoding().map(Encoding::charset));
            return new RepairedLayer(
                    out,
                    units,
                    result.done().stream().map(measured::told).toList(),
                    result.left().stream().map(measured::told).toList(),
                    notes,
                    measured.toDegrees());
        }

        private void read() {
            notes.addAll(layer.findings());
            UnitFields names = UnitFields.of(layer, options);
            layer.fields().forEach(field -> {
                if (field.type() == byte[].class) {
                    notes.add(Problem.warning(BUNDLE, "write.binaryLeftOut", where.field(field.name())));
                } else {
                    fields.add(new OutField(field.name(), field.type()));
                }
            });
            layer.forEach((row, feature) -> take(row, feature, names));
            if (geometries.isEmpty()) {
                throw new InputException(Problem.error(BUNDLE, "layer.empty", where));
            }
        }

        private void take(long row, SimpleFeature feature, UnitFields names) {
            if (!(feature.getDefaultGeometry() instanceof Geometry geometry) || !(geometry instanceof Polygonal)) {
                throw new InputException(Problem.error(BUNDLE, "coverage.notArea", where.row(row)));
            }
            geometries.add(geometry);
            bounds.expandToInclude(geometry.getEnvelopeInternal());
            units.add(new LayerFindings.Unit(
                    row, UnitFields.text(feature, names.code()), UnitFields.text(feature, names.name())));
            List<Object> cells = new ArrayList<>();
            fields.forEach(field -> cells.add(feature.getAttribute(field.name())));
            values.add(cells);
        }

        /** The units in the layer's own system; those that did not change are the very geometries read. */
        private List<Geometry> back(MeasuredLayer measured, List<Geometry> mended) {
            List<Geometry> result = new ArrayList<>(geometries);
            Map<Coordinate, Coordinate> original = new HashMap<>();
            List<Integer> changed = new ArrayList<>();
            Envelope touched = new Envelope();
            for (int i = 0; i < mended.size(); i++) {
                if (mended.get(i) != measured.units().get(i)) {
                    changed.add(i);
                    touched.expandToInclude(mended.get(i).getEnvelopeInternal());
                }
            }
            for (int i = 0; i < mended.size(); i++) {
                if (touched.intersects(measured.units().get(i).getEnvelopeInternal())) {
                    pair(measured.units().get(i), geometries.get(i), original);
                }
            }
            changed.forEach(
                    unit -> result.set(unit, back(mended.get(unit), measured.back(mended.get(unit)), original)));
            return result;
        }

        private static void pair(Geometry metres, Geometry own, Map<Coordinate, Coordinate> original) {
            Coordinate[] from = metres.getCoordinates();
            Coordinate[] to = own.getCoordinates();
            for (int i = 0; i < from.length; i++) {
                original.putIfAbsent(from[i], to[i]);
            }
        }

        private static Geometry back(Geometry mended, Geometry own, Map<Coordinate, Coordinate> original) {
            Geometry result = mended.copy();
            Coordinate[] metres = mended.getCoordinates();
            Coordinate[] carried = own.getCoordinates();
            int[] at = new int[1];
            result.apply((Coordinate vertex) -> {
                Coordinate before = original.get(metres[at[0]]);
                vertex.setCoordinate(Optional.ofNullable(before).orElse(carried[at[0]]));
                at[0]++;
            });
            result.geometryChanged();
            return result;
        }
    }
}
