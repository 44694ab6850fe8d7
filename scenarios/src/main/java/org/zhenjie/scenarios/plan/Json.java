package org.zhenjie.scenarios.plan;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.gis.write.AtomicFiles;
import org.zhenjie.scenarios.problem.Texts;

/** Reads and writes JSON files: the same bytes for the same content on every system, and never a half-written file. */
final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Json() {}

    static void write(Path file, Object content) throws IOException {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
        String text = MAPPER.writer(printer).writeValueAsString(content) + "\n";
        AtomicFiles.write(file, unfinished -> Files.writeString(unfinished, text));
    }

    /**
     * The bytes of a file.
     *
     * @param shown the file as people know it
     * @throws InputException if it cannot be read
     */
    static byte[] bytes(Path file, String shown) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new InputException(
                    Problem.error(Texts.BUNDLE, "file.unreadable", Where.file(shown), e.getMessage()), e);
        }
    }

    /**
     * What the bytes of a file hold.
     *
     * @param shown the file as people know it
     * @throws InputException if they do not hold what is asked for
     */
    static <T> T read(byte[] bytes, String shown, Class<T> type) {
        Where where = Where.file(shown);
        try {
            T content = MAPPER.readValue(bytes, type);
            if (content == null) {
                throw new InputException(Problem.error(Texts.BUNDLE, "plan.damaged", where, "null"));
            }
            return content;
        } catch (JsonProcessingException e) {
            JsonLocation location = e.getLocation();
            Where line = location == null ? where : where.row(location.getLineNr());
            throw new InputException(Problem.error(Texts.BUNDLE, "plan.damaged", line, e.getOriginalMessage()), e);
        } catch (IOException e) {
            throw new InputException(Problem.error(Texts.BUNDLE, "file.unreadable", where, e.getMessage()), e);
        }
    }

    /** The version of a file's format, before anything else of it is read; 0 where it says none. */
    static int format(byte[] bytes, String shown) {
        Where where = Where.file(shown);
        try {
            return MAPPER.readTree(bytes).path("format").asInt();
        } catch (JsonProcessingException e) {
            throw new InputException(Problem.error(Texts.BUNDLE, "plan.damaged", where, e.getOriginalMessage()), e);
        } catch (IOException e) {
            throw new InputException(Problem.error(Texts.BUNDLE, "file.unreadable", where, e.getMessage()), e);
        }
    }
}
