package org.zhenjie.gis.geojson;

import static org.zhenjie.gis.problem.GisMessages.BUNDLE;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;

/**
 * What the features of a TopoJSON share: arcs, of which every feature may use any, so that all of them are held; and how
 * quantised positions become coordinates.
 */
final class Topology {
    /** A sound topology uses an arc for two neighbours; what repeats its arcs over and over is none. */
    private static final long MOST_USES = 8;

    private final List<double[]> arcs = new ArrayList<>();
    private final List<String> objects = new ArrayList<>();
    private final double[] scale = {1, 1};
    private final double[] translate = {0, 0};
    private boolean quantised;
    private long points;

    private Topology() {}

    static Topology read(Path file, Charset charset) throws IOException {
        try (JsonText text = JsonText.open(file, charset)) {
            return text.guarded(text::where, () -> new Topology().read(text));
        }
    }

    private Topology read(JsonText text) throws IOException, JsonGeometry.Broken {
        JsonParser json = text.parser();
        json.nextToken();
        while (text.nextMember()) {
            switch (json.currentName()) {
                case "arcs" -> readArcs(json);
                case "transform" -> readTransform(text);
                case "objects" -> readNames(text);
                default -> json.skipChildren();
            }
        }
        if (json.nextToken() != null) {
            throw new InputException(Problem.error(
                    BUNDLE,
                    "geojson.trailing",
                    text.where(),
                    json.currentLocation().getLineNr()));
        }
        if (quantised) {
            arcs.forEach(this::unfold);
        }
        return this;
    }

    private void readNames(JsonText text) throws IOException {
        if (text.parser().currentToken() != JsonToken.START_OBJECT) {
            text.parser().skipChildren();
            return;
        }
        while (text.nextMember()) {
            objects.add(text.parser().currentName());
            text.parser().skipChildren();
        }
    }

    private void readTransform(JsonText text) throws IOException, JsonGeometry.Broken {
        JsonParser json = text.parser();
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        quantised = true;
        while (text.nextMember()) {
            switch (json.currentName()) {
                case "scale" -> readPair(json, scale);
                case "translate" -> readPair(json, translate);
                default -> json.skipChildren();
            }
        }
    }

    private static void readPair(JsonParser json, double[] pair) throws IOException, JsonGeometry.Broken {
        expect(json.currentToken() == JsonToken.START_ARRAY, json);
        for (int i = 0; i < pair.length; i++) {
            json.nextToken();
            pair[i] = number(json);
        }
        expect(json.nextToken() == JsonToken.END_ARRAY, json);
    }

    private void readArcs(JsonParser json) throws IOException, JsonGeometry.Broken {
        expect(json.currentToken() == JsonToken.START_ARRAY, json);
        double[] buffer = new double[64];
        while (json.nextToken() != JsonToken.END_ARRAY) {
            expect(json.currentToken() == JsonToken.START_ARRAY, json);
            int size = 0;
            while (json.nextToken() != JsonToken.END_ARRAY) {
                expect(json.currentToken() == JsonToken.START_ARRAY, json);
                if (size == buffer.length) {
                    buffer = Arrays.copyOf(buffer, 2 * size);
                }
                json.nextToken();
                buffer[size++] = number(json);
                json.nextToken();
                buffer[size++] = number(json);
                skipRest(json);
            }
            arcs.add(Arrays.copyOf(buffer, size));
            points += size / 2;
        }
    }

    private static void skipRest(JsonParser json) throws IOException, JsonGeometry.Broken {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            number(json);
        }
    }

    private static double number(JsonParser json) throws IOException, JsonGeometry.Broken {
        expect(json.currentToken() != null && json.currentToken().isNumeric(), json);
        double value = json.getDoubleValue();
        if (!Double.isFinite(value)) {
            throw new JsonGeometry.Broken("coordinate " + json.getText());
        }
        return value;
    }

    private static void expect(boolean holds, JsonParser json) throws IOException, JsonGeometry.Broken {
        if (!holds) {
            throw new JsonGeometry.Broken("a position or arc holds " + json.getText());
        }
    }

    /** Positions of a quantised arc are steps from the one before. */
    private void unfold(double[] arc) {
        double x = 0;
        double y = 0;
        for (int i = 0; i < arc.length; i += 2) {
            x += arc[i];
            y += arc[i + 1];
            arc[i] = x * scale[0] + translate[0];
            arc[i + 1] = y * scale[1] + translate[1];
        }
    }

    /** Names of the objects, in the file's order; each is a layer. */
    List<String> objects() {
        return List.copyOf(objects);
    }

    /** The place of a position that stands by itself, as points have it. */
    Coordinate place(double x, double y) {
        return new CoordinateXY(x * scale[0] + translate[0], y * scale[1] + translate[1]);
    }

    /** Most vertices that one geometry may have. */
    long mostVertices() {
        return MOST_USES * points;
    }

    /** How many vertices a line of these arcs has at most; so is checked before memory is taken for it. */
    long size(int[] numbers) throws JsonGeometry.Broken {
        long size = 0;
        for (int number : numbers) {
            int arc = number < 0 ? ~number : number;
            if (arc >= arcs.size()) {
                throw new JsonGeometry.Broken("there is no arc " + number);
            }
            size += arcs.get(arc).length / 2;
        }
        return size;
    }

    /** Joins arcs to a line; an arc begins where the one before ends. A number below 0 is the arc ~number, backwards. */
    Coordinate[] line(int[] numbers) {
        List<Coordinate> line = new ArrayList<>();
        for (int number : numbers) {
            append(line, arcs.get(number < 0 ? ~number : number), number < 0);
        }
        return line.toArray(Coordinate[]::new);
    }

    private static void append(List<Coordinate> line, double[] arc, boolean backwards) {
        int size = arc.length / 2;
        for (int i = line.isEmpty() ? 0 : 1; i < size; i++) {
            int at = 2 * (backwards ? size - 1 - i : i);
            line.add(new CoordinateXY(arc[at], arc[at + 1]));
        }
    }
}
