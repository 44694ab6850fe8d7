package org.zhenjie.scenarios.stations;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.gis.table.Table;
import org.zhenjie.gis.table.TableRequest;
import org.zhenjie.gis.table.Tables;
import org.zhenjie.scenarios.problem.Problems;

/** The sites as their table gives them. */
record Points(String file, List<Point> points, Position position) {

    /** Most sites: the table of all their distances takes memory by the square. */
    static final int MOST = 4_000;
    /** Most digits of a load behind its point. */
    static final int MOST_LOAD_DIGITS = 6;

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
    record Point(String id, BigDecimal load, Optional<BigDecimal> capacity, double across, double up) {}

    Points {
        points = List.copyOf(points);
    }

    /** Reads the table; places only where they are needed. */
    static Points read(Path file, boolean needsPlaces, Problems problems) {
        Table table = Tables.read(TableRequest.of(file));
        Cells cells = new Cells(table, problems);
        cells.require("id");
        Position position = needsPlaces ? position(table, problems) : Position.NONE;
        problems.throwIfErrors();
        Map<String, Long> seen = new HashMap<>();
        List<Point> points = new ArrayList<>();
        for (Table.Row row : table.rows()) {
            checkId(table, row, cells.text(row, "id"), seen, problems);
            points.add(point(table, row, cells, position, problems));
        }
        if (points.isEmpty() || points.size() > MOST) {
            problems.error("stations.count", Where.file(table.file()).value(String.valueOf(points.size())), MOST);
        }
        return new Points(table.file(), points, position);
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

    private static Point point(Table table, Table.Row row, Cells cells, Position position, Problems problems) {
        BigDecimal load = table.has("load") ? cells.number(row, "load", "0", MOST_LOAD) : BigDecimal.ONE;
        if (Cells.digits(load) > MOST_LOAD_DIGITS) {
            problems.error("stations.digits", table.where(row, "load"), MOST_LOAD_DIGITS);
        }
        Optional<BigDecimal> capacity = cells.optionalNumber(row, "capacity", "0", "1000000000000");
        if (position == Position.NONE) {
            return new Point(cells.text(row, "id"), load, capacity, 0, 0);
        }
        boolean sphere = position == Position.SPHERE;
        double across = cells.number(row, position.across, position.least, position.most)
                .doubleValue();
        double up = cells.number(row, position.up, sphere ? "-90" : position.least, sphere ? "90" : position.most)
                .doubleValue();
        return new Point(cells.text(row, "id"), load, capacity, across, up);
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
