package org.zhenjie.gis.write;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.zhenjie.gis.crs.Crs;
import org.zhenjie.gis.crs.GeometryTransform;
import org.zhenjie.gis.problem.Problem;

/** Writes GeoJSON as of RFC 7946: WGS 84, shells counter-clockwise, one feature a line; as a collection or one by one. */
final class GeoJsonWriter {
    /** A centimetre. */
    private static final int DECIMALS = 7;

    private static final JsonFactory FACTORY = new JsonFactory();

    private final OutLayer layer;
    private final GeometryTransform toWgs84;

    /** How features stand in the text. */
    enum Form {
        /** Members of one collection. */
        COLLECTION,
        /** Texts of their own, a line each. */
        LINES,
        /** Texts of their own with a record separator before each, as of RFC 8142. */
        RECORDS
    }

    private final Form form;

    private GeoJsonWriter(OutLayer layer, Form form) {
        this.layer = layer;
        this.form = form;
        this.toWgs84 = Crs.between(layer.crs().crs(), Crs.decode(Crs.WGS84));
    }

    static List<Problem> write(Path file, OutLayer layer, Form form) throws IOException {
        GeoJsonWriter writer = new GeoJsonWriter(layer, form);
        AtomicFiles.write(file, writer::writeTo);
        return List.of();
    }

    private void writeTo(Path path) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(path, StandardCharsets.UTF_8);
                JsonGenerator json = FACTORY.createGenerator(out)) {
            json.setRootValueSeparator(null);
            if (form != Form.COLLECTION) {
                sequence(json);
                return;
            }
            json.writeStartObject();
            json.writeStringField("type", "FeatureCollection");
            json.writeStringField("name", layer.name());
            json.writeArrayFieldStart("features");
            for (OutFeature feature : layer.features()) {
                json.writeRaw('\n');
                feature(json, feature);
            }
            json.writeRaw('\n');
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private void sequence(JsonGenerator json) throws IOException {
        for (OutFeature feature : layer.features()) {
            if (form == Form.RECORDS) {
                json.writeRaw('\u001e');
            }
            feature(json, feature);
            json.writeRaw('\n');
        }
    }

    private void feature(JsonGenerator json, OutFeature feature) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "Feature");
        json.writeObjectFieldStart("properties");
        for (int i = 0; i < layer.fields().size(); i++) {
            json.writeFieldName(layer.fields().get(i).name());
            value(json, feature.values().get(i));
        }
        json.writeEndObject();
        json.writeFieldName("geometry");
        if (feature.geometry() == null) {
            json.writeNull();
        } else {
            geometry(json, toWgs84.apply(feature.geometry()));
        }
        json.writeEndObject();
    }

    private static void value(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Double number && Double.isFinite(number)) {
            json.writeNumber(number);
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value == null || value instanceof Double) {
            // JSON has no 'not a number'
            json.writeNull();
        } else {
            json.writeString(value.toString());
        }
    }

    private static void geometry(JsonGenerator json, Geometry geometry) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", geometry.getGeometryType().replace("LinearRing", "LineString"));
        if (geometry.getClass() == GeometryCollection.class) {
            json.writeArrayFieldStart("geometries");
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                geometry(json, geometry.getGeometryN(i));
            }
            json.writeEndArray();
        } else {
            json.writeFieldName("coordinates");
            coordinates(json, geometry);
        }
        json.writeEndObject();
    }

    private static void coordinates(JsonGenerator json, Geometry geometry) throws IOException {
        if (geometry instanceof Point point) {
            if (point.isEmpty()) {
                json.writeStartArray();
                json.writeEndArray();
            } else {
                position(json, point.getCoordinateSequence(), 0);
            }
        } else if (geometry instanceof LineString line) {
            line(json, line.getCoordinateSequence());
        } else if (geometry instanceof Polygon polygon) {
            rings(json, polygon);
        } else {
            json.writeStartArray();
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                coordinates(json, geometry.getGeometryN(i));
            }
            json.writeEndArray();
        }
    }

    private static void rings(JsonGenerator json, Polygon polygon) throws IOException {
        json.writeStartArray();
        if (!polygon.isEmpty()) {
            line(json, turned(polygon.getExteriorRing(), true));
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                line(json, turned(polygon.getInteriorRingN(i), false));
            }
        }
        json.writeEndArray();
    }

    private static CoordinateSequence turned(LinearRing ring, boolean counterClockwise) {
        boolean already = Orientation.isCCW(ring.getCoordinateSequence()) == counterClockwise;
        return already ? ring.getCoordinateSequence() : ring.reverse().getCoordinateSequence();
    }

    private static void line(JsonGenerator json, CoordinateSequence vertices) throws IOException {
        json.writeStartArray();
        for (int i = 0; i < vertices.size(); i++) {
            position(json, vertices, i);
        }
        json.writeEndArray();
    }

    private static void position(JsonGenerator json, CoordinateSequence vertices, int i) throws IOException {
        json.writeStartArray();
        json.writeNumber(rounded(vertices.getX(i)));
        json.writeNumber(rounded(vertices.getY(i)));
        json.writeEndArray();
    }

    private static String rounded(double degrees) {
        BigDecimal value = BigDecimal.valueOf(degrees).setScale(DECIMALS, RoundingMode.HALF_UP);
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
