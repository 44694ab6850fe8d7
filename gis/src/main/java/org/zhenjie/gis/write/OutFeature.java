package org.zhenjie.gis.write;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * A feature to write. Only x and y are written.
 *
 * @param geometry may be null
 * @param values one for each field, of its type; null where there is none
 */
public record OutFeature(Geometry geometry, List<Object> values) {
    public OutFeature {
        // List.copyOf would not take the nulls that stand for 'none'
        values = Collections.unmodifiableList(Arrays.asList(values.toArray()));
    }
}
