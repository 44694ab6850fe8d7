package org.zhenjie.scenarios.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.zhenjie.gis.codes.CodeCheck;
import org.zhenjie.gis.codes.CodedUnit;
import org.zhenjie.gis.codes.OfficialCodes;
import org.zhenjie.gis.coverage.CoverageCheck;
import org.zhenjie.gis.coverage.Finding;
import org.zhenjie.gis.coverage.PlaceCheck;
import org.zhenjie.gis.report.CheckOptions;
import org.zhenjie.gis.report.LayerFindings;
import org.zhenjie.scenarios.study.Study.Town;

/**
 * Checks the towns of a study: their boundaries against each other and against their counties, service points against the
 * towns, codes and names against an official table.
 *
 * @param study as read; boundaries with invalid rings are mended already
 * @param file where the towns are from, as people wrote it
 * @param rows number of each town's feature in that file, by code
 * @param counties whether the study has counties of their own
 * @param codes official table of the study
 */
record TownFindings(Study study, String file, Map<String, Long> rows, boolean counties, Optional<OfficialCodes> codes) {

    /** What is wrong, with places in the study's CRS. An official table of the options goes before that of the study. */
    LayerFindings check(CheckOptions options) {
        List<Geometry> boundaries = study.towns().stream().map(Town::boundary).toList();
        List<Finding> findings = new ArrayList<>(CoverageCheck.of(boundaries, options.tolerances()));
        if (counties) {
            Map<String, Geometry> areas = new HashMap<>();
            study.counties().forEach(county -> areas.put(county.code(), county.boundary()));
            List<String> countyOf = study.towns().stream().map(Town::county).toList();
            findings.addAll(PlaceCheck.outsideCounty(boundaries, countyOf, areas, options.tolerances()));
        }
        Map<String, Point> points = new LinkedHashMap<>();
        study.servicePoints().forEach(point -> points.put(point.id(), point.location()));
        findings.addAll(PlaceCheck.pointsOutside(boundaries, points));
        findings.addAll(CodeCheck.of(coded(), options.codes().or(this::codes)));
        findings.sort(Finding.ORDER);
        return new LayerFindings(file, DataRole.TOWNS.key(), study.crs(), labels(), findings);
    }

    private List<CodedUnit> coded() {
        return study.towns().stream()
                .map(town -> new CodedUnit(
                        town.code(),
                        town.name().zh(),
                        Optional.of(town.county()).filter(county -> counties),
                        town.boundary()))
                .toList();
    }

    private List<LayerFindings.Unit> labels() {
        return study.towns().stream()
                .map(town -> new LayerFindings.Unit(
                        rows.getOrDefault(town.code(), 0L),
                        town.code(),
                        town.name().both()))
                .toList();
    }
}
