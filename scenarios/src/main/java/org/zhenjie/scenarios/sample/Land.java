package org.zhenjie.scenarios.sample;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/** Which micro-cells are land: inside the outline, reachable from a seat over land, and no lakes. */
final class Land {
    private static final double SHORE_BEHIND_SEAT_KM = 0.9;
    private static final int SMOOTHING = 1;

    private final BitSet cells;

    private Land(BitSet cells) {
        this.cells = cells;
    }

    /** Land of an outline; every seat stands on land with some ground around it. */
    static Land of(Lattice lattice, Polygon outline, List<Coordinate> seats) {
        IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(outline);
        BitSet inside = new BitSet(lattice.size());
        for (int cell = 0; cell < lattice.size(); cell++) {
            if (locator.locate(lattice.centre(cell)) != Location.EXTERIOR) {
                inside.set(cell);
            }
        }
        for (int pass = 0; pass < SMOOTHING; pass++) {
            inside = withoutSpikes(lattice, inside);
        }
        for (Coordinate seat : seats) {
            around(lattice, seat, inside);
        }
        BitSet reached = new BitSet(lattice.size());
        for (Coordinate seat : seats) {
            flood(lattice, lattice.nearest(seat), inside, reached);
        }
        return new Land(withoutLakes(lattice, reached));
    }

    /** Each cell becomes what most of its neighbours are: no spits or creeks one cell wide. */
    private static BitSet withoutSpikes(Lattice lattice, BitSet land) {
        BitSet smooth = new BitSet(lattice.size());
        for (int cell = 0; cell < lattice.size(); cell++) {
            int around = 0;
            for (int direction = 0; direction < lattice.sides(); direction++) {
                int next = lattice.neighbour(cell, direction);
                around += next >= 0 && land.get(next) ? 1 : 0;
            }
            smooth.set(cell, land.get(cell) ? around >= lattice.sides() / 2 : around > lattice.sides() / 2);
        }
        return smooth;
    }

    /** Makes land of the cell of a seat and of those that are close to it. */
    private static void around(Lattice lattice, Coordinate seat, BitSet inside) {
        int own = lattice.nearest(seat);
        Deque<Integer> open = new ArrayDeque<>(List.of(own));
        BitSet seen = new BitSet();
        while (!open.isEmpty()) {
            int cell = open.poll();
            boolean close = cell == own || lattice.centre(cell).distance(seat) <= SHORE_BEHIND_SEAT_KM;
            if (close && !seen.get(cell)) {
                seen.set(cell);
                inside.set(cell);
                for (int direction = 0; direction < lattice.sides(); direction++) {
                    open.add(lattice.neighbour(cell, direction));
                }
            }
        }
    }

    private static BitSet withoutLakes(Lattice lattice, BitSet land) {
        BitSet water = (BitSet) land.clone();
        water.flip(0, lattice.size());
        BitSet sea = new BitSet(lattice.size());
        flood(lattice, 0, water, sea);
        sea.flip(0, lattice.size());
        return sea;
    }

    private static void flood(Lattice lattice, int start, BitSet allowed, BitSet reached) {
        Deque<Integer> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            int cell = open.poll();
            if (cell >= 0 && allowed.get(cell) && !reached.get(cell)) {
                reached.set(cell);
                for (int direction = 0; direction < lattice.sides(); direction++) {
                    open.add(lattice.neighbour(cell, direction));
                }
            }
        }
    }

    boolean has(int cell) {
        return cell >= 0 && cells.get(cell);
    }

    int count() {
        return cells.cardinality();
    }
}
