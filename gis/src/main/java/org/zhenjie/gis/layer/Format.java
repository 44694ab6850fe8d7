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

/**
 * The formats of layers: what each is called, which extensions its files have, and how GeoTools' factories are asked for
 * it. The one table of formats; what opens each is chosen in {@code org.zhenjie.gis.format}, where the compiler asks for
 * a line for each constant.
 */
public enum Format {
    /** A {@code .shp} with its companions. */
    SHAPEFILE("Shapefile", Key.URL, "org.geotools.data.shapefile.ShapefileDataStoreFactory", "shp"),
    /** Any number of Shapefiles in one archive. */
    ZIPPED_SHAPEFILES("Shapefile (zip)", Key.URL, "", "zip"),
    /** Feature tables of an SQLite file. */
    GEOPACKAGE("GeoPackage", Key.DATABASE, "org.geotools.geopkg.GeoPkgDataStoreFactory", "gpkg"),
    /** One feature collection, feature or geometry. */
    GEOJSON("GeoJSON", Key.URL, "org.geotools.data.geojson.store.GeoJSONDataStoreFactory", "geojson", "json"),
    /** Features along a curve with an index before them. */
    FLATGEOBUF("FlatGeobuf", Key.URL, "", "fgb"),
    /** GeoJSON features one after another, a line each or with record separators before them (RFC 8142). */
    GEOJSON_SEQUENCE("GeoJSON text sequence", Key.URL, "", "geojsonl", "geojsons", "ndjson", "jsonl"),
    /** GeoJSON's relative with arcs that neighbours share. */
    TOPOJSON("TopoJSON", Key.URL, "", "topojson", "topo"),
    /** Text with columns that say where its rows are. */
    CSV("CSV", Key.FILE, "org.geotools.data.csv.CSVDataStoreFactory", "csv", "tsv", "txt"),
    /** Sheets with columns that say where their rows are. */
    XLSX("XLSX", Key.FILE, "", "xlsx"),
    /** Placemarks, as they are or packed. */
    KML("KML", Key.URL, "", "kml", "kmz"),
    /** Tables of a database, which is no file. */
    POSTGIS("PostGIS", Key.JDBC_URL, "");

    /** The parameter by which a factory is asked. */
    private enum Key {
        URL,
        FILE,
        DATABASE,
        JDBC_URL;

        String parameter() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final String title;
    private final Key key;
    private final String officialFactory;
    private final List<String> extensions;

    Format(String title, Key key, String officialFactory, String... extensions) {
        this.title = title;
        this.key = key;
        this.officialFactory = officialFactory;
        this.extensions = List.of(extensions);
    }

    /** What people call it; the same in every language. */
    public String title() {
        return title;
    }

    /** Class name of GeoTools' own plugin, which takes over where it is on the class path; empty where there is none. */
    public String officialFactory() {
        return officialFactory;
    }

    /** Name of the parameter that says which file: of type URL if it is {@code url}, else of type File. */
    public String parameter() {
        return key.parameter();
    }

    /** The format of a file by its extension; empty where it is none of the known. */
    public static Optional<Format> of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        String extension = name.substring(name.lastIndexOf('.') + 1);
        return Arrays.stream(values())
                .filter(format -> format.extensions.contains(extension))
                .findFirst();
    }

    /** Every extension that is known, with its dot. */
    public static List<String> allExtensions() {
        return Arrays.stream(values())
                .flatMap(format -> format.extensions.stream())
                .map(extension -> "." + extension)
                .toList();
    }

    /** The parameters by which GeoTools' own plugins are asked for such a file; ours take the same. */
    Map<String, Serializable> parameters(LayerRequest request) throws MalformedURLException {
        Map<String, Serializable> parameters = new LinkedHashMap<>();
        if (request.database().isPresent()) {
            parameters.put("dbtype", "postgis");
            parameters.put(parameter(), request.database().get());
            return parameters;
        }
        Path file = request.file();
        parameters.put(parameter(), key == Key.URL ? file.toUri().toURL() : file.toFile());
        if (this == GEOPACKAGE) {
            parameters.put("dbtype", "geopkg");
            parameters.put("read_only", true);
        }
        request.encoding().ifPresent(charset -> parameters.put("charset", charset.name()));
        return parameters;
    }
}
