package org.zhenjie.scenarios.group;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.gis.table.Table;
import org.zhenjie.gis.table.TableRequest;
import org.zhenjie.gis.table.Tables;
import org.zhenjie.planner.grouping.GroupingPlan;
import org.zhenjie.planner.grouping.GroupingProblem;
import org.zhenjie.scenarios.problem.Problems;
import org.zhenjie.scenarios.tables.Cells;
import org.zhenjie.scenarios.tables.Scale;

/**
 * A grouping as its tables give it: the problem in whole numbers, and what those stand for.
 *
 * @param problem loads and distances times powers of ten
 * @param costs what the whole numbers of loads times distances stand for
 */
public record Grouping(GroupingProblem problem, Scale costs) {
    /** Most units: the table of all their distances takes memory by the square. */
    private static final int MOST_UNITS = 4_000;

    private static final int MOST_DIGITS = 6;
    private static final int DISTANCE_DIGITS = 3;
    private static final String MOST_PLACE = "100000000";

    private record Unit(BigDecimal load, double x, double y, String group) {}

    /**
     * Reads the tables.
     *
     * @param tolerance how far a group's load may be from the mean, as a share of the mean, 0 or more
     * @throws org.zhenjie.gis.problem.InputException with all that is wrong with them or with what is asked for
     */
    public static Grouping read(Path adjacency, Path units, long groups, BigDecimal tolerance) {
        Problems problems = new Problems();
        Map<String, Integer> ids = new LinkedHashMap<>();
        List<Unit> read = new ArrayList<>();
        problems.collect(() -> readUnits(units, ids, read, problems));
        problems.throwIfErrors();
        if (read.isEmpty() || read.size() > MOST_UNITS) {
            problems.error("group.count", Where.file(units.toString()).value(String.valueOf(read.size())), MOST_UNITS);
        } else if (groups < 1 || groups > read.size()) {
            problems.error(
                    "number.whole", Where.nowhere().field("--groups").value(String.valueOf(groups)), 1, read.size());
        }
        problems.throwIfErrors();
        int[][] neighbours = neighbours(adjacency, ids, units.toString(), problems);
        problems.throwIfErrors();
        return scaled(units, ids, read, neighbours, (int) groups, tolerance, problems);
    }

    private static void readUnits(Path file, Map<String, Integer> ids, List<Unit> units, Problems problems) {
        Table table = Tables.read(TableRequest.of(file));
        Cells cells = new Cells(table, problems);
        boolean complete = cells.require("id") & cells.require("load") & cells.require("x") & cells.require("y");
        Map<String, Long> seen = new HashMap<>();
        for (Table.Row row : complete ? table.rows() : List.<Table.Row>of()) {
            ids.putIfAbsent(cells.id(row, "id", seen), ids.size());
            units.add(new Unit(
                    cells.number(row, "load", "0", "1000000000", MOST_DIGITS),
                    cells.number(row, "x", "-" + MOST_PLACE, MOST_PLACE).doubleValue(),
                    cells.number(row, "y", "-" + MOST_PLACE, MOST_PLACE).doubleValue(),
                    cells.text(row, "group")));
        }
    }

    private static int[][] neighbours(Path file, Map<String, Integer> ids, String unitsFile, Problems problems) {
        Table table = Tables.read(TableRequest.of(file));
        Cells cells = new Cells(table, problems);
        boolean complete = cells.require("from") & cells.require("to");
        List<TreeSet<Integer>> neighbours = new ArrayList<>();
        ids.forEach((id, unit) -> neighbours.add(new TreeSet<>()));
        for (Table.Row row : complete ? table.rows() : List.<Table.Row>of()) {
            int from = cells.reference(row, "from", ids, unitsFile);
            int to = cells.reference(row, "to", ids, unitsFile);
            if (from >= 0 && to >= 0 && from != to) {
                neighbours.get(from).add(to);
                neighbours.get(to).add(from);
            }
        }
        return neighbours.stream()
                .map(near -> near.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    private static Grouping scaled(
            Path file,
            Map<String, Integer> ids,
            List<Unit> units,
            int[][] neighbours,
            int groups,
            BigDecimal tolerance,
            Problems problems) {
        Scale scale = Scale.of(units.stream().map(Unit::load));
        long[] loads =
                units.stream().mapToLong(unit -> scale.whole(unit.load())).toArray();
        BigDecimal total = BigDecimal.valueOf(
                IntStream.range(0, loads.length).mapToLong(i -> loads[i]).sum());
        int digits = DISTANCE_DIGITS;
        long[][] distances = distances(units, digits);
        while (total.multiply(BigDecimal.valueOf(farthest(distances)))
                        .compareTo(BigDecimal.valueOf(GroupingProblem.MOST_SUM))
                > 0) {
            if (--digits < 0) {
                problems.error("stations.tooLarge", Where.file(file.toString()));
                problems.throwIfErrors();
            }
            distances = distances(units, digits);
        }
        BigDecimal number = BigDecimal.valueOf(groups);
        long least = total.multiply(BigDecimal.ONE.subtract(tolerance).max(BigDecimal.ZERO))
                .divide(number, 0, RoundingMode.CEILING)
                .longValueExact();
        long most = total.multiply(BigDecimal.ONE.add(tolerance))
                .divide(number, 0, RoundingMode.FLOOR)
                .longValueExact();
        GroupingProblem problem = new GroupingProblem(
                List.copyOf(ids.keySet()), loads, distances, neighbours, groups, least, most, pins(units));
        return new Grouping(problem, new Scale(scale.digits() + digits));
    }

    /** Groups that are named are numbered as they first come up. */
    private static int[] pins(List<Unit> units) {
        Map<String, Integer> numbers = new HashMap<>();
        return units.stream()
                .mapToInt(unit -> unit.group().isEmpty() ? GroupingProblem.FREE : number(numbers, unit.group()))
                .toArray();
    }

    private static int number(Map<String, Integer> numbers, String name) {
        numbers.putIfAbsent(name, numbers.size());
        return numbers.get(name);
    }

    private static long[][] distances(List<Unit> units, int digits) {
        double scale = Math.pow(10, digits);
        int size = units.size();
        long[][] distances = new long[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                Unit one = units.get(i);
                Unit other = units.get(j);
                distances[i][j] = Math.round(StrictMath.hypot(one.x() - other.x(), one.y() - other.y()) * scale);
                distances[j][i] = distances[i][j];
            }
        }
        return distances;
    }

    private static long farthest(long[][] distances) {
        long most = 0;
        for (long[] row : distances) {
            for (long distance : row) {
                most = Math.max(most, distance);
            }
        }
        return most;
    }

    /** Number of the group of each unit, 1 and up in the order of their first units. */
    public List<String> answer(GroupingPlan plan) {
        return plan.inOrder().groups().stream()
                .map(group -> String.valueOf(group + 1))
                .toList();
    }
}
