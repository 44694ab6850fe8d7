package org.zhenjie.scenarios.study;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.zhenjie.gis.crs.Crs;
import org.zhenjie.gis.crs.GeometryTransform;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.scenarios.problem.Problems;
import org.zhenjie.scenarios.problem.Texts;
import org.zhenjie.scenarios.study.Records.Row;

/** Longitude and latitude in columns of tables, carried into the metric CRS of the study. */
final class LonLat {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final String metricCrs;
    private final Problems problems;
    private final Map<String, GeometryTransform> transforms = new HashMap<>();

    LonLat(String metricCrs, Problems problems) {
        this.metricCrs = metricCrs;
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
        GeometryTransform transform;
        try {
            transform = transform(records.source());
        } catch (InputException e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
        try {
            return Optional.of((Point) transform.apply(FACTORY.createPoint(new Coordinate(lon, lat))));
        } catch (InputException e) {
            problems.error("lonlat.outside", records.where(row, lonThing));
            return Optional.empty();
        }
    }

    /**
     * The way from the degrees of a source to the metric CRS. They are on WGS 84 unless the source names another system in degrees.
     *
     * @throws InputException if the source names a system that is unknown, or not in degrees
     */
    private GeometryTransform transform(Source source) {
        return transforms.computeIfAbsent(source.role(), role -> {
            CoordinateReferenceSystem crs = decoded(source);
            if (!Crs.isGeographic(crs)) {
                throw new InputException(
                        Problem.error(Texts.BUNDLE, "lonlat.crs", source.where().field("crs")));
            }
            return Crs.between(crs, Crs.decode(metricCrs));
        });
    }

    private static CoordinateReferenceSystem decoded(Source source) {
        try {
            return Crs.decode(source.crs().orElse(Crs.WGS84));
        } catch (InputException e) {
            throw e.map(problem -> problem.at(source.where().field("crs")));
        }
    }
}
