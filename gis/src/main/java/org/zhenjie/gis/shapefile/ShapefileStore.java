package org.zhenjie.gis.shapefile;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.zhenjie.gis.store.FileStore;
import org.zhenjie.gis.store.LayerData;

/** A Shapefile as a store of one layer. */
public final class ShapefileStore extends FileStore {
    private final Path shp;
    private final Optional<Charset> charset;

    /** A store over the file, which is not touched yet. */
    public ShapefileStore(Path shp, Optional<Charset> charset) {
        this.shp = shp;
        this.charset = charset;
    }

    @Override
    protected List<String> layerNames() {
        return List.of(baseName(shp));
    }

    @Override
    protected LayerData openLayer(String name) throws IOException {
        return ShapefileLayer.open(Companions.of(shp), charset);
    }
}
