package org.zhenjie.gis.layer;

import java.util.Iterator;
import org.geotools.api.feature.simple.SimpleFeature;

/** Features one by one, in the order of the file; to be closed. Throws what the {@link Layer} throws. */
public interface FeatureIterator extends Iterator<SimpleFeature>, AutoCloseable {
    @Override
    void close();
}
