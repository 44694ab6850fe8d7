package org.zhenjie.scenarios.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javax.imageio.ImageIO;
import org.geotools.api.feature.simple.SimpleFeature;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.zhenjie.gis.layer.Layer;
import org.zhenjie.gis.layer.LayerRequest;
import org.zhenjie.gis.layer.Layers;
import org.zhenjie.gis.table.Table;
import org.zhenjie.gis.table.TableRequest;
import org.zhenjie.gis.table.Tables;
import org.zhenjie.planner.allocation.SolveOptions;
import org.zhenjie.planner.allocation.SolveProgress;
import org.zhenjie.scenarios.TinyStudy;
import org.zhenjie.scenarios.indicator.Indicator;
import org.zhenjie.scenarios.indicator.IndicatorTable;
import org.zhenjie.scenarios.indicator.Level;
import org.zhenjie.scenarios.plan.PlannedScenario;
import org.zhenjie.scenarios.plan.Planning;
import org.zhenjie.scenarios.reform.Scenario;
import org.zhenjie.scenarios.reform.ScenarioFile;
import org.zhenjie.scenarios.study.Study.Town;
import org.zhenjie.scenarios.study.StudyFolder;

/** What was exported is read again and holds the figures of the indicators. */
class PlanExportTest {
    @TempDir
    static Path temp;

    private static PlanReport report;

    @BeforeAll
    static void plan() {
        Path path = TinyStudy.in(temp);
        TinyStudy.scenario(
                path,
                "streets",
                "format: 1\nname: {zh: 撤镇改街, en: Towns become streets}\nreforms:\n"
                        + "  - convert-to-street: {towns: [A2]}\n"
                        + "  - change-pool: {pool: city-institution, by: 3, account: outside}\n");
        StudyFolder folder = StudyFolder.open(path);
        PlannedScenario baseline = solve(folder, Scenario.BASELINE);
        report = PlanReport.of(solve(folder, ScenarioFile.read(folder, "streets")), Optional.of(baseline));
    }

    private static PlannedScenario solve(StudyFolder folder, Scenario scenario) {
        SolveOptions options = new SolveOptions(0, OptionalLong.of(100), Optional.empty());
        return Planning.solve(folder, scenario, options, SolveProgress.Listener.NONE);
    }

    private static Path export(String name, Locale locale) {
        Path file = temp.resolve(locale.getLanguage()).resolve(name);
        assertThat(PlanExport.write(report, file, locale)).isEmpty();
        return file;
    }

    private static Table sheet(Path workbook, String name) {
        return Tables.read(new TableRequest(workbook, Optional.of(name), Optional.empty()));
    }

    @Test
    void the_workbook_holds_every_indicator_of_every_town() {
        Table towns = sheet(export("plan.xlsx", Locale.ENGLISH), "Towns");
        List<IndicatorTable.Row> rows = report.table().rows(Level.TOWN);
        assertThat(towns.rows()).hasSameSizeAs(rows);
        for (int i = 0; i < rows.size(); i++) {
            List<String> cells = towns.rows().get(i).cells();
            assertThat(cells.get(0)).isEqualTo(rows.get(i).region().code());
            for (Indicator indicator : report.table().indicators()) {
                if (indicator.levels().contains(Level.TOWN)) {
                    int column = towns.columns().indexOf(indicator.heading(Locale.ENGLISH));
                    assertThat(column).as(indicator.id()).isNotNegative();
                    sameFigure(cells.get(column), rows.get(i), indicator);
                }
            }
        }
    }

    private static void sameFigure(String cell, IndicatorTable.Row row, Indicator indicator) {
        String place = row.region().code() + " " + indicator.id();
        if (row.value(indicator).isEmpty()) {
            assertThat(cell).as(place).isEmpty();
        } else {
            double expected = row.value(indicator).getAsDouble();
            assertThat(Double.parseDouble(cell)).as(place).isCloseTo(expected, within(expected));
        }
    }

    /** Spreadsheets keep 15 digits. */
    private static org.assertj.core.data.Offset<Double> within(double expected) {
        return org.assertj.core.api.Assertions.within(Math.max(1e-12, Math.abs(expected) * 1e-12));
    }

    @Test
    void the_workbook_lists_every_grant_and_every_move_and_costs_that_add_up_to_the_score() {
        Path workbook = export("plan.xlsx", Locale.ENGLISH);
        PlannedScenario planned = report.planned();
        Table grants = sheet(workbook, "Grants");
        assertThat(grants.rows()).hasSameSizeAs(planned.plan().grants());
        assertThat(sum(grants, "Posts"))
                .isEqualTo(planned.plan().grants().stream()
                        .mapToLong(grant -> grant.posts())
                        .sum());
        assertThat(sheet(workbook, "Staff moves").rows())
                .hasSameSizeAs(planned.plan().postings());
        long cost = -planned.result().score().hard()
                - planned.result().score().medium()
                - planned.result().score().soft();
        assertThat(sum(sheet(workbook, "Costs by rule"), "Cost")).isEqualTo(cost);
    }

    private static long sum(Table table, String column) {
        int position = table.columns().indexOf(column);
        assertThat(position).as(column).isNotNegative();
        return table.rows().stream()
                .mapToLong(row -> Long.parseLong(row.cells().get(position)))
                .sum();
    }

