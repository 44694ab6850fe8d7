package org.zhenjie.scenarios.group;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.gis.table.Table;
import org.zhenjie.gis.table.TableRequest;
import org.zhenjie.gis.table.Tables;
import org.zhenjie.planner.grouping.Compactness;
import org.zhenjie.planner.grouping.GroupingProblem;
import org.zhenjie.scenarios.problem.Problems;
import org.zhenjie.scenarios.tables.Cells;
import org.zhenjie.scenarios.tables.Products;
import org.zhenjie.scenarios.tables.Scale;

/** A grouping from a table of units and one of who touches whom. */
public final class TableGrouping {
    private static final int LENGTH_DIGITS = 3;
    private static final String MOST_PLACE = "100000000";
    private static final String MOST_LENGTH = "1000000000";
    private static final String MOST_AREA = "100000000000000";
    /** What outlines may be off by rounding, as a share. */
    private static final double ROUNDING = 1e-6;

    private final Path adjacency;
    private final Path unitsFile;
    private final boolean withOutlines;
    private final Problems problems = new Problems();
    private final Map<String, Integer> ids = new LinkedHashMap<>();
    private final List<Unit> units = new ArrayList<>();
    /** By unit the units that it touches, with the border between them. */
    private final List<TreeMap<Integer, BigDecimal>> borders = new ArrayList<>();

    private record Unit(
            BigDecimal load, double x, double y, String group, BigDecimal area, BigDecimal perimeter, Where where) {}

    private TableGrouping(Path adjacency, Path units, boolean withOutlines) {
        this.adjacency = adjacency;
        this.unitsFile = units;
        this.withOutlines = withOutlines;
    }

    /**
     * Reads the tables.
     *
     * @param tolerance how far a group's load may be from the mean, as a share of the mean, 0 or more
     * @param compactness weight of compact outlines, 0 or more; above 0 the tables have to give outlines
     * @throws org.zhenjie.gis.problem.InputException with all that is wrong with them or with what is asked for
     */
    public static Grouping read(Path adjacency, Path units, long groups, BigDecimal tolerance, BigDecimal compactness) {
        TableGrouping tables = new TableGrouping(adjacency, units, compactness.signum() > 0);
        tables.read(groups);
        return tables.scaled((int) groups, tolerance, compactness);
    }

    private void read(long groups) {
        problems.collect(this::readUnits);
        problems.throwIfErrors();
        if (units.isEmpty() || units.size() > Grouping.MOST_UNITS) {
            problems.error(
                    "group.count",
                    Where.file(unitsFile.toString()).value(String.valueOf(units.size())),
                    Grouping.MOST_UNITS);
        } else if (groups < 1 || groups > units.size()) {
            problems.error(
                    "number.whole", Where.nowhere().field("--groups").value(String.valueOf(groups)), 1, units.size());
        }
        problems.throwIfErrors();
        readBorders();
        problems.throwIfErrors();
        if (withOutlines) {
            checkOutlines();
            problems.throwIfErrors();
        }
    }

    private void readUnits() {
        Table table = Tables.read(TableRequest.of(unitsFile));
        Cells cells = new Cells(table, problems);
        boolean complete = Stream.of("id", "load", "x", "y").allMatch(cells::require)
                & (!withOutlines || cells.require("area") & cells.require("perimeter"));
        Map<String, Long> seen = new HashMap<>();
        for (Table.Row row : complete ? table.rows() : List.<Table.Row>of()) {
            ids.putIfAbsent(cells.id(row, "id", seen), ids.size());
            units.add(new Unit(
                    cells.number(row, "load", "0", "1000000000"),
                    cells.number(row, "x", "-" + MOST_PLACE, MOST_PLACE).doubleValue(),
                    cells.number(row, "y", "-" + MOST_PLACE, MOST_PLACE).doubleValue(),
                    cells.text(row, "group"),
                    withOutlines ? cells.number(row, "area", "0", MOST_AREA) : BigDecimal.ZERO,
                    withOutlines ? cells.number(row, "perimeter", "0", MOST_LENGTH) : BigDecimal.ZERO,
                    table.where(row, "perimeter")));
        }
    }

