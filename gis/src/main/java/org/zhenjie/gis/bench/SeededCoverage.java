package org.zhenjie.gis.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;

/**
 * Made-up towns that cover an area without gaps and overlaps: courses of crooked bricks with borders as ragged as rivers, so
 * that a town in the middle has six neighbours and about a hundred vertices. The same seed makes the same towns, and a border
 * is made from the seed and its place alone, so that both neighbours have the same vertices.
 */
public final class SeededCoverage {
    /** Breadth of a town, metres. */
    private static final double TOWN = 8_000;

    private static final double CROOKED = 0.12;
    private static final double RAGGED = 0.05;
    private static final double MOST_RAGGED = 0.15;
    private static final int HALVINGS = 4;
    private static final Coordinate CORNER = new Coordinate(300_000, 2_300_000);

    private final GeometryFactory factory = new GeometryFactory();
    private final long seed;

    private SeededCoverage(long seed) {
        this.seed = seed;
    }

    /** So many towns, in metres, course by course. */
    public static List<Geometry> of(int towns, long seed) {
        SeededCoverage coverage = new SeededCoverage(seed);
        int courses = (int) Math.ceil(Math.sqrt(towns));
        int columns = (int) Math.ceil(towns / (double) courses);
        List<Geometry> units = new ArrayList<>(towns);
        for (int i = 0; i < towns; i++) {
            units.add(coverage.town(i / columns, i % columns));
        }
        return units;
    }

    /** Towns of which about one in a hundred stands 30 m beside its place, so that it overlaps some neighbours. */
    public static List<Geometry> withFaults(int towns, long seed) {
        List<Geometry> units = of(towns, seed);
        Random dice = new Random(seed);
        for (int fault = 0; fault < Math.max(1, towns / 100); fault++) {
            int town = dice.nextInt(towns);
            units.set(town, AffineTransformation.translationInstance(24, 18).transform(units.get(town)));
        }
        return units;
    }

    /** Every other course is shifted by half a town: a side above or below is half a town long. */
    private Geometry town(int course, int column) {
        int half = 2 * column + course % 2;
        List<Coordinate> ring = new ArrayList<>();
        side(ring, half, course, half + 1, course);
        side(ring, half + 1, course, half + 2, course);
        side(ring, half + 2, course, half + 2, course + 1);
        side(ring, half + 2, course + 1, half + 1, course + 1);
        side(ring, half + 1, course + 1, half, course + 1);
        side(ring, half, course + 1, half, course);
        ring.add(ring.get(0).copy());
        return factory.createPolygon(ring.toArray(Coordinate[]::new));
    }

    /** Adds a side without its end, made from its lesser end to its greater one whichever way it is gone. */
    private void side(List<Coordinate> ring, int x0, int y0, int x1, int y1) {
        boolean forward = y0 < y1 || y0 == y1 && x0 < x1;
        List<Coordinate> points = new ArrayList<>();
        Coordinate from = forward ? corner(x0, y0) : corner(x1, y1);
        Coordinate to = forward ? corner(x1, y1) : corner(x0, y0);
        Random dice = dice(Math.min(x0, x1), Math.min(y0, y1), y0 == y1 ? 1 : 2);
        points.add(from);
        breakUp(points, from, to, HALVINGS, dice);
        points.add(to);
        for (int i = 0; i < points.size() - 1; i++) {
            ring.add(points.get(forward ? i : points.size() - 1 - i));
        }
    }

    private void breakUp(List<Coordinate> points, Coordinate from, Coordinate to, int halvings, Random dice) {
        if (halvings == 0) {
            return;
        }
        double offset = Math.max(-MOST_RAGGED, Math.min(MOST_RAGGED, dice.nextGaussian() * RAGGED));
        Coordinate middle = new Coordinate(
                (from.x + to.x) / 2 - (to.y - from.y) * offset, (from.y + to.y) / 2 + (to.x - from.x) * offset);
        breakUp(points, from, middle, halvings - 1, dice);
        points.add(middle);
        breakUp(points, middle, to, halvings - 1, dice);
    }

    private Coordinate corner(int x, int y) {
        Random dice = dice(x, y, 0);
        return new Coordinate(
                CORNER.x + TOWN * (x / 2.0 + (dice.nextDouble() - 0.5) * CROOKED),
                CORNER.y + TOWN * (y + (dice.nextDouble() - 0.5) * CROOKED));
    }

    private Random dice(int x, int y, int what) {
        return new Random(seed ^ (x * 0x9E3779B97F4A7C15L + y * 0xC2B2AE3D27D4EB4FL + what * 0x165667B19E3779F9L));
    }
}
