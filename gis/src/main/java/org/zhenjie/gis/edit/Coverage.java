package org.zhenjie.gis.edit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * Units by their codes, in order. Immutable; the geometries in it are not to be changed.
 *
 * @param units polygons and multipolygons in one metric CRS
 */
public record Coverage(Map<String, Geometry> units) {

    public Coverage {
        units = Collections.unmodifiableMap(new LinkedHashMap<>(units));
    }

    /** The unit of a code. */
    public Optional<Geometry> unit(String code) {
        return Optional.ofNullable(units.get(code));
    }

    /** Area of all units together, m². */
    public double area() {
        return units.values().stream().mapToDouble(Geometry::getArea).sum();
    }
}
