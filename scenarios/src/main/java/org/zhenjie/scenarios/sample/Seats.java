package org.zhenjie.scenarios.sample;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.zhenjie.scenarios.sample.Facts.Compass;
import org.zhenjie.scenarios.sample.Facts.Near;
import org.zhenjie.scenarios.sample.Facts.TownFact;

/** Seats of towns on the plane: the known ones as they are, the others where there is room near the town they belong to. */
final class Seats {
    private static final int TRIES = 60;
    private static final double NEAREST_KM = 2.4;
    private static final double FARTHEST_KM = 5.5;
    private static final double SPREAD = Math.PI / 3;

    private final List<TownFact> towns;
    private final Plane plane;
    private final Polygon outline;

    Seats(Facts facts, Plane plane, Polygon outline) {
        this.towns = facts.towns();
        this.plane = plane;
        this.outline = outline;
    }

    /** A seat for each town, kilometres, in the order of the facts. */
    List<Coordinate> place(Random dice) {
        Map<String, Coordinate> seats = new HashMap<>();
        towns.forEach(town -> town.seat().ifPresent(seat -> seats.put(town.code(), plane.toKm(seat))));
        IndexedPointInAreaLocator land = new IndexedPointInAreaLocator(outline);
        List<Coordinate> placed = new ArrayList<>();
        for (TownFact town : towns) {
            if (town.seat().isEmpty()) {
                Near near = town.near().orElseThrow();
                Coordinate seat = roomiest(seats.get(near.code()), near.towards(), seats, land, dice);
                seats.put(town.code(), seat);
            }
            placed.add(seats.get(town.code()));
        }
        return placed;
    }

    private static Coordinate roomiest(
            Coordinate middle,
            Compass towards,
            Map<String, Coordinate> seats,
            IndexedPointInAreaLocator land,
            Random dice) {
        Coordinate best = null;
        double bestRoom = -1;
        for (int i = 0; i < TRIES || best == null; i++) {
            double spread = Math.min(2 * Math.PI, SPREAD * (1 + i / TRIES));
            double angle = towards.angle() + (dice.nextDouble() - 0.5) * spread;
            double reach = NEAREST_KM + dice.nextDouble() * (FARTHEST_KM - NEAREST_KM);
            Coordinate place =
                    new Coordinate(middle.x + reach * StrictMath.cos(angle), middle.y + reach * StrictMath.sin(angle));
            double room =
                    seats.values().stream().mapToDouble(place::distance).min().orElse(0);
            if (land.locate(place) == Location.INTERIOR && room > bestRoom) {
                best = place;
                bestRoom = room;
            }
        }
        return best;
    }

    /** The same seats, but none on the micro-cell of one before it: that one moves to the nearest free cell. */
    static List<Coordinate> apart(Lattice lattice, List<Coordinate> seats) {
        Set<Integer> taken = new HashSet<>();
        List<Coordinate> apart = new ArrayList<>();
        for (Coordinate seat : seats) {
            int cell = lattice.nearest(seat);
            apart.add(taken.add(cell) ? seat : lattice.centre(nearestFree(lattice, cell, taken)));
        }
        return apart;
    }

    private static int nearestFree(Lattice lattice, int start, Set<Integer> taken) {
        Deque<Integer> open = new ArrayDeque<>(List.of(start));
        while (true) {
            int cell = open.remove();
            if (taken.add(cell)) {
                return cell;
            }
            for (int direction = 0; direction < lattice.sides(); direction++) {
                if (lattice.neighbour(cell, direction) >= 0) {
                    open.add(lattice.neighbour(cell, direction));
                }
            }
        }
    }
}
