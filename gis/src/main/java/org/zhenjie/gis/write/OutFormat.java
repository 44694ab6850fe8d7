package org.zhenjie.gis.write;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zhenjie.gis.problem.Problem;

/** The formats that are written: a line for each is all that adding one takes beside its writer. */
enum OutFormat {
    GEOPACKAGE(true, GeoPackageWriter::write, "gpkg"),
    SHAPEFILE((file, layer) -> ShapefileWriter.write(file, layer), "shp"),
    GEOJSON((file, layer) -> GeoJsonWriter.write(file, layer, GeoJsonWriter.Form.COLLECTION), "geojson", "json"),
    GEOJSON_LINES(
            (file, layer) -> GeoJsonWriter.write(file, layer, GeoJsonWriter.Form.LINES), "geojsonl", "ndjson", "jsonl"),
    GEOJSON_RECORDS((file, layer) -> GeoJsonWriter.write(file, layer, GeoJsonWriter.Form.RECORDS), "geojsons"),
    FLATGEOBUF((file, layer) -> FlatGeobufWriter.write(file, layer), "fgb"),
    CSV((file, layer) -> CsvWriter.write(file, layer), "csv");

    /** Writes layers; what had to change comes back. */
    interface Layers {
        List<Problem> write(Path file, List<OutLayer> layers) throws IOException;
    }

    /** Writes the only layer. */
    interface One {
        List<Problem> write(Path file, OutLayer layer) throws IOException;
    }

    final boolean holdsSeveral;
    final Layers writer;
    private final List<String> extensions;

    OutFormat(One writer, String... extensions) {
        this(false, (file, layers) -> writer.write(file, layers.get(0)), extensions);
    }

    OutFormat(boolean holdsSeveral, Layers writer, String... extensions) {
        this.holdsSeveral = holdsSeveral;
        this.writer = writer;
        this.extensions = List.of(extensions);
    }

    static Optional<OutFormat> of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        String extension = name.substring(name.lastIndexOf('.') + 1);
        return Arrays.stream(values())
                .filter(format -> format.extensions.contains(extension))
                .findFirst();
    }

    static List<String> allExtensions() {
        return Arrays.stream(values())
                .flatMap(format -> format.extensions.stream())
                .map(extension -> "." + extension)
                .toList();
    }
}
