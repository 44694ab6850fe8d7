package org.zhenjie.scenarios.study;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.zhenjie.gis.coverage.Coverages;
import org.zhenjie.gis.crs.Crs;
import org.zhenjie.gis.crs.ShiftSuspicion;
import org.zhenjie.gis.problem.GisMessages;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.scenarios.problem.Problems;
import org.zhenjie.scenarios.study.Study.County;
import org.zhenjie.scenarios.study.Study.Department;
import org.zhenjie.scenarios.study.Study.ServicePoint;
import org.zhenjie.scenarios.study.Study.StaffBlock;
import org.zhenjie.scenarios.study.Study.Town;

/** Whether a data source seems to be copied from a web map whose coordinates are shifted, as it lies against the towns. */
final class ShiftChecks {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final Study study;
    private final StudyConfig config;
    private final Problems problems;
    private final CoordinateReferenceSystem crs;

    ShiftChecks(Study study, StudyConfig config, Problems problems) {
        this.study = study;
        this.config = config;
        this.problems = problems;
        this.crs = Crs.decode(study.crs());
    }

    void check() {
        counties();
        servicePoints();
        seats();
        homes();
    }

    private void counties() {
        if (config.sources().containsKey(DataRole.COUNTIES.key())) {
            Geometry towns = Coverages.dissolve(
                    study.towns().stream().map(Town::boundary).toList());
            Geometry counties = Coverages.dissolve(
                    study.counties().stream().map(County::boundary).toList());
            tell(DataRole.COUNTIES, "shift.areas", 1e6, ShiftSuspicion.ofAreas(counties, towns, crs));
        }
    }

    private void servicePoints() {
        TownFinder finder = new TownFinder(study.towns());
        List<Point> places =
                study.servicePoints().stream().map(ServicePoint::location).toList();
        tellPoints(
                DataRole.SERVICE_POINTS,
                places,
                (i, place) -> finder.position(place).isPresent());
    }

    private void seats() {
        List<PreparedGeometry> boundaries = prepared(study.towns(), Town::boundary);
        List<Point> seats = study.towns().stream().map(Town::seat).toList();
        tellPoints(DataRole.INDICATORS, seats, (i, place) -> boundaries.get(i).covers(place));
    }

    private void homes() {
        Map<String, PreparedGeometry> counties = study.counties().stream()
                .collect(Collectors.toMap(
                        County::code, county -> PreparedGeometryFactory.prepare(county.boundary()), (a, b) -> a));
        Map<String, String> countyOf =
                study.departments().stream().collect(Collectors.toMap(Department::id, Department::county, (a, b) -> a));
        List<StaffBlock> blocks = study.blocks();
        List<Point> homes = blocks.stream().map(block -> point(block.home())).toList();
        tellPoints(
                DataRole.DEVOLVED_STAFF,
                homes,
                (i, place) ->
                        counties.get(countyOf.get(blocks.get(i).department())).covers(place));
    }

    private static Point point(Coordinate place) {
        return FACTORY.createPoint(place);
    }

    private static <T> List<PreparedGeometry> prepared(List<T> things, Function<T, Geometry> boundary) {
        return things.stream()
                .map(thing -> PreparedGeometryFactory.prepare(boundary.apply(thing)))
                .toList();
    }

    private void tellPoints(DataRole role, List<Point> places, ShiftSuspicion.Belonging belonging) {
        tell(role, "shift.points", 1, ShiftSuspicion.ofPoints(places, crs, belonging));
    }

    private void tell(DataRole role, String key, double unit, Optional<ShiftSuspicion> suspicion) {
        suspicion.ifPresent(one -> {
            DataRole shifted = one.boundaries() ? DataRole.TOWNS : role;
            problems.add(Problem.warning(
                    GisMessages.BUNDLE,
                    key,
                    file(shifted),
                    one.system().code(),
                    Math.round(one.before() / unit),
                    Math.round(one.after() / unit),
                    file(role).file().orElseThrow(),
                    file(DataRole.TOWNS).file().orElseThrow()));
        });
    }

    private Where file(DataRole role) {
        return Where.file(config.sources().get(role.key()).file());
    }
}
