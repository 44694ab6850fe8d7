package org.zhenjie.gis.report;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.locationtech.jts.geom.Envelope;
import org.zhenjie.gis.encoding.Encoding;
import org.zhenjie.gis.layer.Field;

/**
 * What is in one layer, or in one sheet of a table.
 *
 * @param name of the layer or sheet
 * @param count features, or rows below the header
 * @param geometryTypes how many features there are of each type, by name; {@code none} for those without geometry; empty
 *     for tables without places
 * @param crs code or name of the coordinate reference system; empty where it is not known
 * @param encoding charset of texts, where the format leaves a choice
 * @param fields attributes
 * @param bounds extent in the layer's own coordinates; empty where there is none
 */
public record LayerReport(
        String name,
        long count,
        Map<String, Long> geometryTypes,
        Optional<String> crs,
        Optional<Encoding> encoding,
        List<Field> fields,
        Optional<Envelope> bounds) {
    public LayerReport {
        geometryTypes = Collections.unmodifiableMap(new TreeMap<>(geometryTypes));
        fields = List.copyOf(fields);
    }
}
