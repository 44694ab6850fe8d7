package org.zhenjie.scenarios.stations;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.gis.table.Table;
import org.zhenjie.gis.table.TableRequest;
import org.zhenjie.gis.table.Tables;
import org.zhenjie.scenarios.problem.Problems;
import org.zhenjie.scenarios.tables.Cells;

/**
 * The sites as their table gives them.
 *
 * @param weightColumn the column that distances count with
 */
record Points(String file, List<Point> points, Position position, String weightColumn) {

    /** Most sites: the table of all their distances takes memory by the square. */
    static final int MOST = 6_000;

    private static final String MOST_LOAD = "1000000000";

    /** How places are given. */
    enum Position {
        PLANE("x", "y", "-100000000", "100000000"),
        SPHERE("lon", "lat", "-180", "180"),
        NONE("", "", "", "");

        private final String across;
        private final String up;
        private final String least;
        private final String most;

        Position(String across, String up, String least, String most) {
            this.across = across;
            this.up = up;
            this.least = least;
            this.most = most;
        }
    }

    /** A site: its place in metres or degrees, where places are given. */
    record Point(
            String id,
            BigDecimal load,
            BigDecimal weight,
            Optional<BigDecimal> capacity,
            String county,
            Set<String> duties,
            double across,
            double up) {
        Point {
            duties = Set.copyOf(duties);
        }
    }

    Points {
        points = List.copyOf(points);
    }

    /** Reads the table; places, duties and counties only where they are needed. */
    static Points read(StationsRequest request, Problems problems) {
        Path file = request.points();
        boolean needsPlaces = request.distances().isEmpty() && !request.byDuties();
        Table table = Tables.read(TableRequest.of(file));
        Cells cells = new Cells(table, problems);
        cells.require("id");
        if (request.byDuties()) {
            cells.require("duties");
        }
        Position position = needsPlaces ? position(table, problems) : Position.NONE;
        problems.throwIfErrors();
        Map<String, Long> seen = new HashMap<>();
        List<Point> points = new ArrayList<>();
        for (Table.Row row : table.rows()) {
            checkId(table, row, cells.text(row, "id"), seen, problems);
            points.add(new Reading(table, row, cells, request, problems).point(position));
        }
        if (points.isEmpty() || points.size() > MOST) {
            problems.error("stations.count", Where.file(table.file()).value(String.valueOf(points.size())), MOST);
        }
        return new Points(table.file(), points, position, table.has("weight") ? "weight" : "load");
    }

    private static Position position(Table table, Problems problems) {
        for (Position position : List.of(Position.PLANE, Position.SPHERE)) {
            if (table.has(position.across) && table.has(position.up)) {
                return position;
            }
        }
        problems.error("stations.noPlaces", Where.file(table.file()), table.columns());
        return Position.NONE;
    }

    private static void checkId(Table table, Table.Row row, String id, Map<String, Long> seen, Problems problems) {
        Long first = id.isEmpty() ? null : seen.putIfAbsent(id, row.number());
        if (id.isEmpty()) {
            problems.error("cell.blank", table.where(row, "id"));
        } else if (first != null) {
            problems.error("cell.twice", table.where(row, "id"), first);
        }
    }

    /** One row. */
    private record Reading(Table table, Table.Row row, Cells cells, StationsRequest request, Problems problems) {
        Point point(Position position) {
            BigDecimal load = amount("load", BigDecimal.ONE);
            boolean sphere = position == Position.SPHERE;
            return new Point(
                    cells.text(row, "id"),
                    load,
                    amount("weight", load),
                    cells.optionalNumber(row, "capacity", "0", "1000000000000"),
                    request.acrossCounties() ? "" : given("county"),
                    request.byDuties() ? duties() : Set.of(),
                    coordinate(position, position.across, position.least, position.most),
                    coordinate(position, position.up, sphere ? "-90" : position.least, sphere ? "90" : position.most));
        }

        private BigDecimal amount(String column, BigDecimal otherwise) {
            return table.has(column) ? cells.number(row, column, "0", MOST_LOAD) : otherwise;
        }

        /** A text that has to be there where there is such a column. */
        private String given(String column) {
            String text = cells.text(row, column).strip();
            if (table.has(column) && text.isEmpty()) {
                problems.error("cell.blank", table.where(row, column));
            }
            return text;
        }

        private Set<String> duties() {
            Set<String> duties = Arrays.stream(given("duties").split("[;；]"))
                    .map(String::strip)
                    .filter(code -> !code.isEmpty())
                    .collect(Collectors.toSet());
            if (duties.isEmpty() && !cells.text(row, "duties").isBlank()) {
                problems.error("cell.blank", table.where(row, "duties"));
            }
            return duties;
        }

        private double coordinate(Position position, String column, String least, String most) {
            return position == Position.NONE
                    ? 0
                    : cells.number(row, column, least, most).doubleValue();
        }
    }

    int size() {
        return points.size();
    }

    /** Position of each site by its id. */
    Map<String, Integer> byId() {
        Map<String, Integer> positions = new LinkedHashMap<>();
        for (int i = 0; i < points.size(); i++) {
            positions.put(points.get(i).id(), i);
        }
        return positions;
    }
}
