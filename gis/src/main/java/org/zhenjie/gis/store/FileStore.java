package org.zhenjie.gis.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.geotools.api.data.Query;
import org.geotools.api.feature.type.Name;
import org.geotools.data.store.ContentDataStore;
import org.geotools.data.store.ContentEntry;
import org.geotools.data.store.ContentFeatureSource;
import org.zhenjie.gis.crs.Crs;
import org.zhenjie.gis.encoding.Encoding;
import org.zhenjie.gis.layer.DescribedStore;
import org.zhenjie.gis.problem.Problem;

/** A read-only data store over a file. Constructing one does not touch the file. */
public abstract class FileStore extends ContentDataStore implements DescribedStore {
    private final Map<String, LayerData> layers = new LinkedHashMap<>();

    /** Names of the layers, in the file's order. */
    protected abstract List<String> layerNames() throws IOException;

    /** Opens a layer; called once for each name. */
    protected abstract LayerData openLayer(String name) throws IOException;

    @Override
    protected final List<Name> createTypeNames() throws IOException {
        return layerNames().stream().map(this::name).toList();
    }

    @Override
    protected final ContentFeatureSource createFeatureSource(ContentEntry entry) throws IOException {
        return new FileFeatureSource(entry, Query.ALL, layer(entry.getTypeName()));
    }

    @Override
    public final Optional<Encoding> encoding(String typeName) throws IOException {
        return layer(typeName).encoding();
    }

    @Override
    public final Optional<String> crsCode(String typeName) throws IOException {
        return layer(typeName).crs().map(Crs.Described::code);
    }

    @Override
    public final List<Problem> findings(String typeName) throws IOException {
        return layer(typeName).findings();
    }

    /** The file's name without extension: what the layer of a file of one layer is called. */
    protected static String baseName(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private LayerData layer(String name) throws IOException {
        LayerData layer = layers.get(name);
        if (layer == null) {
            layer = openLayer(name);
            layers.put(name, layer);
        }
        return layer;
    }
}
