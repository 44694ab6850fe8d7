package org.zhenjie.gis.layer;

import java.io.Serializable;
import java.net.MalformedURLException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The formats of layers, told by the file's extension, and how GeoTools' factories are asked for each. */
enum Format {
    SHAPEFILE("Shapefile", "shp"),
    GEOPACKAGE("GeoPackage", "gpkg"),
    GEOJSON("GeoJSON", "geojson", "json"),
    CSV("CSV", "csv", "tsv", "txt");

    final String title;
    private final List<String> extensions;

    Format(String title, String... extensions) {
        this.title = title;
        this.extensions = List.of(extensions);
    }

    static Optional<Format> of(Path file) {
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

    /** The parameters by which GeoTools' own plugins are asked for such a file; ours take the same. */
    Map<String, Serializable> parameters(LayerRequest request) throws MalformedURLException {
        Map<String, Serializable> parameters = new LinkedHashMap<>();
        switch (this) {
            case SHAPEFILE, GEOJSON ->
                parameters.put("url", request.file().toUri().toURL());
            case GEOPACKAGE -> {
                parameters.put("dbtype", "geopkg");
                parameters.put("database", request.file().toFile());
                parameters.put("read_only", true);
            }
            case CSV -> parameters.put("file", request.file().toFile());
        }
        request.encoding().ifPresent(charset -> parameters.put("charset", charset.name()));
        return parameters;
    }
}
