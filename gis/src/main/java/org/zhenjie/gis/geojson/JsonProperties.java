package org.zhenjie.gis.geojson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.zhenjie.gis.store.RawNumber;

/** Properties as they stand in the text: {@code String}, {@code Boolean}, {@link RawNumber} or null; objects as JSON text. */
final class JsonProperties {
    private static final String ID = "id";
    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonProperties() {}

    static Map<String, Object> read(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return Map.of();
        }
        Map<String, Object> result = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            result.put(name, value(json));
        }
        return result;
    }

    /** The properties, with the id that stands beside them where none of them is called so: codes are often kept there. */
    static Map<String, Object> withId(Map<String, Object> properties, Optional<String> id) {
        if (id.isEmpty() || properties.containsKey(ID)) {
            return properties;
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put(ID, id.get());
        result.putAll(properties);
        return result;
    }

    private static Object value(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case VALUE_NULL -> null;
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NUMBER_INT -> new RawNumber(json.getText(), true);
            case VALUE_NUMBER_FLOAT -> new RawNumber(json.getText(), false);
            case START_OBJECT, START_ARRAY -> asText(json);
            default -> json.getText();
        };
    }

    private static String asText(JsonParser json) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            generator.copyCurrentStructure(json);
        }
        return text.toString();
    }
}
