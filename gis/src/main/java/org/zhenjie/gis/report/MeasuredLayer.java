package org.zhenjie.gis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.geom.util.NoninvertibleTransformationException;
import org.zhenjie.gis.codes.CodeCheck;
import org.zhenjie.gis.codes.CodedUnit;
import org.zhenjie.gis.coverage.CoverageCheck;
import org.zhenjie.gis.coverage.CoverageRepair;
import org.zhenjie.gis.coverage.Finding;
import org.zhenjie.gis.crs.Crs;
import org.zhenjie.gis.crs.EqualArea;
import org.zhenjie.gis.crs.GeometryTransform;
import org.zhenjie.gis.problem.GisMessages;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;

/**
 * The units of a layer on a plane on which they can be compared and measured. The plane is the layer's own system, stretched
 * and turned as the equal-area system does it at the layer's middle: in metres, and what is straight in the layer stays
 * straight, so that a vertex on a neighbour's long edge stays on it. Away from the middle sizes on it are off by what the
 * systems differ there; those that are told are measured in the equal-area system.
 */
final class MeasuredLayer {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final CoordinateReferenceSystem own;
    private final GeometryTransform toEqualArea;
    private final AffineTransformation back;
    private final List<Geometry> units;

    MeasuredLayer(CoordinateReferenceSystem crs, Envelope bounds, List<Geometry> geometries) {
        this.own = crs;
        this.toEqualArea = Crs.between(crs, EqualArea.around(crs, bounds));
        AffineTransformation toPlane = linear(bounds);
        try {
            this.back = toPlane.getInverse();
        } catch (NoninvertibleTransformationException e) {
            throw new InputException(
                    Problem.error(
                            GisMessages.BUNDLE,
                            "crs.outside",
                            Where.nowhere().value(bounds.toString()),
                            Crs.name(crs),
                            "WGS 84"),
                    e);
        }
        this.units = new ArrayList<>(geometries.size());
        geometries.forEach(geometry -> units.add(toPlane.transform(geometry)));
    }

    /** What the equal-area system does at the middle of some bounds, with the middle at the origin. */
    private AffineTransformation linear(Envelope bounds) {
        Coordinate middle = bounds.centre();
        double step = Math.max(1e-6, 1e-4 * Math.max(bounds.getWidth(), bounds.getHeight()));
        Coordinate[] cross = toEqualArea
                .apply(FACTORY.createLineString(new Coordinate[] {
                    new Coordinate(middle.x - step, middle.y),
                    new Coordinate(middle.x + step, middle.y),
                    new Coordinate(middle.x, middle.y - step),
                    new Coordinate(middle.x, middle.y + step)
                }))
                .getCoordinates();
        return AffineTransformation.translationInstance(-middle.x, -middle.y)
                .compose(new AffineTransformation(
                        (cross[1].x - cross[0].x) / (2 * step),
                        (cross[3].x - cross[2].x) / (2 * step),
                        0,
                        (cross[1].y - cross[0].y) / (2 * step),
                        (cross[3].y - cross[2].y) / (2 * step),
                        0));
    }

    /** The units on the plane, in metres. */
    List<Geometry> units() {
        return units;
    }

    /** From the plane to the layer's own system. */
    Geometry back(Geometry onPlane) {
        return back.transform(onPlane);
    }

    /** A finding on the plane with its place in the layer's own system and its true size. */
    Finding told(Finding onPlane) {
        double size = onPlane.squareMetres();
        return at(onPlane, back(onPlane.place()), size == 0 ? 0 : size * trueArea(onPlane.place()));
    }

    private static Finding at(Finding finding, Geometry place, double size) {
        return new Finding(finding.kind(), finding.units(), place, size, finding.facts(), finding.repair());
    }

    /** A repair on the plane, told likewise. */
    CoverageRepair.Done told(CoverageRepair.Done onPlane) {
        List<CoverageRepair.Change> changes = onPlane.changes().stream()
                .map(change -> {
                    double factor = trueArea(units.get(change.unit()));
                    return new CoverageRepair.Change(change.unit(), change.before() * factor, change.after() * factor);
                })
                .toList();
        return new CoverageRepair.Done(told(onPlane.finding()), changes);
    }

    /** From the layer's own system to longitude and latitude on its own datum. */
    GeometryTransform toDegrees() {
        return Crs.between(own, EqualArea.base(own));
    }

    /** How many true square metres one of the plane is, at a place on the plane. */
    private double trueArea(Geometry onPlane) {
        Geometry place = onPlane.getArea() > 0 ? onPlane : onPlane.getEnvelope().buffer(1);
        return place.isEmpty() ? 1 : toEqualArea.apply(back(place)).getArea() / place.getArea();
    }

    /** What is wrong with the units and their codes, with places in a system that can be written. */
    LayerFindings check(
            String file, String name, List<LayerFindings.Unit> labels, List<String> counties, CheckOptions options) {
        List<Finding> findings = new ArrayList<>(CoverageCheck.of(units, options.tolerances()));
        findings.addAll(CodeCheck.of(coded(labels, counties), options.codes()));
        String code = writableCode();
        GeometryTransform out = Crs.between(own, Crs.decode(code));
        List<Finding> placed = findings.stream()
                .map(this::told)
                .map(finding -> at(finding, out.apply(finding.place()), finding.squareMetres()))
                .sorted(Finding.ORDER)
                .toList();
        return new LayerFindings(file, name, code, labels, placed);
    }

    private List<CodedUnit> coded(List<LayerFindings.Unit> labels, List<String> counties) {
        boolean named = labels.stream().anyMatch(unit -> !unit.code().isEmpty());
        if (!named) {
            return List.of();
        }
        List<CodedUnit> coded = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            Optional<String> county = Optional.of(counties.get(i)).filter(text -> !text.isEmpty());
            coded.add(new CodedUnit(labels.get(i).code(), labels.get(i).name(), county, units.get(i)));
        }
        return coded;
    }

    /** A layer of findings needs a system that other programs know by its code. */
    private String writableCode() {
        String code = Crs.name(own);
        return code.matches("EPSG:\\d+") ? code : Crs.WGS84;
    }
}
