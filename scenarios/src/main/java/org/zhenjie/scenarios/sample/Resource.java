package org.zhenjie.scenarios.sample;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.zhenjie.scenarios.study.Name;

/** Reads the tables and texts that lie beside the generator. */
final class Resource {
    private static final CSVFormat TABLE =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    private Resource() {}

    /** Rows of a CSV table with a header. */
    static <T> List<T> rows(String resource, Function<CSVRecord, T> row) {
        try (CSVParser parser = CSVParser.parse(text(resource), TABLE)) {
            return parser.stream().map(row).toList();
        } catch (IOException e) {
            throw new IllegalStateException("Sample table does not parse: " + resource, e);
        }
    }

    /** A text as it is. */
    static String text(String resource) {
        try (InputStream in = Resource.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("Sample resource is not in the program: " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("Sample resource does not open: " + resource, e);
        }
    }

    static Name name(CSVRecord row) {
        return new Name(row.get("name"), row.get("name_en"));
    }

    static double number(CSVRecord row, String column) {
        return Double.parseDouble(row.get(column));
    }

    /** A cell, unless it is empty. */
    static Optional<String> cell(CSVRecord row, String column) {
        return Optional.of(row.get(column)).filter(text -> !text.isEmpty());
    }

    /** The parts of a cell between semicolons. */
    static List<String> list(CSVRecord row, String column) {
        return cell(row, column).map(text -> List.of(text.split(";"))).orElse(List.of());
    }
}
