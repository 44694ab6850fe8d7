package org.zhenjie.scenarios.study;

import java.nio.charset.Charset;
import java.util.Map;
import java.util.Optional;
import org.zhenjie.gis.encoding.Charsets;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.scenarios.problem.Problems;
import org.zhenjie.scenarios.yaml.YamlMap;

/**
 * One entry under {@code data} of the study file: where one kind of data is and what its columns are called.
 *
 * @param role key of the entry, e.g. {@code towns}
 * @param file path relative to the study folder, as people wrote it
 * @param layer layer or sheet
 * @param encoding charset of texts, where people gave one
 * @param crs CRS that wins over what the file says
 * @param columns column by the thing it holds, only those that people named
 * @param kinds kind of town by the word for it in the data
 * @param where where the entry stands
 */
record Source(
        String role,
        String file,
        Optional<String> layer,
        Optional<Charset> encoding,
        Optional<String> crs,
        Map<String, Located<String>> columns,
        Map<String, TownKind> kinds,
        Where where) {

    /** A source out of an entry that says {@code file}, {@code layer}, {@code encoding} and {@code crs}. */
    static Source plain(String role, YamlMap entry, Map<String, Located<String>> columns, Problems problems) {
        return new Source(
                role,
                entry.text("file"),
                entry.optionalText("layer"),
                entry.optionalText("encoding").flatMap(name -> charset(name, entry.where("encoding"), problems)),
                entry.optionalText("crs"),
                columns,
                Map.of(),
                entry.where());
    }

    /** A charset by any of its names; an unknown one is reported. */
    static Optional<Charset> charset(String name, Where where, Problems problems) {
        Optional<Charset> charset = Charsets.named(name);
        if (charset.isEmpty()) {
            problems.error("study.charset", where);
        }
        return charset;
    }

    /** The same source with the words for kinds of town. */
    Source withKinds(Map<String, TownKind> words) {
        return new Source(role, file, layer, encoding, crs, columns, words, where);
    }

    /** The column that holds a thing: as people named it, else of the same name. */
    String column(String thing) {
        return columns.containsKey(thing) ? columns.get(thing).value() : thing;
    }

    /** Where the column of a thing is named, or should be. */
    Where whereNamed(String thing) {
        return columns.containsKey(thing) ? columns.get(thing).where() : where.value(thing);
    }
}
