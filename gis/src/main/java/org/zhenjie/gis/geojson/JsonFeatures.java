package org.zhenjie.gis.geojson;

import static org.zhenjie.gis.problem.GisMessages.BUNDLE;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;

/**
 * The features of a GeoJSON text one by one, with properties as they stand there. A text that is a single feature or a
 * bare geometry counts as one feature. Members may come in any order.
 */
final class JsonFeatures implements Closeable {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final Path file;
    private final JsonParser json;
    private final JsonGeometry geometries;
    private boolean inFeatures;
    private boolean sawFeatures;
    private boolean ended;
    private JsonObject top;
    private JsonObject feature;
    private long row;
    private Optional<String> crsName = Optional.empty();
    private boolean crsDeclared;

    private JsonFeatures(Path file, JsonParser json) {
        this.file = file;
        this.json = json;
        this.geometries = new JsonGeometry(json, new GeometryFactory());
    }

    static JsonFeatures open(Path file, Charset charset) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            if (charset.equals(StandardCharsets.UTF_8)) {
                return new JsonFeatures(file, FACTORY.createParser(in));
            }
            var decoder = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
            return new JsonFeatures(file, FACTORY.createParser(new InputStreamReader(in, decoder)));
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /** Moves to the next feature; false after the last, once the text has been read to its end. */
    boolean next() throws IOException {
        try {
            return advance();
        } catch (JsonProcessingException e) {
            throw syntax(e);
        } catch (CharacterCodingException e) {
            throw new InputException(Problem.error(BUNDLE, "geojson.charset", where()), e);
        } catch (JsonGeometry.Broken e) {
            JsonLocation at = json.currentLocation();
            throw new InputException(
                    Problem.error(BUNDLE, "geojson.geometry", where(), at.getLineNr(), e.getMessage()), e);
        }
    }

    private boolean advance() throws IOException, JsonGeometry.Broken {
        if (ended) {
            return false;
        }
        if (top == null) {
            begin();
        }
        while (true) {
            if (inFeatures) {
                JsonToken token = json.nextToken();
                if (token == JsonToken.START_OBJECT) {
                    row++;
                    feature = new JsonObject();
                    members(feature);
                    return true;
                }
                if (token != JsonToken.END_ARRAY) {
                    throw notOne(Optional.empty());
                }
                inFeatures = false;
            }
            if (!topMembers()) {
                return finish();
            }
        }
    }

    private void begin() throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw notOne(Optional.empty());
        }
        top = new JsonObject();
    }

    /** Reads members of the whole up to the features, or to its end; whether features come now. */
    private boolean topMembers() throws IOException, JsonGeometry.Broken {
        while (nextMember()) {
            String name = json.currentName();
            json.nextToken();
            if (name.equals("features") && json.currentToken() == JsonToken.START_ARRAY) {
                sawFeatures = true;
                inFeatures = true;
                return true;
            }
            if (name.equals("crs")) {
                crs();
            } else {
                top.member(name);
            }
        }
        return false;
    }

    private boolean finish() throws IOException {
        ended = true;
        if (json.nextToken() != null) {
            throw new InputException(Problem.error(
                    BUNDLE, "geojson.trailing", where(), json.currentLocation().getLineNr()));
        }
        if (sawFeatures) {
            return false;
        }
        if (!top.isFeatureOrGeometry()) {
            throw notOne(top.type);
        }
        row = 1;
        feature = top;
        return true;
    }

    private void members(JsonObject object) throws IOException, JsonGeometry.Broken {
        while (nextMember()) {
            String name = json.currentName();
            json.nextToken();
            object.member(name);
        }
        if (object.type.isPresent() && !object.type.get().equals("Feature")) {
            throw notOne(object.type);
        }
    }

    private boolean nextMember() throws IOException {
        JsonToken token = json.nextToken();
        if (token == null) {
            throw new InputException(Problem.error(
                    BUNDLE, "geojson.truncated", where(), json.currentLocation().getLineNr()));
        }
        return token == JsonToken.FIELD_NAME;
    }

    private void crs() throws IOException {
        crsDeclared = true;
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        int depth = 1;
        while (depth > 0) {
            JsonToken token = json.nextToken();
            if (token == null) {
                return;
            }
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (token == JsonToken.VALUE_STRING && "name".equals(json.currentName())) {
                crsName = Optional.of(json.getText());
            }
        }
    }

    /** Number of the feature, from 1. */
    long row() {
        return row;
    }

    Geometry geometry() throws InputException {
        return feature.geometry;
    }

    Map<String, Object> properties() {
        return feature.properties;
    }

    /** Whether the text has a {@code crs} member; known once all features have been read. */
    boolean crsDeclared() {
        return crsDeclared;
    }

    /** The name that the {@code crs} member gives; known once all features have been read. */
    Optional<String> crsName() {
        return crsName;
    }

    private InputException syntax(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        long line = at == null ? 0 : at.getLineNr();
        int column = at == null ? 0 : at.getColumnNr();
        String key =
                e instanceof com.fasterxml.jackson.core.io.JsonEOFException ? "geojson.truncated" : "geojson.syntax";
        return new InputException(Problem.error(BUNDLE, key, where(), line, column, e.getOriginalMessage()), e);
    }

    private InputException notOne(Optional<String> type) {
        String key = type.isPresent() && type.get().equals("Topology") ? "geojson.topology" : "geojson.notOne";
        return new InputException(Problem.error(
                BUNDLE, key, Where.file(file.toString()), json.currentLocation().getLineNr()));
    }

    private Where where() {
        Where where = Where.file(file.toString());
        return row > 0 ? where.row(row) : where;
    }

    @Override
    public void close() throws IOException {
        json.close();
    }

    /** The members of a feature or a geometry that matter. */
    private final class JsonObject {
        private Optional<String> type = Optional.empty();
        private Geometry geometry;
        private Map<String, Object> properties = Map.of();
        private Object coordinates;
        private Geometry[] parts;

        /** Takes one member; the parser stands on the first token of its value and is left on the last. */
        void member(String name) throws IOException, JsonGeometry.Broken {
            switch (name) {
                case "type" -> type = Optional.ofNullable(json.getValueAsString());
                case "geometry" -> geometry = geometries.read();
                case "properties" -> properties = JsonProperties.read(json);
                case "coordinates" -> coordinates = geometries.readCoordinates();
                case "geometries" -> parts = geometries.readParts();
                default -> json.skipChildren();
            }
        }

        boolean isFeatureOrGeometry() throws IOException {
            if (type.isEmpty()) {
                return false;
            }
            if (type.get().equals("Feature")) {
                return true;
            }
            try {
                geometry = geometries.build(type.get(), coordinates, parts);
                return true;
            } catch (JsonGeometry.Broken e) {
                return false;
            }
        }
    }
}
