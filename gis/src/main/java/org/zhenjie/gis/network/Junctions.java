package org.zhenjie.gis.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.index.strtree.STRtree;

/** Cuts roads into stretches from junction to junction. */
final class Junctions {
    /** A road that ends this near to another one joins it, in metres. */
    static final double JOIN = 1;

    // vertices that are the same but for rounding
    private static final double CELL = 0.01;

    /** A place but for rounding. */
    record Key(long x, long y) {
        static Key of(Coordinate at) {
            return new Key(Math.round(at.x / CELL), Math.round(at.y / CELL));
        }
    }

    /** A stretch of road between two junctions, by their numbers. */
    record Stretch(int from, int to, List<Coordinate> course, double metres, double minutes) {}

    private final Map<Key, Integer> junctions = new LinkedHashMap<>();
    private final List<Stretch> stretches = new ArrayList<>();

    private Junctions() {}

    static Junctions of(List<Road> roads) {
        Junctions junctions = new Junctions();
        List<List<Coordinate>> courses = joined(roads);
        Set<Key> meets = meets(courses);
        for (int i = 0; i < roads.size(); i++) {
            junctions.cut(roads.get(i), courses.get(i), meets);
        }
        return junctions;
    }

    int count() {
        return junctions.size();
    }

    List<Stretch> stretches() {
        return stretches;
    }

    private record Segment(int road, int position, LineSegment line) {}

    /** The courses of the roads, with a vertex where the end of another one lies by them. */
    private static List<List<Coordinate>> joined(List<Road> roads) {
        List<List<Coordinate>> courses = new ArrayList<>();
        STRtree tree = new STRtree();
        for (int i = 0; i < roads.size(); i++) {
            Coordinate[] vertices = roads.get(i).line().getCoordinates();
            courses.add(List.of(vertices));
            for (int j = 1; j < vertices.length; j++) {
                LineSegment line = new LineSegment(vertices[j - 1], vertices[j]);
                tree.insert(new Envelope(line.p0, line.p1), new Segment(i, j, line));
            }
        }
        Map<Segment, List<Coordinate>> more = new HashMap<>();
        for (List<Coordinate> course : courses) {
            for (Coordinate end : List.of(course.get(0), course.get(course.size() - 1))) {
                Envelope near = new Envelope(end);
                near.expandBy(JOIN);
                for (Object found : tree.query(near)) {
                    Segment segment = (Segment) found;
                    boolean atVertex = Key.of(segment.line().p0).equals(Key.of(end))
                            || Key.of(segment.line().p1).equals(Key.of(end));
                    if (courses.get(segment.road()) != course
                            && !atVertex
                            && segment.line().distance(end) <= JOIN) {
                        more.computeIfAbsent(segment, one -> new ArrayList<>()).add(end);
                    }
                }
            }
        }
        more.forEach(
                (segment, ends) -> ends.sort(java.util.Comparator.comparingDouble(segment.line()::projectionFactor)));
        List<List<Coordinate>> result = new ArrayList<>();
        Map<Integer, Map<Integer, List<Coordinate>>> byRoad = new HashMap<>();
        more.forEach((segment, ends) ->
                byRoad.computeIfAbsent(segment.road(), road -> new HashMap<>()).put(segment.position(), ends));
        for (int i = 0; i < courses.size(); i++) {
            Map<Integer, List<Coordinate>> extra = byRoad.getOrDefault(i, Map.of());
            List<Coordinate> course = new ArrayList<>();
            for (int j = 0; j < courses.get(i).size(); j++) {
                course.addAll(extra.getOrDefault(j, List.of()));
                course.add(courses.get(i).get(j));
            }
            result.add(course);
        }
        return result;
    }

    /** Ends of roads, and vertices that more than one road has, or one twice. */
    private static Set<Key> meets(List<List<Coordinate>> courses) {
        Set<Key> seen = new HashSet<>();
        Set<Key> meets = new HashSet<>();
        for (List<Coordinate> course : courses) {
            Key last = null;
            for (Coordinate vertex : course) {
                Key key = Key.of(vertex);
                if (!key.equals(last) && !seen.add(key)) {
                    meets.add(key);
                }
                last = key;
            }
            meets.add(Key.of(course.get(0)));
            meets.add(last);
        }
        return meets;
    }

    private void cut(Road road, List<Coordinate> course, Set<Key> meets) {
        double whole = length(course);
        int start = 0;
        for (int i = 1; i < course.size(); i++) {
            if (meets.contains(Key.of(course.get(i)))) {
                List<Coordinate> part = course.subList(start, i + 1);
                double share = length(part) / whole;
                if (share > 0) {
                    stretches.add(new Stretch(
                            junction(course.get(start)),
                            junction(course.get(i)),
                            List.copyOf(part),
                            road.metres() * share,
                            road.minutes() * share));
                }
                start = i;
            }
        }
    }

    private int junction(Coordinate at) {
        return junctions.computeIfAbsent(Key.of(at), key -> junctions.size());
    }

    private static double length(List<Coordinate> course) {
        double length = 0;
        for (int i = 1; i < course.size(); i++) {
            length += course.get(i - 1).distance(course.get(i));
        }
        return length;
    }
}
