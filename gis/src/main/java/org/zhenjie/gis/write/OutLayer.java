package org.zhenjie.gis.write;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.zhenjie.gis.crs.Crs;

/**
 * A layer to write.
 *
 * @param name of the layer; for formats of one layer the file's name counts
 * @param crs the geometries' coordinate reference system
 * @param fields attributes, in order
 * @param features iterated more than once, in the order of the output
 * @param charset of the texts of a Shapefile or CSV; empty = UTF-8; other formats are always UTF-8
 */
public record OutLayer(
        String name,
        Crs.Described crs,
        List<OutField> fields,
        Iterable<OutFeature> features,
        Optional<Charset> charset) {
    public OutLayer {
        Objects.requireNonNull(name);
        Objects.requireNonNull(crs);
        fields = List.copyOf(fields);
        Objects.requireNonNull(features);
        Objects.requireNonNull(charset);
    }

    /**
     * A layer in the system of a code.
     *
     * @param crsCode e.g. {@code EPSG:4547}
     * @throws org.zhenjie.gis.problem.InputException if the code is unknown
     */
    public OutLayer(
            String name,
            String crsCode,
            List<OutField> fields,
            Iterable<OutFeature> features,
            Optional<Charset> charset) {
        this(name, new Crs.Described(Crs.decode(crsCode), Crs.normalised(crsCode)), fields, features, charset);
    }

    /** As {@link #OutLayer(String, String, List, Iterable, Optional)}, with texts in UTF-8. */
    public OutLayer(String name, String crsCode, List<OutField> fields, Iterable<OutFeature> features) {
        this(name, crsCode, fields, features, Optional.empty());
    }

    /** Code of the coordinate reference system, or its name where it is none of the known. */
    public String crsCode() {
        return crs.code();
    }
}
