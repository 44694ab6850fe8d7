package org.zhenjie.gis.geopackage;

import java.io.File;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Optional;
import org.geotools.api.data.DataStore;
import org.zhenjie.gis.store.FileStoreFactory;

/** Opens GeoPackages for reading. */
public final class GeoPackageStoreFactory extends FileStoreFactory {
    /** The {@code .gpkg} file. */
    public static final Param DATABASE = new Param("database", File.class, "The .gpkg file", true);

    /** For {@code META-INF/services}. */
    public GeoPackageStoreFactory() {
        super(DATABASE, "org.geotools.geopkg.GeoPkgDataStoreFactory", "gpkg");
    }

    @Override
    public String getDisplayName() {
        return "GeoPackage";
    }

    @Override
    public String getDescription() {
        return "OGC GeoPackage (.gpkg)";
    }

    @Override
    protected DataStore open(Path file, Optional<Charset> charset) {
        return new GeoPackageStore(file);
    }
}
