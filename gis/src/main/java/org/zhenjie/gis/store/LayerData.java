package org.zhenjie.gis.store;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.zhenjie.gis.crs.Crs;
import org.zhenjie.gis.encoding.Encoding;
import org.zhenjie.gis.layer.Field;
import org.zhenjie.gis.problem.Problem;

/** One layer of a file as a format's reader gives it. */
public interface LayerData {
    /** Name of the geometry attribute; must not be that of a field. */
    String geometryName();

    /** The narrowest geometry type that holds all features. */
    Class<? extends Geometry> geometryType();

    /** The coordinate reference system; empty where the file does not say. */
    Optional<Crs.Described> crs();

    /** Attributes without the geometry, in the order of the file. */
    List<Field> fields();

    /** Number of features that {@link #open()} gives. */
    long count() throws IOException;

    /** Extent of all features. */
    Envelope bounds() throws IOException;

    /** Features from the first on; may be called any number of times. */
    FeatureCursor open() throws IOException;

    /**
     * As {@link #open()}, but may leave out features that do not touch the box. A format with a spatial index reads only
     * what it needs.
     */
    default FeatureCursor open(Envelope box) throws IOException {
        return open();
    }

    /** The charset of texts, where the format leaves a choice. */
    default Optional<Encoding> encoding() {
        return Optional.empty();
    }

    /** What people should know beyond the features. */
    default List<Problem> findings() {
        return List.of();
    }
}
