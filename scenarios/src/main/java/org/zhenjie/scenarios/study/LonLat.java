package org.zhenjie.scenarios.study;

import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.zhenjie.gis.crs.Crs;
import org.zhenjie.gis.crs.GeometryTransform;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.scenarios.problem.Problems;
import org.zhenjie.scenarios.study.Records.Row;

/** Longitude and latitude in columns of tables, carried into the metric CRS of the study. */
final class LonLat {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final GeometryTransform transform;
    private final Problems problems;

    LonLat(String metricCrs, Problems problems) {
        this.transform = Crs.between(Crs.decode(Crs.WGS84), Crs.decode(metricCrs));
        this.problems = problems;
    }

    /** The point of a row; reports what is missing or no place on earth. */
    Optional<Point> point(Records records, Row row, String lonThing, String latThing) {
        int before = problems.errors();
        double lon = records.decimal(row, lonThing, "-180", "180").doubleValue();
        double lat = records.decimal(row, latThing, "-90", "90").doubleValue();
        if (problems.errors() > before) {
            return Optional.empty();
        }
        try {
            return Optional.of((Point) transform.apply(FACTORY.createPoint(new Coordinate(lon, lat))));
        } catch (InputException e) {
            problems.error("lonlat.outside", records.where(row, lonThing));
            return Optional.empty();
        }
    }
}
