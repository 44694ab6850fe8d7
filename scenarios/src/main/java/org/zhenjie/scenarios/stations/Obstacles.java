package org.zhenjie.scenarios.stations;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.planner.consolidation.ConsolidationProblem;
import org.zhenjie.scenarios.problem.Texts;

/** What alone shows that no plan keeps the rules, before anything is searched. */
final class Obstacles {
    private static final int MOST_NAMED = 10;

    private final Stations stations;
    private final ConsolidationProblem problem;

    private Obstacles(Stations stations) {
        this.stations = stations;
        problem = stations.problem();
    }

    static List<Problem> of(Stations stations) {
        Obstacles obstacles = new Obstacles(stations);
        List<Problem> found = new ArrayList<>();
        obstacles.tellRoom(found);
        obstacles.tellParts(found);
        obstacles.tellHosts(found);
        return found;
    }

    private void tellRoom(List<Problem> found) {
        if (problem.lacksRoom()) {
            long[] capacities = problem.sites().stream()
                    .mapToLong(ConsolidationProblem.Site::capacity)
                    .sorted()
                    .toArray();
            long room = Arrays.stream(capacities, capacities.length - problem.keep(), capacities.length)
                    .sum();
            found.add(error("stations.lacksRoom", problem.keep(), load(room), load(problem.totalLoad())));
        }
    }

    private void tellParts(List<Problem> found) {
        List<String> firsts = new ArrayList<>();
        boolean[] seen = new boolean[problem.size()];
        for (int site = 0; site < seen.length; site++) {
            if (!seen[site]) {
                firsts.add(stations.id(site));
                reach(site, seen);
            }
        }
        if (firsts.size() > problem.keep()) {
            found.add(error("stations.parts", firsts.size(), problem.keep(), named(firsts)));
        }
    }

    private void reach(int start, boolean[] seen) {
        Deque<Integer> open = new ArrayDeque<>(List.of(start));
        seen[start] = true;
        while (!open.isEmpty()) {
            int site = open.remove();
            for (int other = 0; other < seen.length; other++) {
                if (!seen[other] && (problem.isOpen(site, other) || problem.isOpen(other, site))) {
                    seen[other] = true;
                    open.add(other);
                }
            }
        }
    }

    private void tellHosts(List<Problem> found) {
        List<String> without = IntStream.range(0, problem.size())
                .filter(site -> IntStream.range(0, problem.size())
                        .noneMatch(host -> problem.isOpen(site, host)
                                && problem.load(site)
                                        <= problem.sites().get(host).capacity()))
                .mapToObj(stations::id)
                .toList();
        if (!without.isEmpty()) {
            found.add(error("stations.noHost", named(without)));
        }
    }

    private static List<String> named(List<String> ids) {
        return ids.subList(0, Math.min(MOST_NAMED, ids.size()));
    }

    private String load(long whole) {
        return stations.loads().text(whole);
    }

    private static Problem error(String key, Object... args) {
        return Problem.error(Texts.BUNDLE, key, Where.nowhere(), args);
    }
}
