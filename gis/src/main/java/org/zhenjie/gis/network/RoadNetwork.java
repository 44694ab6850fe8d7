package org.zhenjie.gis.network;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.alg.interfaces.ShortestPathAlgorithm.SingleSourcePaths;
import org.jgrapht.alg.shortestpath.DijkstraShortestPath;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.WeightedPseudograph;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.index.strtree.STRtree;
import org.zhenjie.gis.network.Junctions.Stretch;

/**
 * A network of roads. A place joins it at the nearest point of the nearest road, by a straight line that is walked; a way
 * goes from there over the roads (Dijkstra 1959). Safe for use by several threads.
 */
public final class RoadNetwork {
    /** Walking speed from a place to its road, metres by minute (5 km/h). */
    public static final double WALK = 5000 / 60.0;

    // keeps lengths from one junction to all others for some 20 million pairs, 160 MB
    private static final int MOST_KEPT = 20_000_000;

    private record Segment(int stretch, double before, LineSegment line) {}

    /** A place on the network: its stretch, the share of it that lies before it, and the metres walked to get there. */
    private record Access(int stretch, double share, double walked) {}

    private record Tree(Cost cost, int from) {}

    private final double farthest;
    private final Junctions junctions;
    private final Map<Cost, Graph<Integer, DefaultWeightedEdge>> graphs = new LinkedHashMap<>();
    private final STRtree segments = new STRtree();
    private final int[] partOf;
    private final List<Integer> partSizes;
    private final Map<Tree, double[]> kept;

    /**
     * A network.
     *
     * @param roads one at least
     * @param farthest a place farther than this from every road is not on the network, metres
     */
    public RoadNetwork(List<Road> roads, double farthest) {
        this.farthest = farthest;
        this.junctions = Junctions.of(roads);
        for (Cost cost : Cost.values()) {
            graphs.put(cost, graph(cost));
        }
        for (int i = 0; i < junctions.stretches().size(); i++) {
            addSegments(i, junctions.stretches().get(i));
        }
        segments.build();
        ConnectivityInspector<Integer, DefaultWeightedEdge> inspector =
                new ConnectivityInspector<>(graphs.get(Cost.METRES));
        partOf = new int[junctions.count()];
        var sets = inspector.connectedSets().stream()
                .sorted((a, b) -> b.size() - a.size())
                .toList();
        for (int part = 0; part < sets.size(); part++) {
            int number = part;
            sets.get(part).forEach(junction -> partOf[junction] = number);
        }
        partSizes = sets.stream().map(set -> set.size()).toList();
        int most = Math.max(16, MOST_KEPT / Math.max(1, junctions.count()));
        kept = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Tree, double[]> eldest) {
                return size() > most;
            }
        };
    }

    private Graph<Integer, DefaultWeightedEdge> graph(Cost cost) {
        Graph<Integer, DefaultWeightedEdge> graph = new WeightedPseudograph<>(DefaultWeightedEdge.class);
        for (int junction = 0; junction < junctions.count(); junction++) {
            graph.addVertex(junction);
        }
        for (Stretch stretch : junctions.stretches()) {
            graph.setEdgeWeight(graph.addEdge(stretch.from(), stretch.to()), length(stretch, cost));
        }
        return graph;
    }

    private static double length(Stretch stretch, Cost cost) {
        return cost == Cost.METRES ? stretch.metres() : stretch.minutes();
    }

    private void addSegments(int number, Stretch stretch) {
        double before = 0;
        for (int i = 1; i < stretch.course().size(); i++) {
            LineSegment line = new LineSegment(
                    stretch.course().get(i - 1), stretch.course().get(i));
            segments.insert(new Envelope(line.p0, line.p1), new Segment(number, before, line));
            before += line.getLength();
        }
    }

    /** Junctions in each part of the network that no road joins to another part, the largest first. */
    public List<Integer> partSizes() {
        return partSizes;
    }

    /** The part that a place is on, by its position in {@link #partSizes()}; empty where no road is near enough. */
    public OptionalInt part(Coordinate place) {
        return access(place)
                .map(access -> OptionalInt.of(
                        partOf[junctions.stretches().get(access.stretch()).from()]))
                .orElse(OptionalInt.empty());
    }

    /**
     * Lengths of the ways from a place to others.
     *
     * @return {@link Double#POSITIVE_INFINITY} where there is no way
     */
    public double[] lengths(Coordinate from, List<Coordinate> to, Cost cost) {
        double[] lengths = new double[to.size()];
        Arrays.fill(lengths, Double.POSITIVE_INFINITY);
        Optional<Access> start = access(from);
        for (int i = 0; i < lengths.length; i++) {
            Coordinate place = to.get(i);
            if (place.equals2D(from)) {
                lengths[i] = 0;
            } else if (start.isPresent()) {
                lengths[i] =
                        access(place).map(end -> length(start.get(), end, cost)).orElse(Double.POSITIVE_INFINITY);
            }
        }
        return lengths;
    }

    private double length(Access start, Access end, Cost cost) {
        Stretch first = junctions.stretches().get(start.stretch());
        Stretch last = junctions.stretches().get(end.stretch());
        double one = length(first, cost);
        double other = length(last, cost);
        double[] fromStart = tree(first.from(), cost);
        double[] fromEnd = tree(first.to(), cost);
        double best = start.stretch() == end.stretch()
                ? Math.abs(start.share() - end.share()) * one
                : Double.POSITIVE_INFINITY;
        for (boolean atStart : new boolean[] {true, false}) {
            double out = (atStart ? start.share() : 1 - start.share()) * one;
            double[] ways = atStart ? fromStart : fromEnd;
            best = Math.min(best, out + ways[last.from()] + end.share() * other);
            best = Math.min(best, out + ways[last.to()] + (1 - end.share()) * other);
        }
        double walked = start.walked() + end.walked();
        return best + (cost == Cost.METRES ? walked : walked / WALK);
    }

    private double[] tree(int junction, Cost cost) {
        synchronized (kept) {
            return kept.computeIfAbsent(new Tree(cost, junction), tree -> {
                SingleSourcePaths<Integer, DefaultWeightedEdge> paths =
                        new DijkstraShortestPath<>(graphs.get(cost)).getPaths(junction);
                double[] lengths = new double[junctions.count()];
                Arrays.setAll(lengths, paths::getWeight);
                return lengths;
            });
        }
    }

    private Optional<Access> access(Coordinate place) {
        Envelope near = new Envelope(place);
        near.expandBy(farthest);
        Segment best = null;
        double distance = farthest;
        for (Object found : segments.query(near)) {
            Segment segment = (Segment) found;
            double own = segment.line().distance(place);
            boolean first = best == null || segment.stretch() < best.stretch();
            if (own < distance || own == distance && first) {
                best = segment;
                distance = own;
            }
        }
        if (best == null) {
            return Optional.empty();
        }
        Stretch stretch = junctions.stretches().get(best.stretch());
        double whole = 0;
        for (int i = 1; i < stretch.course().size(); i++) {
            whole += stretch.course().get(i - 1).distance(stretch.course().get(i));
        }
        double along =
                best.before() + best.line().segmentFraction(place) * best.line().getLength();
        return Optional.of(new Access(best.stretch(), along / whole, distance));
    }
}
