package org.zhenjie.gis.shapefile;

import java.net.URL;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Optional;
import org.geotools.api.data.DataStore;
import org.zhenjie.gis.store.FileStoreFactory;

/** Opens Shapefiles for reading. */
public final class ShapefileStoreFactory extends FileStoreFactory {
    /** The {@code .shp} file. */
    public static final Param URL_PARAM = new Param("url", URL.class, "URL of the .shp file", true);

    /** For {@code META-INF/services}. */
    public ShapefileStoreFactory() {
        super(URL_PARAM, "org.geotools.data.shapefile.ShapefileDataStoreFactory", "shp");
    }

    @Override
    public String getDisplayName() {
        return "Shapefile";
    }

    @Override
    public String getDescription() {
        return "ESRI Shapefile (.shp with .shx, .dbf, .prj, .cpg)";
    }

    @Override
    protected DataStore open(Path file, Optional<Charset> charset) {
        return new ShapefileStore(file, charset);
    }
}
