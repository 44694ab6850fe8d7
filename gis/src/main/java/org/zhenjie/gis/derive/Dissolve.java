package org.zhenjie.gis.derive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.zhenjie.gis.coverage.Coverages;

/** Units joined by an attribute: towns into counties, into zones, by kind. */
public final class Dissolve {
    private Dissolve() {}

    /**
     * The union of the units of each key, in the order in which the keys first come. Where the units of a key are a clean
     * coverage, outer vertices are kept as they are and areas add up; overlaps count once.
     *
     * @param units polygons and multipolygons
     * @param keys the key of each unit, in the same order, none null
     * @throws IllegalArgumentException if there are not as many keys as units
     */
    public static <K> Map<K, Geometry> by(List<? extends Geometry> units, List<K> keys) {
        if (units.size() != keys.size()) {
            throw new IllegalArgumentException(units.size() + " units, " + keys.size() + " keys");
        }
        Map<K, List<Geometry>> groups = new LinkedHashMap<>();
        for (int i = 0; i < units.size(); i++) {
            groups.computeIfAbsent(keys.get(i), key -> new ArrayList<>()).add(units.get(i));
        }
        Map<K, Geometry> unions = new LinkedHashMap<>();
        groups.forEach((key, group) -> unions.put(key, Coverages.dissolve(group)));
        return unions;
    }
}
