package org.zhenjie.scenarios.study;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.zhenjie.scenarios.problem.Problems;
import org.zhenjie.scenarios.study.Records.Row;
import org.zhenjie.scenarios.study.Study.County;
import org.zhenjie.scenarios.study.Study.ServicePoint;
import org.zhenjie.scenarios.study.Study.Town;
import org.zhenjie.scenarios.study.Study.Zone;

/** Reads what lies on the map: counties, towns with their indicators, zones, service points. */
final class MapReader {
    private static final String MOST_AREA = "10000000";

    private final Problems problems;
    private final LonLat lonLat;

    MapReader(Problems problems, LonLat lonLat) {
        this.problems = problems;
        this.lonLat = lonLat;
    }

    List<County> counties(Records records) {
        List<County> counties = new ArrayList<>();
        if (!records.require("code", "name")) {
            return counties;
        }
        Map<String, Long> seen = new HashMap<>();
        for (Row row : records.rows()) {
            String code = records.key(row, "code", seen);
            Name name = records.name(row);
            boundary(records, row).ifPresent(boundary -> counties.add(new County(code, name, boundary)));
            if (code.equals(Study.Pool.CITY)) {
                problems.error("county.reserved", records.where(row, "code"));
            }
        }
        return counties;
    }

    /**
     * The towns with the indicators that belong to them.
     *
     * @param onlyCounty county of every town where the study has no counties
     */
    List<Town> towns(Records records, Map<String, TownFigures> figures, Known counties, Optional<String> onlyCounty) {
        List<Town> towns = new ArrayList<>();
        Map<String, Long> seen = new HashMap<>();
        for (Row row : records.rows()) {
            String code = records.key(row, "code", seen);
            Name name = records.name(row);
            TownKind kind = kind(records, row);
            String county = onlyCounty.orElseGet(() -> records.reference(row, "county", counties));
            Optional<Geometry> boundary = boundary(records, row);
            TownFigures own = figures.getOrDefault(code, TownFigures.NONE);
            boundary.ifPresent(area -> towns.add(new Town(
                    code,
                    name,
                    kind,
                    county,
                    area,
                    own.seat().orElseGet(area::getInteriorPoint),
                    own.people(),
                    own.attributes())));
        }
        return towns;
    }

    private TownKind kind(Records records, Row row) {
        String word = records.text(row, "kind");
        TownKind kind = records.source().kinds().get(word);
        if (kind == null && !word.isEmpty()) {
            problems.error(
                    "town.kind",
                    records.where(row, "kind"),
                    records.source().kinds().keySet().stream().sorted().toList());
        }
        return kind == null ? TownKind.OTHER : kind;
    }

    private Optional<Geometry> boundary(Records records, Row row) {
        if (row.geometry().isEmpty()) {
            problems.error("geometry.none", records.where(row));
            return Optional.empty();
        }
        Geometry geometry = row.geometry().get();
        if (!(geometry instanceof Polygonal)) {
            problems.error("geometry.polygon", records.where(row).value(geometry.getGeometryType()));
            return Optional.empty();
        }
        if (!geometry.isValid()) {
            problems.warning("geometry.mended", records.where(row));
            geometry = GeometryFixer.fix(geometry);
        }
        if (geometry.getArea() == 0) {
            problems.error("geometry.none", records.where(row));
            return Optional.empty();
        }
        return Optional.of(geometry);
    }

    /**
     * People, seat and further indicators by town.
     *
     * @param rates names that norms use: their columns have to hold numbers throughout
     */
    Map<String, TownFigures> figures(Records records, Known towns, Set<String> rates) {
        Map<String, TownFigures> figures = new HashMap<>();
        if (!records.require("town", "people")) {
            return figures;
        }
        List<String> attributes = attributes(records, rates);
        Map<String, Long> seen = new HashMap<>();
        for (Row row : records.rows()) {
            String code = records.key(row, "town", seen);
            if (!code.isEmpty()) {
                records.reference(row, "town", towns);
            }
            long people = records.whole(row, "people", 0, 2_000_000_000);
            Map<String, BigDecimal> values = new HashMap<>();
            for (String column : attributes) {
                String cell = row.cells().get(records.columns().indexOf(column));
                Records.number(cell)
                        .ifPresentOrElse(
                                value -> values.put(column, value),
                                () -> problems.error(
                                        "indicator.number",
                                        records.where(row).field(column).value(cell)));
            }
            boolean seated = !records.cell(row, "seat_lon").isEmpty()
                    || !records.cell(row, "seat_lat").isEmpty();
            Optional<Point> seat = seated ? lonLat.point(records, row, "seat_lon", "seat_lat") : Optional.empty();
            figures.put(code, new TownFigures(people, seat, values));
        }
        return figures;
    }

    /** Every further column that norms use or that is numeric throughout. */
    private static List<String> attributes(Records records, Set<String> rates) {
        Set<String> taken = new HashSet<>();
        DataRole.INDICATORS.fields().forEach(thing -> taken.add(records.source().column(thing)));
        return records.columns().stream()
                .filter(column -> !taken.contains(column))
                .filter(column -> rates.contains(column) || isNumeric(records, column))
                .toList();
    }

    private static boolean isNumeric(Records records, String column) {
        int position = records.columns().indexOf(column);
        return records.rows().stream()
                .allMatch(row -> Records.number(row.cells().get(position)).isPresent());
    }

    List<Zone> zones(Records records, Known towns) {
        List<Zone> zones = new ArrayList<>();
        if (!records.require("code", "name", "towns")) {
            return zones;
        }
        Map<String, Long> seen = new HashMap<>();
        for (Row row : records.rows()) {
            zones.add(new Zone(
                    records.key(row, "code", seen),
                    records.name(row),
                    records.references(row, "towns", towns),
                    List.of(),
                    records.optionalDecimal(row, "planned_area_km2", "0", MOST_AREA)
                            .orElse(BigDecimal.ZERO)));
        }
        return zones;
    }

    List<ServicePoint> servicePoints(Records records, Known kinds) {
        List<ServicePoint> points = new ArrayList<>();
        if (!records.require("id", "kind")) {
            return points;
        }
        Map<String, Long> seen = new HashMap<>();
        for (Row row : records.rows()) {
            String id = records.key(row, "id", seen);
            String kind = records.reference(row, "kind", kinds);
            Name name = records.cell(row, "name").isEmpty() ? new Name(id, id) : records.name(row);
            if (row.geometry().isPresent() && row.geometry().get() instanceof Point point) {
                double supply = records.optionalDecimal(row, "supply", "0.000001", MOST_AREA)
                        .map(BigDecimal::doubleValue)
                        .orElse(1.0);
                points.add(new ServicePoint(id, name, kind, point, supply));
            } else {
                problems.error("geometry.point", records.where(row));
            }
        }
        return points;
    }
}
