package org.zhenjie.gis.store;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.locationtech.jts.geom.Geometry;

/** Features one by one; holds no more than one in memory. */
public interface FeatureCursor extends Closeable {
    /** Moves to the next feature; false after the last. */
    boolean next() throws IOException;

    /** Number of the feature in the file, unique and stable between reads. */
    long id();

    /** Geometry of the feature; null where it has none. */
    Geometry geometry();

    /** Values in the order of {@link LayerData#fields()}; null where there is none. */
    List<Object> values();
}
