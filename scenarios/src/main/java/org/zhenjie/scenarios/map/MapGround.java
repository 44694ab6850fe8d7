package org.zhenjie.scenarios.map;

import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.zhenjie.gis.coverage.Coverages;
import org.zhenjie.gis.derive.LabelPoint;
import org.zhenjie.gis.derive.Pyramid;
import org.zhenjie.scenarios.group.TownGroups;
import org.zhenjie.scenarios.study.Name;
import org.zhenjie.scenarios.study.Study;

/**
 * What lies under the colours: towns, counties, zones and service points of one study or scenario, in metres, prepared once
 * for drawing and for finding what is under the pointer. Immutable to its users and safe to use from several threads.
 */
public final class MapGround {

    /** A town's area. */
    public record TownShape(String code, Name name, String county, Geometry boundary) {}

    /** A county's area, drawn as an outline. */
    public record CountyShape(String code, Name name, Geometry boundary) {}

    /** The area of a zone's member towns, drawn hatched. */
    public record ZoneShape(String code, Name name, Geometry area) {}

    /** The area of a group of towns, drawn as an outline. */
    public record GroupShape(int number, Geometry area) {}

    /** A service point; {@code kind} is the position of its kind in {@link #pointKinds()}. */
    public record PointMark(String id, Name name, int kind, Coordinate at) {}

    private static final GeometryFactory FACTORY = new GeometryFactory();

    /** Bends smaller than this share of a pixel are not drawn. */
    private static final double BEND = 0.5;

    private final List<TownShape> towns;
    private final List<CountyShape> counties;
    private final List<ZoneShape> zones;
    private final List<GroupShape> groups;
    private final List<Name> pointKinds;
    private final List<PointMark> points;
    private final List<Geometry> findings;
    private final Envelope bounds = new Envelope();
    private final Map<String, Integer> positions = new HashMap<>();
    private final STRtree index = new STRtree();
    private final List<PreparedGeometry> prepared = new ArrayList<>();
    private final Map<Layer, Pyramid> pyramids = new EnumMap<>(Layer.class);
    private final Map<Integer, LabelPoint> labels = new ConcurrentHashMap<>();
    private final Map<PathKey, Shape> paths = new ConcurrentHashMap<>();

    private record PathKey(Layer layer, int position, int level) {}

    /** The layers that have paths. */
    enum Layer {
        TOWN,
        COUNTY,
        ZONE,
        GROUP
    }

    /** @param findings places of what a check of the towns found, none of them empty */
    public MapGround(
            List<TownShape> towns,
            List<CountyShape> counties,
            List<ZoneShape> zones,
            List<GroupShape> groups,
            List<Name> pointKinds,
            List<PointMark> points,
            List<Geometry> findings) {
        this.towns = List.copyOf(towns);
        this.counties = List.copyOf(counties);
        this.zones = List.copyOf(zones);
        this.groups = List.copyOf(groups);
        this.pointKinds = List.copyOf(pointKinds);
        this.points = List.copyOf(points);
        this.findings = List.copyOf(findings);
        pyramids.put(
                Layer.TOWN, new Pyramid(towns.stream().map(TownShape::boundary).toList()));
        pyramids.put(
                Layer.COUNTY,
                new Pyramid(counties.stream().map(CountyShape::boundary).toList()));
        pyramids.put(Layer.ZONE, new Pyramid(zones.stream().map(ZoneShape::area).toList()));
        pyramids.put(
                Layer.GROUP, new Pyramid(groups.stream().map(GroupShape::area).toList()));
        for (int i = 0; i < this.towns.size(); i++) {
            TownShape town = this.towns.get(i);
            positions.put(town.code(), i);
            bounds.expandToInclude(town.boundary().getEnvelopeInternal());
            index.insert(town.boundary().getEnvelopeInternal(), i);
            prepared.add(PreparedGeometryFactory.prepare(town.boundary()));
        }
        index.build();
    }

    /** The ground of a study, or of a scenario's study, with the groups that its towns are in. */
    public static MapGround of(Study study, List<TownGroups> groups) {
        return of(study, groups, List.of());
    }