    private void readBorders() {
        Table table = Tables.read(TableRequest.of(adjacency));
        Cells cells = new Cells(table, problems);
        boolean complete = cells.require("from") & cells.require("to") & (!withOutlines || cells.require("border"));
        ids.forEach((id, unit) -> borders.add(new TreeMap<>()));
        for (Table.Row row : complete ? table.rows() : List.<Table.Row>of()) {
            int from = cells.reference(row, "from", ids, unitsFile.toString());
            int to = cells.reference(row, "to", ids, unitsFile.toString());
            BigDecimal border = withOutlines ? cells.number(row, "border", "0", MOST_LENGTH) : BigDecimal.ZERO;
            if (from >= 0 && to >= 0 && from != to) {
                BigDecimal known = borders.get(from).putIfAbsent(to, border);
                borders.get(to).putIfAbsent(from, border);
                if (known != null && known.compareTo(border) != 0) {
                    problems.error("group.twoBorders", table.where(row, "border"), known.toPlainString());
                }
            }
        }
    }

    /** Outlines in other units than their borders and areas give nonsense, so they are held against what geometry allows. */
    private void checkOutlines() {
        for (int i = 0; i < units.size(); i++) {
            Unit unit = units.get(i);
            double perimeter = unit.perimeter().doubleValue() * (1 + ROUNDING);
            double shared = borders.get(i).values().stream()
                    .mapToDouble(BigDecimal::doubleValue)
                    .sum();
            if (shared > perimeter) {
                problems.error(
                        "group.bordersLong",
                        unit.where(),
                        BigDecimal.valueOf(shared).toPlainString());
            } else if (perimeter * perimeter < 4 * Math.PI * unit.area().doubleValue()) {
                problems.error("group.outlineShort", unit.where(), unit.area().toPlainString());
            }
        }
    }

    private Grouping scaled(int groups, BigDecimal tolerance, BigDecimal compactness) {
        double longest = longest();
        BigDecimal load = units.stream().map(Unit::load).reduce(BigDecimal.ZERO, BigDecimal::add);
        Products costs = new Products(Scale.of(units.stream().map(Unit::load)), Scale.ofLengths(longest))
                .within(
                        load.multiply(BigDecimal.valueOf(longest)),
                        GroupingProblem.MOST_SUM,
                        load.doubleValue() / units.size(),
                        longest);
        Scale.tellRounded(Map.of("load", costs.first(), "x, y", costs.second()), problems);
        long[] loads = units.stream()
                .mapToLong(unit -> costs.first().whole(unit.load()))
                .toArray();
        int digits = costs.second().digits();
        long[][] distances = distances(digits);
        int[][] neighbours = borders.stream()
                .map(near -> near.keySet().stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        GroupingProblem problem = Grouping.problem(
                        List.copyOf(ids.keySet()), loads, distances, neighbours, groups, tolerance)
                .withPins(pins());
        if (withOutlines) {
            double area = units.stream()
                            .mapToDouble(unit -> unit.area().doubleValue())
                            .sum()
                    * Math.pow(10, 2.0 * digits);
            problem = problem.with(outlines(Grouping.compactnessCost(compactness, problem, area)));
        }
        return new Grouping(problem, costs.first(), costs.product(), problems.warnings());
    }

    private Compactness outlines(long weight) {
        double area =
                units.stream().mapToDouble(unit -> unit.area().doubleValue()).sum();
        int digits = LENGTH_DIGITS;
        while (digits > 0 && area * Math.pow(10, 2.0 * digits) > GroupingProblem.MOST_SUM * 1e3) {
            digits--;
        }
        Scale lengths = new Scale(digits);
        Scale areas = new Scale(2 * digits);
        return new Compactness(
                weight,
                units.stream().mapToLong(unit -> areas.whole(unit.area())).toArray(),
                units.stream()
                        .mapToLong(unit -> lengths.whole(unit.perimeter()))
                        .toArray(),
                borders.stream()
                        .map(near ->
                                near.values().stream().mapToLong(lengths::whole).toArray())
                        .toArray(long[][]::new));
    }

    /** Groups that are named are numbered as they first come up. */
    private int[] pins() {
        Map<String, Integer> numbers = new HashMap<>();
        return units.stream()
                .mapToInt(unit -> unit.group().isEmpty()
                        ? GroupingProblem.FREE
                        : numbers.computeIfAbsent(unit.group(), name -> numbers.size()))
                .toArray();
    }

    /** At least the longest distance. */
    private double longest() {
        DoubleSummaryStatistics x = units.stream().mapToDouble(Unit::x).summaryStatistics();
        DoubleSummaryStatistics y = units.stream().mapToDouble(Unit::y).summaryStatistics();
        return StrictMath.hypot(x.getMax() - x.getMin(), y.getMax() - y.getMin());
    }

    private long[][] distances(int digits) {
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
}
