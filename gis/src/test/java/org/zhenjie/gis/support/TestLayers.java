package org.zhenjie.gis.support;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.geotools.api.feature.simple.SimpleFeature;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.zhenjie.gis.layer.Layer;
import org.zhenjie.gis.layer.LayerRequest;
import org.zhenjie.gis.layer.Layers;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.write.LayerWriter;
import org.zhenjie.gis.write.OutFeature;
import org.zhenjie.gis.write.OutField;
import org.zhenjie.gis.write.OutLayer;

/** Small layers to write and read again. */
public final class TestLayers {
    /** Code, name, people, share of a town. */
    public static final List<OutField> FIELDS = List.of(
            new OutField("code", String.class),
            new OutField("name", String.class),
            new OutField("people", Integer.class),
            new OutField("share", Double.class));

    private TestLayers() {}

    /** A feature as read. */
    public record Read(Geometry geometry, List<Object> values) {}

    /** A geometry out of well-known text. */
    public static Geometry wkt(String text) {
        try {
            return new WKTReader().read(text);
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    /** A square with its lower left corner there. */
    public static Geometry square(double x, double y, double side) {
        return new GeometryFactory().createPolygon(new Coordinate[] {
            new Coordinate(x, y),
            new Coordinate(x, y + side),
            new Coordinate(x + side, y + side),
            new Coordinate(x + side, y),
            new Coordinate(x, y)
        });
    }

    /** A feature; values may be null. */
    public static OutFeature feature(Geometry geometry, Object... values) {
        return new OutFeature(geometry, Arrays.asList(values));
    }

    /** Three towns in a row on CGCS2000 longitude and latitude. */
    public static OutLayer towns() {
        return layer(
                "towns",
                feature(square(115.0, 22.5, 0.1), "441581101", "甲子镇", 130_000, 0.25),
                feature(square(115.1, 22.5, 0.1), "441581102", "碣石镇", 220_000, 1e-7),
                feature(square(115.2, 22.5, 0.1), "441581103", "湖东镇", null, 1.0 / 3));
    }

    /** A layer of {@link #FIELDS} on CGCS2000 longitude and latitude. */
    public static OutLayer layer(String name, OutFeature... features) {
        return new OutLayer(name, "EPSG:4490", FIELDS, List.of(features));
    }

    /** The layer with texts in another charset. */
    public static OutLayer in(String charset, OutLayer layer) {
        return new OutLayer(
                layer.name(), layer.crsCode(), layer.fields(), layer.features(), Optional.of(Charset.forName(charset)));
    }

    /** Writes the towns to a file. */
    public static Path write(Path file, OutLayer... layers) {
        LayerWriter.write(file, List.of(layers));
        return file;
    }

    /** All features of the only layer of a file. */
    public static List<Read> read(Path file) {
        return read(LayerRequest.of(file));
    }

    /** All features of a layer. */
    public static List<Read> read(LayerRequest request) {
        try (Layer layer = Layers.open(request)) {
            List<Read> result = new ArrayList<>();
            layer.forEach((row, feature) -> result.add(read(layer, feature)));
            return result;
        }
    }

    private static Read read(Layer layer, SimpleFeature feature) {
        List<Object> values = new ArrayList<>();
        layer.fields().forEach(field -> values.add(feature.getAttribute(field.name())));
        return new Read((Geometry) feature.getDefaultGeometry(), values);
    }

    /** The first problem of what the work throws; fails if it throws nothing. */
    public static Problem problem(Runnable work) {
        try {
            work.run();
        } catch (InputException e) {
            return e.problems().get(0);
        }
        throw new AssertionError("no InputException");
    }
}
