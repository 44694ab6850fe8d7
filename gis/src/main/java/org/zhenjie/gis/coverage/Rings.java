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

    /** A stretch of a ring of at most so many vertices is noticed where it follows on itself. */
    private static final int LONGEST_STRETCH = 16;

    /**
     * The valid area. Spikes and repetitions go first: a way there and back along the same line encloses nothing, a loop taken twice
     * nothing more, and damaged files repeat them thousands of times, where the time of what follows would grow with the
     * square.
     */
    static Geometry fixed(Geometry area) {
        return GeometryFixer.fix(new GeometryEditor(area.getFactory()).edit(area, new Once()));
    }

    private static final class Once extends GeometryEditor.CoordinateOperation {
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
                } else {
                    kept.add(next);
                    dropRepetition(kept);
                }
            }
            // a ring of spikes alone is left to the fixer
            return kept.size() < LEAST_OF_A_RING ? ring : kept.toArray(Coordinate[]::new);
        }

        private static void dropRepetition(List<Coordinate> ring) {
            for (int length = 1; length <= LONGEST_STRETCH && 2 * length <= ring.size(); length++) {
                if (isRepeated(ring, length)) {
                    ring.subList(ring.size() - length, ring.size()).clear();
                    return;
                }
            }
        }

        private static boolean isRepeated(List<Coordinate> ring, int length) {
            for (int i = 1; i <= length; i++) {
                if (!ring.get(ring.size() - i).equals2D(ring.get(ring.size() - i - length))) {
                    return false;
                }
            }
            return true;
        }
    }
}
