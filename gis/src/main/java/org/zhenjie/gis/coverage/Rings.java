package org.zhenjie.gis.coverage;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.util.GeometryEditor;
import org.locationtech.jts.geom.util.GeometryFixer;

/** Makes areas valid whose rings cross or touch themselves. */
final class Rings {
    private static final int LEAST_OF_A_RING = 4;

    private Rings() {}

    /**
     * The valid area. Spikes go first: a way there and back along the same line encloses nothing, and damaged files repeat one
     * thousands of times, where the time of what follows would grow with the square.
     */
    static Geometry fixed(Geometry area) {
        return GeometryFixer.fix(new GeometryEditor(area.getFactory()).edit(area, new Spikes()));
    }

    private static final class Spikes extends GeometryEditor.CoordinateOperation {
        @Override
        public Coordinate[] edit(Coordinate[] ring, Geometry geometry) {
            if (!(geometry instanceof LinearRing)) {
                return ring;
            }
            List<Coordinate> kept = new ArrayList<>(ring.length);
            for (Coordinate next : ring) {
                int last = kept.size() - 1;
                if (last >= 1 && kept.get(last - 1).equals2D(next)) {
                    kept.remove(last);
                } else if (last < 0 || !kept.get(last).equals2D(next)) {
                    kept.add(next);
                }
            }
            // a ring of spikes alone is left to the fixer
            return kept.size() < LEAST_OF_A_RING ? ring : kept.toArray(Coordinate[]::new);
        }
    }
}
