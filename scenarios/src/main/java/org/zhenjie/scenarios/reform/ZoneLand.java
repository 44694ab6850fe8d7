package org.zhenjie.scenarios.reform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.zhenjie.gis.coverage.Coverages;
import org.zhenjie.gis.edit.Edits;
import org.zhenjie.gis.edit.Lineage;
import org.zhenjie.gis.edit.Lineage.Piece;
import org.zhenjie.gis.edit.People;
import org.zhenjie.scenarios.study.Study.Town;
import org.zhenjie.scenarios.study.Study.Zone;
import org.zhenjie.scenarios.study.Study.ZonePart;

/** The land of zones while towns are split or change hands: what lay in a zone lies in it afterwards. */
final class ZoneLand {
    private final StudyEdit edit;
    private final People people;

    ZoneLand(StudyEdit edit) {
        this.edit = edit;
        this.people = edit.people();
    }

    /** A zone with an area more in a town; the town joins as a member where all of it lies in the zone. */
    Zone with(Zone zone, Town town, Geometry area) {
        Geometry all = zone.part(town.code())
                .map(part -> Coverages.dissolve(List.of(part.area(), area)))
                .orElse(area);
        Map<String, Geometry> lands = parts(zone);
        lands.put(town.code(), all);
        return zone(zone, zone.towns(), lands);
    }

    /** A zone after an edit of towns; the towns in the edit are the new ones already. */
    Zone after(Zone zone, Lineage lineage) {
        Set<String> old = lineage.pieces().stream().map(Piece::from).collect(Collectors.toSet());
        if (old.stream().noneMatch(zone::has)) {
            return zone;
        }
        Set<String> members = new LinkedHashSet<>(zone.towns());
        members.removeAll(old);
        Map<String, Geometry> lands = parts(zone);
        lands.keySet().removeAll(old);
        Map<String, List<Piece>> byNew = new LinkedHashMap<>();
        lineage.pieces()
                .forEach(piece -> byNew.computeIfAbsent(piece.to(), to -> new ArrayList<>())
                        .add(piece));
        byNew.forEach((code, pieces) -> {
            if (pieces.stream().allMatch(piece -> zone.towns().contains(piece.from()))) {
                members.add(code);
                return;
            }
            List<Geometry> inside = pieces.stream()
                    .flatMap(piece -> inside(zone, piece).stream())
                    .toList();
            if (!inside.isEmpty()) {
                lands.put(code, Coverages.dissolve(inside));
            }
        });
        return zone(zone, members, lands);
    }

    private static Optional<Geometry> inside(Zone zone, Piece piece) {
        if (zone.towns().contains(piece.from())) {
            return Optional.of(piece.area());
        }
        return zone.part(piece.from())
                .map(part -> common(part.area(), piece.area()))
                .filter(area -> area.getArea() > Edits.LEAST_AREA);
    }

    private static Geometry common(Geometry a, Geometry b) {
        List<?> polygons = PolygonExtracter.getPolygons(OverlayNGRobust.overlay(a, b, OverlayNG.INTERSECTION));
        return a.getFactory().buildGeometry(polygons);
    }

    private static Map<String, Geometry> parts(Zone zone) {
        Map<String, Geometry> lands = new LinkedHashMap<>();
        zone.parts().forEach(part -> lands.put(part.town(), part.area()));
        return lands;
    }

    private Zone zone(Zone zone, Set<String> members, Map<String, Geometry> lands) {
        Set<String> all = new LinkedHashSet<>(members);
        List<ZonePart> parts = new ArrayList<>();
        lands.forEach((code, area) -> {
            Town town = edit.town(code).orElseThrow();
            if (town.boundary().getArea() - area.getArea() < Edits.LEAST_AREA) {
                all.add(code);
            } else if (!all.contains(code)) {
                parts.add(part(town, area));
            }
        });
        return new Zone(zone.code(), zone.name(), all, parts, zone.plannedAreaKm2());
    }

    private ZonePart part(Town town, Geometry area) {
        double share = area.getArea() / town.boundary().getArea();
        double all = people.in(town.boundary());
        return new ZonePart(town.code(), area, share, all > 0 ? Math.min(1, people.in(area) / all) : share);
    }
}
