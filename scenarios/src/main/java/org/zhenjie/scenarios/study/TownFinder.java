package org.zhenjie.scenarios.study;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.zhenjie.scenarios.study.Study.Town;

/** Finds the town that a point lies in; a point on a border belongs to the first of its towns. */
public final class TownFinder {
    private record Entry(int position, PreparedGeometry boundary) {}

    private final List<Town> towns;
    private final STRtree tree = new STRtree();

    /** Over the towns of a study. */
    public TownFinder(List<Town> towns) {
        this.towns = List.copyOf(towns);
        for (int i = 0; i < towns.size(); i++) {
            PreparedGeometry boundary =
                    PreparedGeometryFactory.prepare(towns.get(i).boundary());
            tree.insert(towns.get(i).boundary().getEnvelopeInternal(), new Entry(i, boundary));
        }
        tree.build();
    }

    /** The town at a point. */
    public Optional<Town> at(Point point) {
        return position(point).map(towns::get);
    }

    /** Position of the town at a point. */
    public Optional<Integer> position(Point point) {
        return entries(point).stream()
                .filter(entry -> entry.boundary().covers(point))
                .map(Entry::position)
                .min(Comparator.naturalOrder());
    }

    @SuppressWarnings("unchecked")
    private List<Entry> entries(Point point) {
        return tree.query(point.getEnvelopeInternal());
    }
}
