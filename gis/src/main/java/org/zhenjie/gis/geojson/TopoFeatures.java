package org.zhenjie.gis.geojson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.gis.store.RawFeatures;

/** The features of one object of a TopoJSON: the members of a collection, or the object itself. */
final class TopoFeatures implements RawFeatures {
    private final JsonText text;
    private final JsonParser json;
    private final TopoGeometry geometries;
    private final String object;
    private boolean entered;
    private boolean ended;
    private long row;
    private Geometry geometry;
    private Map<String, Object> properties = Map.of();

    private TopoFeatures(JsonText text, Topology topology, String object) {
        this.text = text;
        this.json = text.parser();
        this.geometries = new TopoGeometry(topology, new GeometryFactory());
        this.object = object;
    }

    static TopoFeatures open(Path file, Charset charset, Topology topology, String object) throws IOException {
        return new TopoFeatures(JsonText.open(file, charset), topology, object);
    }

    @Override
    public boolean next() throws IOException {
        return text.guarded(this::where, this::advance);
    }

    private boolean advance() throws IOException, JsonGeometry.Broken {
        if (ended) {
            return false;
        }
        if (!entered) {
            entered = true;
            json.nextToken();
            if (!enter("objects") || !enter(object)) {
                ended = true;
                return false;
            }
            if (!enter("geometries")) {
                ended = true;
                return single();
            }
        }
        if (json.nextToken() != JsonToken.START_OBJECT) {
            ended = true;
            return false;
        }
        take(json.readValueAsTree());
        return true;
    }

    /** Moves to the value of a member of the current object; false if there is none. */
    private boolean enter(String member) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            return false;
        }
        while (text.nextMember()) {
            if (json.currentName().equals(member)) {
                return json.currentToken().isStructStart();
            }
            json.skipChildren();
        }
        return false;
    }

    /** The object is a feature of its own: it is read again, whole. */
    private boolean single() throws IOException, JsonGeometry.Broken {
        try (JsonText again = text.again();
                TopoFeatures whole = new TopoFeatures(again, geometries.topology(), object)) {
            whole.json.nextToken();
            if (!whole.enter("objects") || !whole.enter(object)) {
                return false;
            }
            take(whole.json.readValueAsTree());
            return true;
        }
    }

    private void take(JsonNode node) throws IOException, JsonGeometry.Broken {
        row++;
        geometry = geometries.of(node);
        JsonNode members = node.path("properties");
        try (JsonParser parser = members.traverse(json.getCodec())) {
            parser.nextToken();
            properties = JsonProperties.withId(
                    JsonProperties.read(parser),
                    Optional.of(node.path("id")).filter(JsonNode::isValueNode).map(JsonNode::asText));
        }
    }

    private Where where() {
        return row > 0 ? text.where().row(row) : text.where();
    }

    @Override
    public long row() {
        return row;
    }

    @Override
    public Geometry geometry() {
        return geometry;
    }

    @Override
    public Map<String, Object> properties() {
        return properties;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
