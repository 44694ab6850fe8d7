package org.zhenjie.scenarios.stations;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.planner.consolidation.ConsolidationPlan;
import org.zhenjie.planner.consolidation.ConsolidationProblem;
import org.zhenjie.planner.consolidation.ConsolidationProblem.Site;
import org.zhenjie.scenarios.problem.Problems;
import org.zhenjie.scenarios.tables.Cells;

/**
 * A consolidation as its tables give it: the problem in whole numbers, and what those stand for.
 *
 * @param problem loads and distances times powers of ten
 * @param loadDigits digits of loads behind the point
 * @param weightDigits digits of weights behind the point
 * @param distanceDigits digits of distances behind the point
 * @param warnings what people should know of the tables
 */
public record Stations(
        ConsolidationProblem problem, int loadDigits, int weightDigits, int distanceDigits, List<Problem> warnings) {

    /** Most digits of a distance behind its point; more are rounded off. */
    private static final int MOST_DISTANCE_DIGITS = 6;

    private static final BigDecimal METRES_PER_KM = BigDecimal.valueOf(1_000);

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
        return scaled(request, points, distances, problems);
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

    /** The problem with as many digits as there are, or as still fit into whole numbers. */
    private static Stations scaled(StationsRequest request, Points points, Distances distances, Problems problems) {
        int loadDigits = digits(points, Points.Point::load);
        int weightDigits = digits(points, Points.Point::weight);
        List<Site> sites = sites(request, points, loadDigits, weightDigits);
        for (int digits = Math.min(MOST_DISTANCE_DIGITS, distances.digits()); digits >= 0; digits--) {
            long[][] scaled = distances.scaled(digits);
            closeBetweenCounties(points, scaled);
            if (fits(sites, scaled)) {
                if (digits < distances.digits()) {
                    problems.warning("stations.rounded", Where.nowhere(), digits);
                }
                ConsolidationProblem problem = new ConsolidationProblem(
                        sites, scaled, (int) request.keepLeast(), cover(request, digits), request.coverShare());
                return new Stations(problem, loadDigits, weightDigits, digits, problems.warnings());
            }
        }
        problems.error("stations.tooLarge", Where.file(points.file()));
        problems.throwIfErrors();
        throw new IllegalStateException("an error was reported");
    }

    private static int digits(Points points, Function<Points.Point, BigDecimal> amount) {
        return points.points().stream()
                .mapToInt(point -> Cells.digits(amount.apply(point)))
                .max()
                .orElse(0);
    }

    private static void closeBetweenCounties(Points points, long[][] distances) {
        for (int i = 0; i < distances.length; i++) {
            for (int j = 0; j < distances.length; j++) {
                if (!points.points()
                        .get(i)
                        .county()
                        .equals(points.points().get(j).county())) {
                    distances[i][j] = ConsolidationProblem.CLOSED;
                }
            }
        }
    }

    private static List<Site> sites(StationsRequest request, Points points, int loadDigits, int weightDigits) {
        List<Site> sites = new ArrayList<>();
        for (Points.Point point : points.points()) {
            long capacity = point.capacity()
                    .or(request::capacity)
                    .map(value -> wholeBelow(value, loadDigits))
                    .orElse(ConsolidationProblem.CLOSED);
            sites.add(new Site(
                    point.id(),
                    wholeBelow(point.weight(), weightDigits),
                    wholeBelow(point.load(), loadDigits),
                    capacity));
        }
        return sites;
    }

    private static OptionalLong cover(StationsRequest request, int digits) {
        Optional<BigDecimal> cover = request.cover()
                .map(value ->
                        request.distances().isPresent() || request.byDuties() ? value : value.multiply(METRES_PER_KM));
        return cover.isEmpty() ? OptionalLong.empty() : OptionalLong.of(wholeBelow(cover.get(), digits));
    }

    /** A limit in whole numbers: what keeps the rounded one keeps the limit. */
    private static long wholeBelow(BigDecimal value, int digits) {
        BigDecimal whole = value.movePointRight(digits).setScale(0, RoundingMode.FLOOR);
        return whole.min(BigDecimal.valueOf(ConsolidationProblem.CLOSED)).longValueExact();
    }

    private static boolean fits(List<Site> sites, long[][] distances) {
        double sum = 0;
        for (int site = 0; site < distances.length; site++) {
            long most = 0;
            for (long distance : distances[site]) {
                most = distance < ConsolidationProblem.CLOSED ? Math.max(most, distance) : most;
            }
            sum += (double) sites.get(site).weight() * most;
        }
        return sum <= ConsolidationProblem.MOST_COST;
    }

    /** A problem that no table gave: its numbers stand for themselves. */
    public static Stations of(ConsolidationProblem problem) {
        return new Stations(problem, 0, 0, 0, List.of());
    }

    /** The same stations with another number of them kept. */
    public Stations keeping(int number) {
        return new Stations(problem.keeping(number), loadDigits, weightDigits, distanceDigits, warnings);
    }

    /** A cost in the tables' own units: load times distance. */
    public BigDecimal cost(long scaled) {
        return BigDecimal.valueOf(scaled, weightDigits + distanceDigits);
    }

    /** A load in the table's own unit. */
    public BigDecimal load(long scaled) {
        return BigDecimal.valueOf(scaled, loadDigits);
    }

    /** Ids of the sites that a plan keeps, in the order of the table. */
    public List<String> kept(ConsolidationPlan plan) {
        return plan.kept().stream().map(this::id).toList();
    }

    String id(int site) {
        return problem.sites().get(site).id();
    }
}
