package org.zhenjie.scenarios.travel;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * Where a way begins or ends.
 *
 * @param ids what a table of distances may call it, the most particular first
 * @param at where it is, metres
 */
public record Place(List<String> ids, Coordinate at) {
    public Place {
        ids = List.copyOf(ids);
    }

    /** A place that a table may know by one id. */
    public static Place of(String id, Coordinate at) {
        return new Place(List.of(id), at);
    }
}
