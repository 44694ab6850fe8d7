package org.zhenjie.gis.geojson;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.zhenjie.gis.store.FileStore;
import org.zhenjie.gis.store.LayerData;

/** A GeoJSON file as a store of one layer. */
final class GeoJsonStore extends FileStore {
    private final Path file;
    private final Optional<Charset> charset;

    GeoJsonStore(Path file, Optional<Charset> charset) {
        this.file = file;
        this.charset = charset;
    }

    @Override
    protected List<String> layerNames() {
        String name = file.getFileName().toString();
        return List.of(name.substring(0, name.lastIndexOf('.')));
    }

    @Override
    protected LayerData openLayer(String name) throws IOException {
        return GeoJsonLayer.open(file, charset);
    }
}
