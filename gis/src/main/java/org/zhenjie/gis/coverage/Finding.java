package org.zhenjie.gis.coverage;

import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * Something wrong, or worth a look, in a layer of units.
 *
 * @param kind what it is
 * @param units indices of the units concerned, in ascending order; may be empty
 * @param place where: the area of an overlap or a gap, the stretch of a border, the point of a crossing; empty where there is
 *     no place
 * @param squareMetres how large, 0 for what has no area
 * @param facts what the kind's message needs beyond that: a width in metres, a code, a name
 * @param repair what would mend it
 */
public record Finding(
        Kind kind, List<Integer> units, Geometry place, double squareMetres, List<Object> facts, Repair repair) {
    /** By kind, the largest first, then by units and place: nothing depends on the order of computing. */
    public static final Comparator<Finding> ORDER = Comparator.comparing(Finding::kind)
            .thenComparing(Comparator.comparingDouble(Finding::squareMetres).reversed())
            .thenComparing(finding -> finding.units().toString())
            .thenComparing(finding -> finding.facts().toString())
            .thenComparing(Finding::place, (a, b) -> a.compareTo(b));

    /** What is wrong. */
    public enum Kind {
        /** A unit without any area. */
        EMPTY,
        /** A ring crosses or touches itself, or a hole stands outside; the size is the area that making it valid changes. */
        INVALID_RING,
        /** A vertex repeats the one before it; fact: how many. */
        DUPLICATE_VERTICES,
        /** Two units claim the same area. */
        OVERLAP,
        /** An enclosed area that no unit claims. It may be meant, e.g. a lake or another city's land. */
        GAP,
        /** An overlap or a gap so narrow that it comes of drawing a border twice; fact: its mean width in metres. */
        SLIVER,
        /**
         * Two borders run along each other without being the same, open to the outside or too thin to enclose an area; the
         * size is the strip between them, the fact its greatest width in metres.
         */
        MISMATCH,
        /** Parts of a unit that lie among other units, apart from its largest part; fact: how many. */
        EXCLAVE,
        /** Further parts of a unit that border no other, such as islands; fact: how many. */
        MULTI_PART,
        /** The part of a unit that lies outside its county; fact: the county's code. */
        OUTSIDE_COUNTY,
        /** A point that lies in no unit; facts: its name, the distance to the nearest unit in metres. */
        POINT_OUTSIDE,
        /** A unit without a code. */
        CODE_MISSING,
        /** Several units of one code; fact: the code. */
        CODE_DUPLICATE,
        /** A code that is not built as the others of the layer are; fact: the code. */
        CODE_STRUCTURE,
        /** A code that does not begin with its county's; facts: the code, the county's code. */
        CODE_PREFIX,
        /** The digit for the kind of unit says another kind than the unit's own; facts: the code, its kind by the digit. */
        CODE_KIND,
        /** A code that the official table does not have; fact: the code. */
        CODE_UNKNOWN,
        /** A code of the official table that no unit has, in a county that the layer has; facts: the code, the name. */
        CODE_ABSENT,
        /** A name that is not the official one of the code; facts: the code, the name, the official name. */
        NAME_DIFFERS;

        /** Whether units, not attributes, are wrong. */
        public boolean isOfGeometry() {
            return compareTo(POINT_OUTSIDE) <= 0;
        }
    }

    public Finding {
        units = List.copyOf(units);
        facts = List.copyOf(facts);
    }
}
