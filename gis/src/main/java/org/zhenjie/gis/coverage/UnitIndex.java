package org.zhenjie.gis.coverage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/** Finds units by place; what is computed of a unit is kept, since findings come in swarms. */
final class UnitIndex {
    private final List<? extends Geometry> units;
    private final STRtree tree = new STRtree();
    private final Map<Integer, IndexedPointInAreaLocator> locators = new HashMap<>();
    private final Map<Integer, IndexedFacetDistance> distances = new HashMap<>();

    /** An index of valid units. */
    UnitIndex(List<? extends Geometry> units) {
        this.units = units;
        for (int i = 0; i < units.size(); i++) {
            if (!units.get(i).isEmpty()) {
                tree.insert(units.get(i).getEnvelopeInternal(), i);
            }
        }
    }

    /** Units whose boxes meet a box, in order. */
    List<Integer> near(Envelope box) {
        List<Integer> found = new ArrayList<>();
        for (Object unit : tree.query(box)) {
            found.add((Integer) unit);
        }
        found.sort(null);
        return found;
    }

    /** Units that cover a point, in order. */
    List<Integer> at(Coordinate point) {
        return near(new Envelope(point)).stream()
                .filter(unit -> locators.computeIfAbsent(unit, i -> new IndexedPointInAreaLocator(units.get(i)))
                                .locate(point)
                        != Location.EXTERIOR)
                .toList();
    }

    /** Units no farther from a geometry than so many metres, in order. */
    List<Integer> within(Geometry geometry, double metres) {
        Envelope box = new Envelope(geometry.getEnvelopeInternal());
        box.expandBy(metres);
        return near(box).stream()
                .filter(unit -> distance(unit).isWithinDistance(geometry, metres))
                .toList();
    }

    /** The way from a geometry to the borders of a unit. */
    IndexedFacetDistance distance(int unit) {
        return distances.computeIfAbsent(unit, i -> new IndexedFacetDistance(units.get(i)));
    }
}
