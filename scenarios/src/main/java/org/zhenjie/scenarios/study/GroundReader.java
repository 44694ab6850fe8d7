package org.zhenjie.scenarios.study;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygonal;
import org.zhenjie.gis.network.Road;
import org.zhenjie.gis.network.RoadNetwork;
import org.zhenjie.scenarios.problem.Problems;
import org.zhenjie.scenarios.study.Records.Row;
import org.zhenjie.scenarios.study.Study.Settlement;
import org.zhenjie.scenarios.travel.Measure;
import org.zhenjie.scenarios.travel.TableWays;
import org.zhenjie.scenarios.travel.TableWays.Pair;
import org.zhenjie.scenarios.travel.Ways;

/** Reads where people live and the ways between places: settlements, roads, a table of distances. */
final class GroundReader {
    private static final double METRES_PER_KM = 1000;
    private static final double MINUTES_PER_HOUR = 60;

    private final Problems problems;

    GroundReader(Problems problems) {
        this.problems = problems;
    }

    /** Points, or polygons that stand for a point inside them. */
    List<Settlement> settlements(Records records) {
        List<Settlement> settlements = new ArrayList<>();
        if (!records.require("people")) {
            return settlements;
        }
        Map<String, Long> seen = new HashMap<>();
        for (Row row : records.rows()) {
            String id = records.has("id") ? records.key(row, "id", seen) : String.valueOf(row.number());
            double people = records.decimal(row, "people", "0", "2000000000").doubleValue();
            Optional<Point> place = row.geometry().flatMap(GroundReader::place);
            if (place.isEmpty()) {
                problems.error("geometry.pointOrPolygon", records.where(row));
            } else {
                settlements.add(new Settlement(id, place.get(), people));
            }
        }
        return settlements;
    }

    private static Optional<Point> place(Geometry geometry) {
        if (geometry instanceof Point point) {
            return Optional.of(point);
        }
        return geometry instanceof Polygonal ? Optional.of(geometry.getInteriorPoint()) : Optional.empty();
    }

    /** A network of roads; empty where there is none that could be read. */
    Optional<RoadNetwork> roads(Records records, StudyConfig.Travel travel) {
        List<Road> roads = new ArrayList<>();
        if (!records.require()) {
            return Optional.empty();
        }
        for (Row row : records.rows()) {
            if (row.geometry().isEmpty() || !(row.geometry().get() instanceof Lineal)) {
                problems.error("geometry.line", records.where(row));
                continue;
            }
            Geometry line = row.geometry().get();
            double speed = records.optionalDecimal(row, "speed_kmh", "0.1", "1000")
                    .map(BigDecimal::doubleValue)
                    .orElse(travel.speedKmh());
            double metres = records.optionalDecimal(row, "length_km", "0.000001", "100000")
                    .map(km -> km.doubleValue() * METRES_PER_KM)
                    .orElse(line.getLength());
            for (int i = 0; i < line.getNumGeometries(); i++) {
                LineString part = (LineString) line.getGeometryN(i);
                if (part.getLength() > 0) {
                    double length = metres * part.getLength() / line.getLength();
                    roads.add(new Road(part, length, length / METRES_PER_KM / speed * MINUTES_PER_HOUR));
                }
            }
        }
        return roads.isEmpty() ? Optional.empty() : Optional.of(new RoadNetwork(roads, travel.farthestToRoad()));
    }

    /** A table of distances; a pair holds both ways, and what is not in it is measured otherwise. */
    Ways table(Records records, Ways otherwise) {
        Map<Pair, Double> table = new HashMap<>();
        if (!records.require("from", "to")) {
            return otherwise;
        }
        if (!records.has("km") && !records.has("minutes")) {
            records.require("km");
            return otherwise;
        }
        for (Row row : records.rows()) {
            String from = records.text(row, "from");
            String to = records.text(row, "to");
            put(table, records, row, "km", METRES_PER_KM, new Pair(from, to, Measure.METRES));
            put(table, records, row, "minutes", 1, new Pair(from, to, Measure.MINUTES));
        }
        return new TableWays(table, otherwise);
    }

    private void put(Map<Pair, Double> table, Records records, Row row, String thing, double times, Pair pair) {
        Optional<BigDecimal> value = records.optionalDecimal(row, thing, "0", "100000");
        if (value.isEmpty()) {
            return;
        }
        double length = value.get().doubleValue() * times;
        Double before = table.putIfAbsent(pair, length);
        Double back = table.get(new Pair(pair.to(), pair.from(), pair.measure()));
        boolean differs = before != null && before != length || back != null && back != length;
        if (differs) {
            problems.error("distances.two", records.where(row, thing), pair.from(), pair.to());
        }
    }
}
