package org.zhenjie.scenarios.stations;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import org.zhenjie.planner.consolidation.ConsolidationProblem;
import org.zhenjie.planner.consolidation.ConsolidationProblem.Site;
import org.zhenjie.scenarios.problem.Problems;
import org.zhenjie.scenarios.stations.Points.Point;
import org.zhenjie.scenarios.tables.Products;
import org.zhenjie.scenarios.tables.Scale;

/** The problem in whole numbers, with as many digits as there are, or as sums can have and still be exact. */
record Scaling(StationsRequest request, Points points, Distances distances) {
    private static final BigDecimal METRES_PER_KM = BigDecimal.valueOf(1_000);

    /** @param problems hears of digits that are rounded off */
    Stations stations(Problems problems) {
        Scale finest = distances.scale();
        long[][] ways = ways(finest);
        Products costs = costs(ways, finest);
        if (!costs.second().equals(finest)) {
            ways = ways(costs.second());
        }
        Scale loads = scale(Point::load).within(sum(Point::load), ConsolidationProblem.MOST_COST);
        Map<String, Scale> columns = new HashMap<>(Map.of("load", loads, "distance", costs.second()));
        columns.put(points.weightColumn(), costs.first());
        Scale.tellRounded(columns, problems);
        ConsolidationProblem problem = new ConsolidationProblem(
                sites(loads, costs.first()),
                ways,
                (int) request.keepLeast(),
                cover(costs.second()),
                request.coverShare());
        return new Stations(problem, loads, costs.product(), problems.warnings());
    }

    private long[][] ways(Scale scale) {
        long[][] ways = distances.scaled(scale);
        List<String> counties = points.points().stream().map(Point::county).toList();
        for (int i = 0; i < ways.length; i++) {
            for (int j = 0; j < ways.length; j++) {
                if (!counties.get(i).equals(counties.get(j))) {
                    ways[i][j] = ConsolidationProblem.CLOSED;
                }
            }
        }
        return ways;
    }

    /** Scales of weights and distances in which no plan costs too much, even where every site goes as far as it may. */
    private Products costs(long[][] ways, Scale finest) {
        long[] farthest = Arrays.stream(ways).mapToLong(Scaling::farthest).toArray();
        BigDecimal dearest = BigDecimal.ZERO;
        for (int site = 0; site < farthest.length; site++) {
            dearest = dearest.add(points.points().get(site).weight().multiply(finest.number(farthest[site])));
        }
        return new Products(scale(Point::weight), finest)
                .within(
                        dearest,
                        ConsolidationProblem.MOST_COST,
                        sum(Point::weight).doubleValue() / points.size(),
                        finest.number(farthest(farthest)).doubleValue());
    }

    private static long farthest(long[] ways) {
        return Arrays.stream(ways)
                .filter(way -> way < ConsolidationProblem.CLOSED)
                .max()
                .orElse(0);
    }

    private Scale scale(Function<Point, BigDecimal> amount) {
        return Scale.of(points.points().stream().map(amount));
    }

    private BigDecimal sum(Function<Point, BigDecimal> amount) {
        return points.points().stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<Site> sites(Scale loads, Scale weights) {
        return points.points().stream()
                .map(point -> new Site(
                        point.id(),
                        weights.whole(point.weight()),
                        loads.whole(point.load()),
                        point.capacity()
                                .or(request::capacity)
                                .map(most -> loads.limit(most, ConsolidationProblem.CLOSED))
                                .orElse(ConsolidationProblem.CLOSED)))
                .toList();
    }

    /** A cover distance may equal a distance, and is rounded as that is. */
    private OptionalLong cover(Scale distances) {
        boolean given = request.distances().isPresent();
        Scale scale = given ? distances : new Scale(distances.digits(), false);
        BigDecimal unit = given || request.byDuties() ? BigDecimal.ONE : METRES_PER_KM;
        return request.cover().stream()
                .mapToLong(cover -> scale.limit(cover.multiply(unit), ConsolidationProblem.CLOSED - 1))
                .findFirst();
    }
}
