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
     * Writes a file: {@code .gpkg} (any number of layers, each with its spatial index), {@code .geojson} (one layer,
     * carried to WGS 84 with 7 decimals as RFC 7946 asks) or {@code .shp} (one layer; {@code .shx}, {@code .dbf},
     * {@code .prj} and {@code .cpg} beside it). A file that is there is replaced, and stays as it was if writing fails.
     *
     * @return what had to change to fit the format, e.g. shortened field names; empty if nothing
     * @throws InputException if the extension is none of these, a CRS is unknown, the layers do not fit the format, or
     *     the file system says no
     */
    public static List<Problem> write(Path file, List<OutLayer> layers) {
        Where where = Where.file(file.toString());
        layers.forEach(layer -> checkFields(layer, where));
        try {
            return switch (extension(file)) {
                case "gpkg" -> GeoPackageWriter.write(file, layers);
                case "geojson", "json" -> GeoJsonWriter.write(file, single(layers, where));
                case "shp" -> ShapefileWriter.write(file, single(layers, where));
                default ->
                    throw new InputException(
                            Problem.error(BUNDLE, "write.unknownFormat", where, List.of(".gpkg", ".geojson", ".shp")));
            };
        } catch (IOException e) {
            throw new InputException(Problem.error(BUNDLE, "write.failed", where, String.valueOf(e.getMessage())), e);
        }
    }

    private static OutLayer single(List<OutLayer> layers, Where where) {
        if (layers.size() != 1) {
            throw new InputException(Problem.error(BUNDLE, "write.oneLayer", where, layers.size()));
        }
        return layers.get(0);
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

    private static String extension(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
