package org.zhenjie.gis.store;

import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/** Features of a format without a schema, one by one, with whatever properties each happens to have. */
public interface RawFeatures extends Closeable {
    /** Moves to the next feature; false after the last, once the file has been read to its end. */
    boolean next() throws IOException;

    /** Number of the feature in the file, from 1. */
    long row();

    /** Geometry of the feature; null where it has none. */
    Geometry geometry();

    /** Properties by name, in the file's order: {@code String}, {@code Boolean}, {@link RawNumber} or null. */
    Map<String, Object> properties();
}