    @Test
    void the_workbook_compares_with_the_baseline_town_by_town() {
        Table comparison = sheet(export("plan.xlsx", Locale.ENGLISH), "Against the baseline");
        assertThat(comparison.rows()).hasSize(1 + 2 + 6);
        int need = comparison.columns().indexOf("Need (posts): difference");
        String ofA2 = comparison.rows().stream()
                .filter(row -> row.cells().get(0).equals("A2"))
                .map(row -> row.cells().get(need))
                .findFirst()
                .orElseThrow();
        assertThat(ofA2).isEqualTo("9");
    }

    @Test
    void the_workbook_in_chinese_has_chinese_sheets_headings_and_names() {
        Table towns = sheet(export("plan.xlsx", Locale.SIMPLIFIED_CHINESE), "镇街明细");
        assertThat(towns.columns()).contains("代码", "镇街", "核定需求（名）");
        assertThat(towns.rows().get(1).cells()).contains("河口街道", "街道", "甲县");
    }

    @Test
    void the_geopackage_holds_every_indicator_and_the_boundary_of_every_town() {
        Path file = export("plan.gpkg", Locale.ENGLISH);
        assertThat(Layers.names(file)).containsExactly("towns", "counties", "zones", "service_points", "staff_moves");
        Map<String, IndicatorTable.Row> rows = new HashMap<>();
        report.table().rows(Level.TOWN).forEach(row -> rows.put(row.region().code(), row));
        Map<String, Geometry> boundaries = new HashMap<>();
        try (Layer layer = Layers.open(LayerRequest.of(file).withLayer("towns"))) {
            assertThat(layer.crsCode()).isEqualTo(report.planned().study().crs());
            layer.forEach((number, feature) -> {
                String code = (String) feature.getAttribute("code");
                boundaries.put(code, (Geometry) feature.getDefaultGeometry());
                check(feature, rows.get(code));
            });
        }
        for (Town town : report.planned().study().towns()) {
            assertThat(boundaries.get(town.code()).equalsTopo(town.boundary()))
                    .as(town.code())
                    .isTrue();
        }
    }

    private static void check(SimpleFeature feature, IndicatorTable.Row row) {
        for (Indicator indicator : report.table().indicators()) {
            if (!indicator.levels().contains(Level.TOWN)) {
                continue;
            }
            Object value = feature.getAttribute(PlanLayers.fieldName(indicator));
            if (row.value(indicator).isEmpty()) {
                assertThat(value).isNull();
            } else {
                double expected = row.value(indicator).getAsDouble();
                assertThat(((Number) value).doubleValue()).as(indicator.id()).isCloseTo(expected, within(expected));
            }
        }
    }

    @Test
    void posts_by_platform_add_up_to_the_posts_of_the_town() {
        try (Layer layer =
                Layers.open(LayerRequest.of(export("plan.gpkg", Locale.ENGLISH)).withLayer("towns"))) {
            layer.forEach((number, feature) -> {
                long governance = ((Number) feature.getAttribute("posts_governance")).longValue();
                long law = ((Number) feature.getAttribute("posts_law")).longValue();
                assertThat(((Number) feature.getAttribute("posts_after")).longValue())
                        .isEqualTo(governance + law);
            });
        }
    }

    @Test
    void staff_moves_are_lines_as_long_as_they_say() {
        try (Layer layer =
                Layers.open(LayerRequest.of(export("plan.gpkg", Locale.ENGLISH)).withLayer("staff_moves"))) {
            assertThat(layer.count())
                    .isEqualTo(report.planned().plan().postings().size());
            layer.forEach((number, feature) -> assertThat(((Number) feature.getAttribute("metres")).longValue())
                    .isEqualTo(Math.round(((Geometry) feature.getDefaultGeometry()).getLength())));
        }
    }

    @Test
    void the_geojson_holds_the_towns_in_longitude_and_latitude() {
        try (Layer layer = Layers.open(LayerRequest.of(export("plan.geojson", Locale.ENGLISH)))) {
            assertThat(layer.count()).isEqualTo(6);
            assertThat(layer.bounds().getMinX()).isCloseTo(115.0, org.assertj.core.api.Assertions.within(1e-5));
            assertThat(layer.bounds().getMaxY()).isCloseTo(22.9, org.assertj.core.api.Assertions.within(1e-5));
        }
    }

    @Test
    void the_map_is_a_page_with_before_and_after() throws Exception {
        var image = ImageIO.read(export("plan.png", Locale.ENGLISH).toFile());
        assertThat(image.getWidth()).isEqualTo(3200);
        assertThat(image.getHeight()).isEqualTo(1130);
    }

    @Test
    void a_file_that_cannot_be_written_leaves_nothing_behind() throws Exception {
        Path folder = Files.createDirectories(temp.resolve("taken"));
        Files.createDirectories(folder.resolve("plan.xlsx/full"));
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> PlanExport.write(report, folder.resolve("plan.xlsx"), Locale.ENGLISH))
                .isInstanceOf(org.zhenjie.gis.problem.InputException.class)
                .hasMessageContaining("plan.xlsx");
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(folder.resolve("plan.xlsx"));
        }
    }
}
