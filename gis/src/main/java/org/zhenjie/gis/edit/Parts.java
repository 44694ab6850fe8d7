package org.zhenjie.gis.edit;

import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * A unit cut in two; either part may be empty.
 *
 * @param left left of the line, or inside the area
 * @param right right of the line, or outside the area
 * @param nodes vertices that the cut made on the unit's border, which its neighbours need too
 */
record Parts(Geometry left, Geometry right, Set<Coordinate> nodes) {

    Geometry of(Side side) {
        return side == Side.LEFT ? left : right;
    }
}
