package org.zhenjie.gis.write;

import static org.zhenjie.gis.problem.GisMessages.BUNDLE;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;

/** Writes layers, the format told by the file's extension. */
public final class LayerWriter {
    private LayerWriter() {}

    /**
     * Writes a file: {@code .gpkg} (any number of layers, each with its spatial index), {@code .shp} (with {@code .shx},
     * {@code .dbf}, {@code .prj} and {@code .cpg} beside it), {@code .fgb} (with its index), {@code .geojson} (carried to
     * WGS 84 with 7 decimals as RFC 7946 asks), {@code .geojsonl} and {@code .geojsons} (the same, one feature after
     * another) or {@code .csv} (places as coordinates or WKT). A file that is there is replaced, and stays as it was if
     * writing fails.
     *
     * @return what had to change to fit the format, e.g. shortened field names; empty if nothing
     * @throws InputException if the extension is none of these, the layers do not fit the format, or the file system says
     *     no
     */
    public static List<Problem> write(Path file, List<OutLayer> layers) {
        Where where = Where.file(file.toString());
        OutFormat format = format(file);
        if (!format.holdsSeveral && layers.size() != 1) {
            throw new InputException(Problem.error(BUNDLE, "write.oneLayer", where, layers.size()));
        }
        layers.forEach(layer -> checkFields(layer, where));
        try {
            return format.writer.write(file, layers);
        } catch (IOException e) {
            throw new InputException(Problem.error(BUNDLE, "write.failed", where, String.valueOf(e.getMessage())), e);
        }
    }

    /**
     * Whether the format that a file's extension asks for holds any number of layers, not just one.
     *
     * @throws InputException if the extension is that of no format that is written
     */
    public static boolean holdsSeveral(Path file) {
        return format(file).holdsSeveral;
    }

    private static OutFormat format(Path file) {
        return OutFormat.of(file)
                .orElseThrow(() -> new InputException(Problem.error(
                        BUNDLE, "write.unknownFormat", Where.file(file.toString()), OutFormat.allExtensions())));
    }

    /** Names that differ in case only are one column to most formats. */
    private static void checkFields(OutLayer layer, Where where) {
        Set<String> seen = new HashSet<>();
        for (OutField field : layer.fields()) {
            if (!seen.add(field.name().toLowerCase(Locale.ROOT))) {
                throw new InputException(Problem.error(BUNDLE, "table.columnTwice", where.field(field.name())));
            }
        }
    }
}
