package org.zhenjie.gis.format;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.Charset;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.geotools.api.data.DataStore;
import org.geotools.api.data.DataStoreFactorySpi;
import org.zhenjie.gis.csv.CsvStore;
import org.zhenjie.gis.encoding.Charsets;
import org.zhenjie.gis.flatgeobuf.FlatGeobufStore;
import org.zhenjie.gis.geojson.GeoJsonStore;
import org.zhenjie.gis.geopackage.GeoPackageStore;
import org.zhenjie.gis.kml.KmlStore;
import org.zhenjie.gis.layer.Format;
import org.zhenjie.gis.layer.JdbcUrl;
import org.zhenjie.gis.postgis.PostgisStore;
import org.zhenjie.gis.shapefile.ShapefileStore;
import org.zhenjie.gis.shapefile.ZipStore;

/**
 * Opens files of every {@link Format} for reading. It takes the parameters of GeoTools' own plugin of the same format and
 * steps back where that plugin is on the class path.
 */
public final class FormatStoreFactory implements DataStoreFactorySpi {
    private static final Param URL_PARAM = new Param("url", URL.class, "URL of the file", false);
    private static final Param FILE_PARAM = new Param("file", File.class, "The file", false);
    private static final Param DATABASE_PARAM = new Param("database", File.class, "The .gpkg file", false);
    /** Name of a charset; optional, else as the file says or as detected. */
    private static final Param CHARSET = new Param("charset", String.class, "Charset of texts", false);

    /** A file and its format. */
    private record Target(Format format, Path file) {}

    private static final Param DATABASE_URL = new Param("jdbc_url", String.class, "JDBC URL of a database", false);

    private static DataStore open(Target target, Optional<Charset> charset) {
        Path file = target.file();
        return switch (target.format()) {
            case SHAPEFILE -> new ShapefileStore(file, charset);
            case ZIPPED_SHAPEFILES -> new ZipStore(file, charset);
            case GEOPACKAGE -> new GeoPackageStore(file);
            case FLATGEOBUF -> new FlatGeobufStore(file);
            case GEOJSON, GEOJSON_SEQUENCE, TOPOJSON -> new GeoJsonStore(file, charset);
            case POSTGIS -> throw new IllegalArgumentException("a database is no file");
            case KML -> new KmlStore(file);
            case CSV, XLSX -> new CsvStore(file, charset);
        };
    }

    @Override
    public String getDisplayName() {
        return "Zhenjie";
    }

    @Override
    public String getDescription() {
        return "Files of " + String.join(" ", Format.allExtensions());
    }

    @Override
    public Param[] getParametersInfo() {
        return new Param[] {URL_PARAM, FILE_PARAM, DATABASE_PARAM, DATABASE_URL, CHARSET};
    }

    @Override
    public boolean isAvailable() {
        return true;
    }

    @Override
    public boolean canProcess(Map<String, ?> parameters) {
        return target(parameters).isPresent() || database(parameters).isPresent();
    }

    @Override
    public DataStore createDataStore(Map<String, ?> parameters) throws IOException {
        Optional<String> database = database(parameters);
        if (database.isPresent()) {
            return new PostgisStore(database.get());
        }
        Target target = target(parameters).orElseThrow(() -> new IOException("no parameter names a file of ours"));
        Object charset = CHARSET.lookUp(parameters);
        return open(target, Optional.ofNullable(charset).map(Object::toString).flatMap(Charsets::named));
    }

    @Override
    public DataStore createNewDataStore(Map<String, ?> parameters) {
        throw new UnsupportedOperationException("read only; files are written by org.zhenjie.gis.write");
    }

    private static Optional<String> database(Map<String, ?> parameters) {
        return Optional.ofNullable(parameters.get(DATABASE_URL.key))
                .map(Object::toString)
                .filter(JdbcUrl::isOne);
    }

    private static Optional<Target> target(Map<String, ?> parameters) {
        for (Param param : new Param[] {URL_PARAM, FILE_PARAM, DATABASE_PARAM}) {
            Optional<Target> target = file(parameters.get(param.key))
                    .flatMap(file -> Format.of(file).map(format -> new Target(format, file)))
                    .filter(found -> found.format().parameter().equals(param.key))
                    .filter(found -> !isPresent(found.format().officialFactory()));
            if (target.isPresent()) {
                return target;
            }
        }
        return Optional.empty();
    }

    /** Whether a class is on the class path. */
    static boolean isPresent(String className) {
        try {
            Class.forName(className, false, FormatStoreFactory.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static Optional<Path> file(Object value) {
        try {
            if (value instanceof URL url) {
                return Optional.of(Path.of(url.toURI()));
            }
            return value instanceof File file ? Optional.of(file.toPath()) : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            return Optional.empty();
        }
    }
}
