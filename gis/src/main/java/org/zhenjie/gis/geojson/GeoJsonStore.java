package org.zhenjie.gis.geojson;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.zhenjie.gis.store.FileStore;
import org.zhenjie.gis.store.LayerData;

/** A GeoJSON file as a store of one layer. */
public final class GeoJsonStore extends FileStore {
    private final Path file;
    private final Optional<Charset> charset;

    /** A store over the file, which is not touched yet. */
    public GeoJsonStore(Path file, Optional<Charset> charset) {
        this.file = file;
        this.charset = charset;
    }

    @Override
    protected List<String> layerNames() {
        return List.of(baseName(file));
    }

    @Override
    protected LayerData openLayer(String name) throws IOException {
        return GeoJsonLayer.open(file, charset);
    }
}
