package org.zhenjie.gis.geopackage;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.zhenjie.gis.store.FileStore;
import org.zhenjie.gis.store.LayerData;

/** A GeoPackage as a store of its feature tables. */
public final class GeoPackageStore extends FileStore {
    private final Path file;

    /** A store over the file, which is not touched yet. */
    public GeoPackageStore(Path file) {
        this.file = file;
    }

    @Override
    protected List<String> layerNames() throws IOException {
        try (Connection connection = Sqlite.open(file)) {
            return Contents.featureTables(connection, file);
        } catch (SQLException e) {
            throw Sqlite.fault(file, e);
        }
    }

    @Override
    protected LayerData openLayer(String name) throws IOException {
        return GeoPackageLayer.open(file, name);
    }
}
