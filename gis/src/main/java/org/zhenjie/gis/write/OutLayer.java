package org.zhenjie.gis.write;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A layer to write.
 *
 * @param name of the layer; for Shapefile and GeoJSON the file's name counts
 * @param crsCode code of the geometries' coordinate reference system, e.g. {@code EPSG:4547}
 * @param fields attributes, in order
 * @param features iterated more than once, in the order of the output
 * @param charset of a Shapefile's texts; empty = UTF-8; other formats are always UTF-8
 */
public record OutLayer(
        String name, String crsCode, List<OutField> fields, Iterable<OutFeature> features, Optional<Charset> charset) {
    public OutLayer {
        Objects.requireNonNull(name);
        Objects.requireNonNull(crsCode);
        fields = List.copyOf(fields);
        Objects.requireNonNull(features);
        Objects.requireNonNull(charset);
    }

    /** A layer with texts in UTF-8. */
    public OutLayer(String name, String crsCode, List<OutField> fields, Iterable<OutFeature> features) {
        this(name, crsCode, fields, features, Optional.empty());
    }
}
