package org.zhenjie.gis.layer;

import java.util.List;
import java.util.Optional;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.geometry.jts.ReferencedEnvelope;
import org.zhenjie.gis.crs.GeometryTransform;
import org.zhenjie.gis.encoding.Encoding;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;

/**
 * The features of one layer of one file. Reading streams: memory does not grow with the number of features. Every method
 * throws an {@link InputException} where the file cannot be read. Not thread-safe; to be closed.
 */
public interface Layer extends AutoCloseable {
    /** Name of the layer; for files of one layer the file's name without extension. */
    String name();

    /** Title of the format, e.g. {@code Shapefile}. */
    String format();

    /** Charset of texts and how it was found; empty where the store does not say. */
    Optional<Encoding> encoding();

    /**
     * The coordinate reference system, x before y.
     *
     * @throws InputException if neither the request nor the file gives one; the message says what to write
     */
    CoordinateReferenceSystem crs();

    /** Code of {@link #crs()}, or its name where it is none of the known. */
    String crsCode();

    /** Attributes without the geometry, in the order of the file. */
    List<Field> fields();

    /**
     * The attribute of a name.
     *
     * @throws InputException if there is none; the message lists those that there are
     */
    Field field(String name);

    /** Number of features. */
    long count();

    /** Extent of all features, in {@link #crs()}; null-envelope where there are none. */
    ReferencedEnvelope bounds();

    /** GeoTools' view of the layer, with {@link #crs()} as its CRS where one is known. */
    SimpleFeatureSource source();

    /** Hands every feature to the consumer, in the order of the file. */
    void forEach(FeatureConsumer consumer);

    /** The features one by one, for those who cannot be called back; to be closed. */
    FeatureIterator iterator();

    /** The way from {@link #crs()} to another system, e.g. {@code EPSG:4547}. */
    GeometryTransform to(String metricCrsCode);

    /** What people should know beyond the features: assumptions made, marks that contradict each other. */
    List<Problem> findings();

    /** Releases the file. */
    @Override
    void close();
}
