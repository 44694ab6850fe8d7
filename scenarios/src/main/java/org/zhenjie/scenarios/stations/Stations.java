package org.zhenjie.scenarios.stations;

import java.math.BigDecimal;
import java.util.List;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.planner.consolidation.ConsolidationPlan;
import org.zhenjie.planner.consolidation.ConsolidationProblem;
import org.zhenjie.scenarios.problem.Problems;
import org.zhenjie.scenarios.tables.Scale;

/**
 * A consolidation as its tables give it: the problem in whole numbers, and what those stand for.
 *
 * @param problem loads and distances times powers of ten
 * @param loads what the whole numbers of loads stand for
 * @param costs what those of weights times distances stand for
 * @param warnings what people should know of the tables
 */
public record Stations(ConsolidationProblem problem, Scale loads, Scale costs, List<Problem> warnings) {

    public Stations {
        warnings = List.copyOf(warnings);
    }

    /**
     * Reads the tables.
     *
     * @throws org.zhenjie.gis.problem.InputException with all that is wrong with them or with what is asked for
     */
    public static Stations read(StationsRequest request) {
        Problems problems = new Problems();
        check(request, problems);
        problems.throwIfErrors();
        Points points = Points.read(request, problems);
        for (long keep : new long[] {request.keepLeast(), request.keepMost()}) {
            if (keep < 1 || keep > points.size()) {
                problems.error("number.whole", option("--keep", keep), 1, points.size());
                break;
            }
        }
        Distances distances = distances(request, points, problems);
        problems.throwIfErrors();
        return new Scaling(request, points, distances).stations(problems);
    }

    private static Distances distances(StationsRequest request, Points points, Problems problems) {
        if (request.distances().isPresent()) {
            return TableDistances.read(request.distances().get(), points, request.shortestPaths(), problems);
        }
        return request.byDuties() ? new DutyDistances(points) : new StraightLines(points);
    }

    private static void check(StationsRequest request, Problems problems) {
        if (request.shortestPaths() && request.distances().isEmpty()) {
            problems.error("stations.needs", option("--shortest-paths", ""), "--distances");
        }
        if (request.byDuties() && request.distances().isPresent()) {
            problems.error("stations.notBoth", option("--by-duties", ""), "--distances");
        }
        boolean sharePart = request.coverShare().compareTo(BigDecimal.ONE) != 0;
        if (sharePart && request.cover().isEmpty()) {
            problems.error("stations.needs", option("--cover-share", request.coverShare()), "--cover");
        }
        if (request.coverShare().signum() < 0 || request.coverShare().compareTo(BigDecimal.ONE) > 0) {
            problems.error("number.decimal", option("--cover-share", request.coverShare()), 0, 1);
        }
        request.cover().filter(value -> value.signum() < 0).ifPresent(value -> tooSmall("--cover", value, problems));
        request.capacity()
                .filter(value -> value.signum() < 0)
                .ifPresent(value -> tooSmall("--capacity", value, problems));
    }

    private static void tooSmall(String option, BigDecimal value, Problems problems) {
        problems.error("number.decimal", option(option, value), 0, "1000000000");
    }

    private static Where option(String name, Object value) {
        Where where = Where.nowhere().field(name);
        return String.valueOf(value).isEmpty() ? where : where.value(String.valueOf(value));
    }

    /** A problem that no table gave: its numbers stand for themselves. */
    public static Stations of(ConsolidationProblem problem) {
        return new Stations(problem, new Scale(0), new Scale(0), List.of());
    }

    /** The same stations with another number of them kept. */
    public Stations keeping(int number) {
        return new Stations(problem.keeping(number), loads, costs, warnings);
    }

    /** What alone shows that no plan keeps the rules. */
    public List<Problem> obstacles() {
        return Obstacles.of(this);
    }

    /** A cost in the tables' own units: load times distance. */
    public BigDecimal cost(long scaled) {
        return costs.number(scaled);
    }

    /** A load in the table's own unit. */
    public BigDecimal load(long scaled) {
        return loads.number(scaled);
    }

    /** Ids of the sites that a plan keeps, in the order of the table. */
    public List<String> kept(ConsolidationPlan plan) {
        return plan.kept().stream().map(this::id).toList();
    }

    String id(int site) {
        return problem.sites().get(site).id();
    }
}
