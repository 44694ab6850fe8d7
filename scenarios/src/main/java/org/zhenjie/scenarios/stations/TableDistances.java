package org.zhenjie.scenarios.stations;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.zhenjie.gis.table.Table;
import org.zhenjie.gis.table.TableRequest;
import org.zhenjie.gis.table.Tables;
import org.zhenjie.planner.consolidation.ConsolidationProblem;
import org.zhenjie.scenarios.problem.Problems;
import org.zhenjie.scenarios.tables.Cells;
import org.zhenjie.scenarios.tables.Scale;

/** Distances between pairs of sites as a table gives them; a pair holds both ways. */
final class TableDistances implements Distances {
    private static final String MOST = "1000000000";
    private static final BigDecimal ROUNDING = new BigDecimal("1e-9");

    private final int size;
    private final boolean shortestPaths;
    private final List<Pair> pairs;

    private record Pair(int from, int to, BigDecimal distance) {}

    private TableDistances(int size, boolean shortestPaths, List<Pair> pairs) {
        this.size = size;
        this.shortestPaths = shortestPaths;
        this.pairs = pairs;
    }

    /** Reads the table; without shortest paths a pair must not have two distances. */
    static TableDistances read(Path file, Points points, boolean shortestPaths, Problems problems) {
        Table table = Tables.read(TableRequest.of(file));
        Cells cells = new Cells(table, problems);
        boolean complete = cells.require("from") & cells.require("to") & cells.require("distance");
        Map<String, Integer> byId = points.byId();
        List<Pair> pairs = new ArrayList<>();
        BigDecimal[][] known = new BigDecimal[complete && !shortestPaths ? points.size() : 0][];
        for (Table.Row row : complete ? table.rows() : List.<Table.Row>of()) {
            Integer from = site(table, row, "from", cells, byId, points.file(), problems);
            Integer to = site(table, row, "to", cells, byId, points.file(), problems);
            BigDecimal distance = cells.number(row, "distance", "0", MOST);
            if (from == null || to == null) {
                continue;
            }
            if (from.equals(to) && distance.signum() != 0) {
                problems.error("stations.toItself", table.where(row, "distance"), cells.text(row, "from"));
            }
            BigDecimal other = shortestPaths ? null : put(known, from, to, distance);
            if (other != null && differ(other, distance)) {
                problems.error(
                        "stations.twoDistances",
                        table.where(row, "distance"),
                        cells.text(row, "from"),
                        cells.text(row, "to"),
                        other.toPlainString());
            }
            pairs.add(new Pair(from, to, distance));
        }
        return new TableDistances(points.size(), shortestPaths, pairs);
    }

    /** Whether two distances are more apart than the roundings of two ways to add one up. */
    private static boolean differ(BigDecimal one, BigDecimal other) {
        return one.subtract(other).abs().compareTo(one.max(other).multiply(ROUNDING)) > 0;
    }

    /** What was known of the pair before, or null. */
    private static BigDecimal put(BigDecimal[][] known, int from, int to, BigDecimal distance) {
        int less = Math.min(from, to);
        int more = Math.max(from, to);
        if (known[more] == null) {
            known[more] = new BigDecimal[more + 1];
        }
        BigDecimal before = known[more][less];
        known[more][less] = before == null ? distance : before;
        return before;
    }

    private static Integer site(
            Table table,
            Table.Row row,
            String column,
            Cells cells,
            Map<String, Integer> byId,
            String points,
            Problems problems) {
        String id = cells.text(row, column);
        Integer site = byId.get(id);
        if (id.isEmpty()) {
            problems.error("cell.blank", table.where(row, column));
        } else if (site == null) {
            problems.error("stations.unknownSite", table.where(row, column), points);
        }
        return site;
    }

    @Override
    public Scale scale() {
        BigDecimal longest = pairs.stream()
                .map(Pair::distance)
                .max(Comparator.naturalOrder())
                .orElse(BigDecimal.ZERO);
        return Scale.of(pairs.stream().map(Pair::distance))
                .within(longest.multiply(BigDecimal.valueOf(size)), ConsolidationProblem.CLOSED - 1);
    }

    @Override
    public long[][] scaled(Scale scale) {
        long[][] distances = new long[size][size];
        for (int site = 0; site < size; site++) {
            Arrays.fill(distances[site], ConsolidationProblem.CLOSED);
            distances[site][site] = 0;
        }
        for (Pair pair : pairs) {
            long distance = scale.whole(pair.distance());
            distances[pair.from()][pair.to()] = Math.min(distances[pair.from()][pair.to()], distance);
            distances[pair.to()][pair.from()] = distances[pair.from()][pair.to()];
        }
        return shortestPaths ? ShortestPaths.of(distances) : distances;
    }
}
