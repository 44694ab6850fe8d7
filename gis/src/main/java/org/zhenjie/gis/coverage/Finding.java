package org.zhenjie.gis.coverage;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * Something wrong with a coverage.
 *
 * @param kind what is wrong
 * @param units indexes of the units concerned, ascending; of a gap those around it
 * @param place where: the point of an invalid ring, the area of an overlap or a gap, the stretch of border of a mismatch
 * @param size m² of an overlap or a gap; of a mismatch the greatest distance between the borders in metres; 0 for the others
 */
public record Finding(Kind kind, List<Integer> units, Geometry place, double size) {
    /** What is wrong. */
    public enum Kind {
        /** A unit without any area. */
        EMPTY,
        /** A ring crosses or touches itself, or a hole stands outside. */
        INVALID_RING,
        /** Two units claim the same area. */
        OVERLAP,
        /** An area inside that no unit claims. It may be meant, e.g. a lake or another city's land. */
        GAP,
        /** Two borders run along each other without being the same. */
        MISMATCH
    }

    public Finding {
        units = List.copyOf(units);
    }
}
