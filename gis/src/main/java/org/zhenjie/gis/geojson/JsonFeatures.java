package org.zhenjie.gis.geojson;

import static org.zhenjie.gis.problem.GisMessages.BUNDLE;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.gis.store.RawFeatures;

/**
 * The features of a GeoJSON text one by one, with properties as they stand there. A text is one feature collection, or
 * any number of features and bare geometries one after another, each of which counts as one feature. Members may come in
 * any order.
 */
final class JsonFeatures implements RawFeatures {
    private final JsonText text;
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

    private JsonFeatures(JsonText text) {
        this.text = text;
        this.json = text.parser();
        this.geometries = new JsonGeometry(json, new GeometryFactory());
    }

    static JsonFeatures open(Path file, Charset charset) throws IOException {
        return new JsonFeatures(JsonText.open(file, charset));
    }

    @Override
    public boolean next() throws IOException {
        return text.guarded(this::where, this::advance);
    }

    private boolean advance() throws IOException, JsonGeometry.Broken {
        if (ended || top == null && !begin()) {
            ended = true;
            return false;
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
                    throw notOne();
                }
                inFeatures = false;
            }
            if (!topMembers()) {
                return finish();
            }
        }
    }

    /** Enters the next of the texts that stand one after another; false if there is none left. */
    private boolean begin() throws IOException {
        JsonToken token = json.nextToken();
        if (token == null && row > 0) {
            return false;
        }
        if (token != JsonToken.START_OBJECT) {
            throw notOne();
        }
        top = new JsonObject();
        return true;
    }

    /** Reads members of the whole up to the features, or to its end; whether features come now. */
    private boolean topMembers() throws IOException, JsonGeometry.Broken {
        while (text.nextMember()) {
            String name = json.currentName();
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
        if (sawFeatures) {
            ended = true;
            if (json.nextToken() != null) {
                throw new InputException(Problem.error(
                        BUNDLE,
                        "geojson.trailing",
                        where(),
                        json.currentLocation().getLineNr()));
            }
            return false;
        }
        row++;
        if (!top.isFeatureOrGeometry()) {
            throw notOne();
        }
        feature = top;
        top = null;
        return true;
    }

    private void members(JsonObject object) throws IOException, JsonGeometry.Broken {
        while (text.nextMember()) {
            String name = json.currentName();
            object.member(name);
        }
        if (object.type.isPresent() && !object.type.get().equals("Feature")) {
            throw notOne();
        }
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

    @Override
    public long row() {
        return row;
    }

    @Override
    public Geometry geometry() {
        return feature.geometry;
    }

    @Override
    public Map<String, Object> properties() {
        return JsonProperties.withId(feature.properties, feature.id);
    }

    /** Whether the text has a {@code crs} member; known once all features have been read. */
    boolean crsDeclared() {
        return crsDeclared;
    }

    /** The name that the {@code crs} member gives; known once all features have been read. */
    Optional<String> crsName() {
        return crsName;
    }

    private InputException notOne() {
        return new InputException(Problem.error(
                BUNDLE, "geojson.notOne", text.where(), json.currentLocation().getLineNr()));
    }

    private Where where() {
        return row > 0 ? text.where().row(row) : text.where();
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    /** The members of a feature or a geometry that matter. */
    private final class JsonObject {
        private Optional<String> type = Optional.empty();
        private Geometry geometry;
        private Map<String, Object> properties = Map.of();
        private Optional<String> id = Optional.empty();
        private Object coordinates;
        private Geometry[] parts;

        /** Takes one member; the parser stands on the first token of its value and is left on the last. */
        void member(String name) throws IOException, JsonGeometry.Broken {
            switch (name) {
                case "type" -> type = Optional.ofNullable(json.getValueAsString());
                case "geometry" -> geometry = geometries.read();
                case "properties" -> properties = JsonProperties.read(json);
                case "id" ->
                    id = Optional.ofNullable(json.currentToken() == JsonToken.VALUE_STRING ? json.getText() : null);
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
