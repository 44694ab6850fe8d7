package org.zhenjie.gis.geojson;

import java.net.URL;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Optional;
import org.geotools.api.data.DataStore;
import org.zhenjie.gis.store.FileStoreFactory;

/** Opens GeoJSON files for reading. */
public final class GeoJsonStoreFactory extends FileStoreFactory {
    /** The {@code .geojson} file. */
    public static final Param URL_PARAM = new Param("url", URL.class, "URL of the .geojson file", true);

    /** For {@code META-INF/services}. */
    public GeoJsonStoreFactory() {
        super(URL_PARAM, "org.geotools.data.geojson.store.GeoJSONDataStoreFactory", "geojson", "json");
    }

    @Override
    public String getDisplayName() {
        return "GeoJSON";
    }

    @Override
    public String getDescription() {
        return "GeoJSON (RFC 7946, and the older form with a crs member)";
    }

    @Override
    protected DataStore open(Path file, Optional<Charset> charset) {
        return new GeoJsonStore(file, charset);
    }
}