    /** As {@link #of(Study, List)}, with the places of findings, none of them empty. */
    public static MapGround of(Study study, List<TownGroups> groups, List<Geometry> findings) {
        List<TownShape> towns = study.towns().stream()
                .map(town -> new TownShape(town.code(), town.name(), town.county(), town.boundary()))
                .toList();
        List<CountyShape> counties = study.counties().stream()
                .map(county -> new CountyShape(county.code(), county.name(), county.boundary()))
                .toList();
        List<ZoneShape> zones = study.zones().stream()
                .map(zone -> new ZoneShape(zone.code(), zone.name(), Coverages.dissolve(study.land(zone))))
                .filter(zone -> !zone.area().isEmpty())
                .toList();
        List<GroupShape> outlines = groups.stream()
                .flatMap(one -> one.groups().stream())
                .map(group -> new GroupShape(group.number(), group.outline()))
                .toList();
        Map<String, Integer> kinds = new HashMap<>();
        study.serviceKinds().forEach(kind -> kinds.put(kind.id(), kinds.size()));
        List<PointMark> points = study.servicePoints().stream()
                .map(point -> new PointMark(
                        point.id(),
                        point.name(),
                        kinds.get(point.kind()),
                        point.location().getCoordinate()))
                .toList();
        return new MapGround(
                towns,
                counties,
                zones,
                outlines,
                study.serviceKinds().stream().map(Study.ServiceKind::name).toList(),
                points,
                findings);
    }

    public List<TownShape> towns() {
        return towns;
    }

    public List<CountyShape> counties() {
        return counties;
    }

    public List<ZoneShape> zones() {
        return zones;
    }

    /** Groups of towns that the scenario asks for. */
    public List<GroupShape> groups() {
        return groups;
    }

    /** Names of the kinds of service points. */
    public List<Name> pointKinds() {
        return pointKinds;
    }

    public List<PointMark> points() {
        return points;
    }

    /** Places of what a check of the towns found. */
    public List<Geometry> findings() {
        return findings;
    }

    /** The rectangle around all towns. */
    public Envelope bounds() {
        return new Envelope(bounds);
    }

    /** The town of a code, if it is on this map. */
    public Optional<TownShape> town(String code) {
        return Optional.ofNullable(positions.get(code)).map(towns::get);
    }

    /** The town at a world coordinate, if there is one; on a shared border, the first in the study's order. */
    public Optional<TownShape> townAt(Coordinate at) {
        Point point = FACTORY.createPoint(at);
        return townsIn(new Envelope(at)).stream()
                .filter(position -> prepared.get(position).intersects(point))
                .findFirst()
                .map(towns::get);
    }

    /** The service point nearest to a world coordinate within a distance in metres, if there is one. */
    public Optional<PointMark> pointNear(Coordinate at, double within) {
        return points.stream()
                .filter(point -> point.at().distance(at) <= within)
                .min(Comparator.comparingDouble(point -> point.at().distance(at)));
    }

    /** Positions of the towns whose rectangles meet a rectangle, in order. */
    List<Integer> townsIn(Envelope world) {
        List<Integer> found = new ArrayList<>();
        for (Object hit : index.query(world)) {
            found.add((Integer) hit);
        }
        found.sort(null);
        return found;
    }

    /** Where the label of a town stands best. */
    LabelPoint label(int town) {
        return labels.computeIfAbsent(
                town, position -> LabelPoint.of(towns.get(position).boundary()));
    }

    /** The shape in world coordinates, with no more vertices than a scale can show; shared borders stay shared. */
    Shape path(Layer layer, int position, double metresPerPixel) {
        int level = Pyramid.levelFor(metresPerPixel * BEND);
        Geometry unit = pyramids.get(layer).unit(position, level);
        return paths.computeIfAbsent(new PathKey(layer, position, level), key -> toPath(unit));
    }

    /** Areas and lines as they are drawn, in world coordinates; points have no extent and are left out. */
    static Path2D toPath(Geometry geometry) {
        Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (geometry.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
                addLine(path, polygon.getExteriorRing());
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    addLine(path, polygon.getInteriorRingN(hole));
                }
            } else if (geometry.getGeometryN(i) instanceof LineString line && !line.isEmpty()) {
                addLine(path, line);
            }
        }
        return path;
    }

    private static void addLine(Path2D path, LineString line) {
        path.moveTo(line.getCoordinateN(0).x, line.getCoordinateN(0).y);
        for (int i = 1; i < line.getNumPoints(); i++) {
            path.lineTo(line.getCoordinateN(i).x, line.getCoordinateN(i).y);
        }
        if (line.isClosed()) {
            path.closePath();
        }
    }
}
