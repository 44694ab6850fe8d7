package org.zhenjie.planner.consolidation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Scanner;
import java.util.regex.Pattern;

/**
 * Small published instances, re-typed as facts from the OR-Library (J. E. Beasley, Journal of the Operational Research Society 41, 1990,
 * 1069-1072): {@code pmed} (Beasley, European Journal of Operational Research 21, 1985, 270-273; optima in its file pmedopt) and
 * {@code pmedcap} (I. H. Osman and N. Christofides, International Transactions in Operational Research 1, 1994, 317-336; the values
 * given there are optimal).
 */
public final class Published {
    private static final Pattern NOT_A_NUMBER = Pattern.compile("[^0-9]+");

    private Published() {}

    /** Sites on a plane, all of one capacity; distances are rounded down, and count without a weight. */
    public static ConsolidationProblem capacitated(String name) {
        try (Scanner numbers = numbers(name)) {
            int size = numbers.nextInt();
            int keep = numbers.nextInt();
            long capacity = numbers.nextLong();
            List<ConsolidationProblem.Site> sites = new ArrayList<>();
            long[][] places = new long[size][];
            for (int i = 0; i < size; i++) {
                places[i] = new long[] {numbers.nextLong(), numbers.nextLong()};
                sites.add(new ConsolidationProblem.Site("s" + i, 1, numbers.nextLong(), capacity));
            }
            long[][] distances = new long[size][size];
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    distances[i][j] = (long) Math.hypot(places[i][0] - places[j][0], places[i][1] - places[j][1]);
                }
            }
            return problem(sites, distances, keep);
        }
    }

    /** Sites at the knots of a network, without capacities; the shortest way counts. */
    public static ConsolidationProblem onRoads(String name) {
        try (Scanner numbers = numbers(name)) {
            int size = numbers.nextInt();
            int keep = numbers.nextInt();
            int roads = numbers.nextInt();
            long[][] distances = new long[size][size];
            for (int i = 0; i < size; i++) {
                Arrays.fill(distances[i], ConsolidationProblem.CLOSED);
                distances[i][i] = 0;
            }
            for (int road = 0; road < roads; road++) {
                int from = numbers.nextInt() - 1;
                int to = numbers.nextInt() - 1;
                distances[from][to] = numbers.nextLong();
                distances[to][from] = distances[from][to];
            }
            close(distances);
            List<ConsolidationProblem.Site> sites = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                sites.add(new ConsolidationProblem.Site("s" + i, 1, ConsolidationProblem.CLOSED));
            }
            return problem(sites, distances, keep);
        }
    }

    private static ConsolidationProblem problem(List<ConsolidationProblem.Site> sites, long[][] distances, int keep) {
        return new ConsolidationProblem(sites, distances, keep, OptionalLong.empty(), BigDecimal.ONE);
    }

    /** Shortest ways between all (Floyd 1962). */
    private static void close(long[][] distances) {
        for (int by = 0; by < distances.length; by++) {
            for (int i = 0; i < distances.length; i++) {
                for (int j = 0; j < distances.length; j++) {
                    distances[i][j] = Math.min(distances[i][j], distances[i][by] + distances[by][j]);
                }
            }
        }
    }

    private static Scanner numbers(String name) {
        try (var in = Published.class.getResourceAsStream("published/" + name + ".txt")) {
            return new Scanner(new String(in.readAllBytes(), StandardCharsets.UTF_8)).useDelimiter(NOT_A_NUMBER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
