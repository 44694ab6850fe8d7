package org.zhenjie.gis.edit;

import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

/** How people lie over the land, to tell their shares of the parts of a unit. */
@FunctionalInterface
public interface People {
    /** Where nothing is known people lie evenly. */
    People EVENLY = area -> 0;

    /** Some people at a place. */
    record Settlement(Point place, double people) {}

    /** People in an area, 0 or more; 0 for a whole unit says that nothing is known of it. */
    double in(Geometry area);

    /** People who live in settlements. One on a border counts on both sides of it. */
    static People at(List<Settlement> settlements) {
        STRtree tree = new STRtree();
        settlements.forEach(one -> tree.insert(one.place().getEnvelopeInternal(), one));
        tree.build();
        return area -> {
            PreparedGeometry prepared = PreparedGeometryFactory.prepare(area);
            double[] sum = new double[1];
            Envelope extent = area.getEnvelopeInternal();
            tree.query(extent, found -> {
                Settlement one = (Settlement) found;
                sum[0] += prepared.covers(one.place()) ? one.people() : 0;
            });
            return sum[0];
        };
    }
}
