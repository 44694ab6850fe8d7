package org.zhenjie.scenarios.stations;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.zhenjie.planner.consolidation.ConsolidationProblem;

/** The shortest ways between all sites over a network of roads (Dijkstra 1959, from every site). */
final class ShortestPaths {
    private final long[][] roads;
    private final int[][] neighbours;

    private record Reached(int site, long distance) {}

    private ShortestPaths(long[][] roads) {
        this.roads = roads;
        neighbours = IntStream.range(0, roads.length)
                .mapToObj(site -> IntStream.range(0, roads.length)
                        .filter(other -> other != site && roads[site][other] < ConsolidationProblem.CLOSED)
                        .toArray())
                .toArray(int[][]::new);
    }

    /** Lengths of the shortest ways; where there is none, the distance stays closed. */
    static long[][] of(long[][] roads) {
        ShortestPaths paths = new ShortestPaths(roads);
        return IntStream.range(0, roads.length).mapToObj(paths::from).toArray(long[][]::new);
    }

    private long[] from(int start) {
        long[] distance = new long[roads.length];
        Arrays.fill(distance, ConsolidationProblem.CLOSED);
        distance[start] = 0;
        PriorityQueue<Reached> queue = new PriorityQueue<>(Comparator.comparingLong(Reached::distance));
        queue.add(new Reached(start, 0));
        while (!queue.isEmpty()) {
            Reached here = queue.remove();
            if (here.distance() > distance[here.site()]) {
                continue;
            }
            for (int next : neighbours[here.site()]) {
                long way = here.distance() + roads[here.site()][next];
                if (way < distance[next]) {
                    distance[next] = way;
                    queue.add(new Reached(next, way));
                }
            }
        }
        return distance;
    }
}
