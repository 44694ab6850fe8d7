package org.zhenjie.gis.problem;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * The place of a problem, as narrow as it is known. Immutable; the builder methods give changed copies.
 *
 * @param file path as the user or the study wrote it
 * @param row 1-based: of a table the row of the sheet with its header counted, of a layer the number of the feature
 * @param field name of the column or key
 * @param value the text found there
 */
public record Where(Optional<String> file, OptionalLong row, Optional<String> field, Optional<String> value) {
    private static final Where NOWHERE =
            new Where(Optional.empty(), OptionalLong.empty(), Optional.empty(), Optional.empty());

    /** No place: a problem of the call itself. */
    public static Where nowhere() {
        return NOWHERE;
    }

    /** A place in a file. */
    public static Where file(String path) {
        return new Where(Optional.of(path), OptionalLong.empty(), Optional.empty(), Optional.empty());
    }

    /** The same place, narrowed to a row (1-based). */
    public Where row(long number) {
        return new Where(file, OptionalLong.of(number), field, value);
    }

    /** The same place, narrowed to a field. */
    public Where field(String name) {
        return new Where(file, row, Optional.of(name), value);
    }

    /** The same place, with the value found there. */
    public Where value(String text) {
        return new Where(file, row, field, Optional.of(text));
    }

    /** The same place in a file that the user knows by another path. */
    public Where inFile(String path) {
        return new Where(Optional.of(path), row, field, value);
    }
}
