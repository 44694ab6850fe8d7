package org.zhenjie.gis.geojson;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.zhenjie.gis.store.FileStore;
import org.zhenjie.gis.store.LayerData;

/** A file of GeoJSON as a store of one layer, or of TopoJSON as a store of its objects: what it holds says which. */
public final class GeoJsonStore extends FileStore {
    private final Path file;
    private final Optional<Charset> charset;
    private GeoJsonLayers layers;
    private Optional<Topology> topology;

    /** A store over the file, which is not touched yet. */
    public GeoJsonStore(Path file, Optional<Charset> charset) {
        this.file = file;
        this.charset = charset;
    }

    @Override
    protected List<String> layerNames() throws IOException {
        look();
        return topology.map(Topology::objects).orElseGet(() -> List.of(baseName(file)));
    }

    @Override
    protected LayerData openLayer(String name) throws IOException {
        look();
        return topology.isPresent() ? layers.ofTopology(topology.get(), name) : layers.geoJson();
    }

    private void look() throws IOException {
        if (layers == null) {
            GeoJsonLayers found = GeoJsonLayers.of(file, charset);
            topology = found.isTopology() ? Optional.of(found.topology()) : Optional.empty();
            layers = found;
        }
    }
}
