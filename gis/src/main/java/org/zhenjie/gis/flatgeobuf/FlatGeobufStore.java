package org.zhenjie.gis.flatgeobuf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.zhenjie.gis.store.FileStore;
import org.zhenjie.gis.store.LayerData;

/** A FlatGeobuf as a store of one layer. */
public final class FlatGeobufStore extends FileStore {
    private final Path file;

    /** A store over the file, which is not touched yet. */
    public FlatGeobufStore(Path file) {
        this.file = file;
    }

    @Override
    protected List<String> layerNames() {
        return List.of(baseName(file));
    }

    @Override
    protected LayerData openLayer(String name) throws IOException {
        return FlatGeobufLayer.open(file);
    }
}
