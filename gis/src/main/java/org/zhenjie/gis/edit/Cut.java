package org.zhenjie.gis.edit;

import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/** What marks off a part of a unit. */
public sealed interface Cut {
    /** The line or polygon that was drawn. */
    Geometry drawn();

    /**
     * The part on one side of a line. What of the line lies outside the unit does not matter.
     *
     * @param drawn a line that does not cross itself
     * @param side which part is meant; empty where the edit itself tells
     */
    record Line(Geometry drawn, Optional<Side> side) implements Cut {}

    /**
     * The part inside an area. What of the area lies outside the unit does not matter.
     *
     * @param drawn a valid polygon or multipolygon
     */
    record Area(Geometry drawn) implements Cut {}
}
