package org.zhenjie.scenarios.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.CoverageUnion;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;
import org.zhenjie.scenarios.study.Name;

/** A city of 51 towns in 4 counties on a metric plane, the same every time. */
final class SampleGround {

    static final Name ZONE = new Name("滨海新区", "Binhai Zone");
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private SampleGround() {}

    static MapGround city() {
        Random random = new Random(51);
        Geometry land = FACTORY.createPoint(new Coordinate(500_000, 2_520_000)).buffer(45_000);
        List<Coordinate> sites = new ArrayList<>();
        while (sites.size() < 51) {
            Coordinate site = new Coordinate(455_000 + random.nextInt(90_000), 2_475_000 + random.nextInt(90_000));
            if (land.contains(FACTORY.createPoint(site)) && sites.stream().noneMatch(s -> s.distance(site) < 7_000)) {
                sites.add(site);
            }
        }
        VoronoiDiagramBuilder cells = new VoronoiDiagramBuilder();
        cells.setSites(sites);
        cells.setClipEnvelope(new Envelope(land.getEnvelopeInternal()));
        Geometry diagram = cells.getDiagram(FACTORY);
        List<MapGround.TownShape> towns = new ArrayList<>();
        Map<String, List<Geometry>> byCounty = new HashMap<>();
        for (int i = 0; i < diagram.getNumGeometries(); i++) {
            Geometry area = diagram.getGeometryN(i).intersection(land);
            Coordinate centre = area.getCentroid().getCoordinate();
            String county = (centre.x < 500_000 ? "W" : "E") + (centre.y < 2_520_000 ? "S" : "N");
            byCounty.computeIfAbsent(county, key -> new ArrayList<>()).add(area);
            Name name = new Name("东海" + (char) ('一' + i) + "镇", "Donghai " + (i + 1));
            towns.add(new MapGround.TownShape("T%02d".formatted(i), name, county, area));
        }
        List<MapGround.CountyShape> counties = byCounty.keySet().stream()
                .sorted()
                .map(code -> new MapGround.CountyShape(code, new Name(code + "县", code), union(byCounty.get(code))))
                .toList();
        Geometry zone = union(towns.stream()
                .filter(town -> town.county().equals("ES"))
                .map(MapGround.TownShape::boundary)
                .limit(2)
                .toList());
        List<MapGround.PointMark> points = new ArrayList<>();
        for (int i = 0; i < sites.size(); i++) {
            points.add(new MapGround.PointMark("P" + i, new Name("站", "Station"), i % 2, sites.get(i)));
        }
        return new MapGround(
                towns,
                counties,
                List.of(new MapGround.ZoneShape("Z", ZONE, zone)),
                List.of(),
                List.of(new Name("派出所", "Police station"), new Name("卫生院", "Clinic")),
                points,
                List.of());
    }

    /** A staffing ratio for every town but the last, from 0.5 to 1.5. */
    static ThematicMap ratios(String title) {
        MapGround ground = city();
        Map<String, Double> values = new HashMap<>();
        Random random = new Random(7);
        for (MapGround.TownShape town : ground.towns().subList(0, ground.towns().size() - 1)) {
            values.put(town.code(), 0.5 + random.nextInt(1_000) / 1_000.0);
        }
        return new ThematicMap(
                ground,
                title,
                "海滨市（示意） Haibin",
                "配备率 Staffing ratio",
                "边界为示意。Boundaries are schematic.",
                values,
                ValueFormat.percent(0),
                Classification.fixed(List.of(0.6, 0.8, 0.95, 1.05, 1.2, 1.4), Palette.DIVERGING));
    }

    private static Geometry union(List<Geometry> areas) {
        return CoverageUnion.union(FACTORY.createGeometryCollection(areas.toArray(Geometry[]::new)));
    }
}
