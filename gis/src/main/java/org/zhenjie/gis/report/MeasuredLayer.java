package org.zhenjie.gis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.zhenjie.gis.codes.CodeCheck;
import org.zhenjie.gis.codes.CodedUnit;
import org.zhenjie.gis.coverage.CoverageCheck;
import org.zhenjie.gis.coverage.Finding;
import org.zhenjie.gis.crs.Crs;
import org.zhenjie.gis.crs.EqualArea;
import org.zhenjie.gis.crs.GeometryTransform;

/**
 * The units of a layer in a system in which they can be measured: equal-area metres around their middle, so that sizes are
 * those on the ellipsoid whatever system the layer is in.
 */
final class MeasuredLayer {
    private final CoordinateReferenceSystem own;
    private final CoordinateReferenceSystem equalArea;
    private final List<Geometry> units;

    MeasuredLayer(CoordinateReferenceSystem crs, Envelope bounds, List<Geometry> geometries) {
        this.own = crs;
        this.equalArea = EqualArea.around(crs, bounds);
        GeometryTransform toMetres = Crs.between(crs, equalArea);
        this.units = new ArrayList<>(geometries.size());
        geometries.forEach(geometry -> units.add(toMetres.apply(geometry)));
    }

    /** The units in metres. */
    List<Geometry> units() {
        return units;
    }

    /** The way back to the layer's own system. */
    GeometryTransform back() {
        return Crs.between(equalArea, own);
    }

    /** The way to longitude and latitude on the layer's own datum. */
    GeometryTransform toDegrees() {
        return Crs.between(equalArea, EqualArea.base(own));
    }

    /** What is wrong with the units and their codes, with places in a system that can be written. */
    LayerFindings check(
            String file, String name, List<LayerFindings.Unit> labels, List<String> counties, CheckOptions options) {
        List<Finding> findings = new ArrayList<>(CoverageCheck.of(units, options.tolerances()));
        findings.addAll(CodeCheck.of(coded(labels, counties), options.codes()));
        String code = writableCode();
        GeometryTransform out = Crs.between(equalArea, Crs.decode(code));
        List<Finding> placed = findings.stream()
                .map(finding -> new Finding(
                        finding.kind(),
                        finding.units(),
                        out.apply(finding.place()),
                        finding.squareMetres(),
                        finding.facts(),
                        finding.repair()))
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
