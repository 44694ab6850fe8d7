package org.zhenjie.gis.geojson;

import static org.zhenjie.gis.problem.GisMessages.BUNDLE;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
import java.util.Set;
import java.util.function.Supplier;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;

/** A file of JSON read as a stream, and what goes wrong with it in words for people. */
final class JsonText implements Closeable {
    private static final JsonFactory FACTORY = JsonMapper.builder().build().getFactory();

    private final Path file;
    private final Charset charset;
    private final JsonParser json;

    private JsonText(Path file, Charset charset, JsonParser json) {
        this.file = file;
        this.charset = charset;
        this.json = json;
    }

    /** Work on the text. */
    interface Work<T> {
        T run() throws IOException, JsonGeometry.Broken;
    }

    static JsonText open(Path file, Charset charset) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            if (charset.equals(StandardCharsets.UTF_8)) {
                return new JsonText(file, charset, FACTORY.createParser(new RecordSeparators(in)));
            }
            var decoder = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
            return new JsonText(file, charset, FACTORY.createParser(new InputStreamReader(in, decoder)));
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /** The same text from its beginning. */
    JsonText again() throws IOException {
        return open(file, charset);
    }

    JsonParser parser() {
        return json;
    }

    Where where() {
        return Where.file(file.toString());
    }

    /** What the work gives; what it throws of the text becomes a problem at the place. */
    <T> T guarded(Supplier<Where> place, Work<T> work) throws IOException {
        try {
            return work.run();
        } catch (JsonProcessingException e) {
            throw syntax(e, place.get());
        } catch (CharacterCodingException e) {
            throw new InputException(Problem.error(BUNDLE, "geojson.charset", place.get()), e);
        } catch (JsonGeometry.Broken e) {
            int line = json.currentLocation().getLineNr();
            throw new InputException(Problem.error(BUNDLE, "geojson.geometry", place.get(), line, e.getMessage()), e);
        }
    }

    private static InputException syntax(JsonProcessingException e, Where where) {
        JsonLocation at = e.getLocation();
        long line = at == null ? 0 : at.getLineNr();
        int column = at == null ? 0 : at.getColumnNr();
        String key = e instanceof JsonEOFException ? "geojson.truncated" : "geojson.syntax";
        return new InputException(Problem.error(BUNDLE, key, where, line, column, e.getOriginalMessage()), e);
    }

    /** Moves to the next member of the current object, and from its name to its value; false after the last. */
    boolean nextMember() throws IOException {
        JsonToken token = json.nextToken();
        if (token == null) {
            throw new InputException(Problem.error(
                    BUNDLE, "geojson.truncated", where(), json.currentLocation().getLineNr()));
        }
        if (token == JsonToken.FIELD_NAME) {
            json.nextToken();
            return true;
        }
        return false;
    }

    /** Whether the text is a TopoJSON: told by its type, or by the first member that only one of the two has. */
    boolean isTopology() throws IOException {
        return guarded(this::where, () -> {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            while (nextMember()) {
                String name = json.currentName();
                if (name.equals("type")) {
                    return "Topology".equals(json.getValueAsString());
                }
                if (Set.of("arcs", "objects", "transform").contains(name)) {
                    return true;
                }
                if (Set.of("features", "geometry", "coordinates", "properties").contains(name)) {
                    return false;
                }
                json.skipChildren();
            }
            return false;
        });
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
