package org.zhenjie.scenarios.sample;

import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import org.locationtech.jts.geom.Coordinate;

/**
 * Shares the land out among towns: each town grows from its seat over neighbouring cells, slower over ridges, so that every
 * town is in one piece, holds its seat, and borders run along crests. Repeated with faster growth for towns that came out
 * too small.
 */
final class Growth {
    private static final int ROUNDS = 12;
    private static final double EASY_GROUND = 0.6;
    private static final double RIDGE_HEIGHT = 7;
    private static final double CORRECTION = 0.3;
    private static final double FASTEST = 2.5;
    private static final double EVENNESS = 0.5;

    private final Lattice lattice;
    private final Land land;
    private final double[] resistance;
    private final int[] seats;

    Growth(long seed, Lattice lattice, Land land, List<Coordinate> seats) {
        this.lattice = lattice;
        this.land = land;
        this.seats = seats.stream().mapToInt(lattice::nearest).toArray();
        this.resistance = new double[lattice.size()];
        Noise ranges = new Noise(seed, 16, 4);
        Noise hills = new Noise(seed + 100, 3.5, 3);
        for (int cell = 0; cell < lattice.size(); cell++) {
            if (land.has(cell)) {
                Coordinate place = lattice.centre(cell);
                resistance[cell] = EASY_GROUND
                        + RIDGE_HEIGHT * ranges.ridge(place.x, place.y)
                        + 2.5 * hills.ridge(place.x, place.y)
                        + Dice.at(seed, cell, 7) * 0.4;
            }
        }
    }

    /**
     * The town of each cell, by position among the seats; -1 off land.
     *
     * @param taste how much more than by distance alone each town should get; 1 = no more
     */
    int[] towns(double[] taste) {
        double[] speed = new double[seats.length];
        Arrays.fill(speed, 1);
        int[] town = grow(speed);
        double[] wanted = wanted(town, taste);
        for (int round = 1; round < ROUNDS; round++) {
            int[] cells = cells(town);
            for (int i = 0; i < speed.length; i++) {
                double correction = StrictMath.pow(wanted[i] / cells[i], CORRECTION);
                speed[i] = Math.min(FASTEST, Math.max(1 / FASTEST, speed[i] * correction));
            }
            town = grow(speed);
        }
        return town;
    }

    /** Cells that each town should have: between what it would get by distance alone and the same for all, by taste. */
    private double[] wanted(int[] town, double[] taste) {
        int[] cells = cells(town);
        double[] wanted = new double[seats.length];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = StrictMath.pow(cells[i], EVENNESS) * taste[i];
        }
        double scale = land.count() / Arrays.stream(wanted).sum();
        return Arrays.stream(wanted).map(share -> share * scale).toArray();
    }

    private int[] cells(int[] town) {
        int[] cells = new int[seats.length];
        for (int owner : town) {
            if (owner >= 0) {
                cells[owner]++;
            }
        }
        return cells;
    }

    private int[] grow(double[] speed) {
        int[] town = new int[lattice.size()];
        Arrays.fill(town, -1);
        PriorityQueue<Front> fronts = new PriorityQueue<>();
        for (int i = 0; i < seats.length; i++) {
            fronts.add(new Front(-1, seats[i], i));
            for (int direction = 0; direction < lattice.sides(); direction++) {
                fronts.add(new Front(-0.5, lattice.neighbour(seats[i], direction), i));
            }
        }
        while (!fronts.isEmpty()) {
            Front front = fronts.poll();
            if (!land.has(front.cell()) || town[front.cell()] >= 0) {
                continue;
            }
            town[front.cell()] = front.town();
            for (int direction = 0; direction < lattice.sides(); direction++) {
                int next = lattice.neighbour(front.cell(), direction);
                if (land.has(next) && town[next] < 0) {
                    double step = (resistance[front.cell()] + resistance[next]) / speed[front.town()];
                    fronts.add(new Front(Math.max(0, front.cost()) + step, next, front.town()));
                }
            }
        }
        return town;
    }

    /** A cell that a town could take next; ties go to the lower cell and town, so that the order never depends on chance. */
    private record Front(double cost, int cell, int town) implements Comparable<Front> {
        @Override
        public int compareTo(Front other) {
            int byCost = Double.compare(cost, other.cost);
            if (byCost != 0) {
                return byCost;
            }
            return cell != other.cell ? Integer.compare(cell, other.cell) : Integer.compare(town, other.town);
        }
    }
}
