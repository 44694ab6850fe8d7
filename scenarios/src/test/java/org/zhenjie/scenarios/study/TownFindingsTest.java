package org.zhenjie.scenarios.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhenjie.gis.coverage.Finding;
import org.zhenjie.scenarios.TinyStudy;

/** The towns of a study against its counties and its service points. */
class TownFindingsTest {
    @TempDir
    Path temp;

    private static List<Finding> of(Path study, Finding.Kind kind) {
        return StudyFolder.open(study).findings().findings().stream()
                .filter(finding -> finding.kind() == kind)
                .toList();
    }

    @Test
    void a_town_that_reaches_beyond_its_county_is_found_with_the_part_beyond() throws IOException {
        Path study = TinyStudy.in(temp);
        Files.writeString(study.resolve("data/counties.geojson"), """
                {"type":"FeatureCollection","features":[
                {"type":"Feature","properties":{"code":"A","name":"甲县"},"geometry":{"type":"Polygon",
                 "coordinates":[[[115,22.7],[115.1,22.7],[115.2,22.7],[115.29,22.7],[115.29,22.8],[115.2,22.8],[115.1,22.8],[115,22.8],[115,22.7]]]}},
                {"type":"Feature","properties":{"code":"B","name":"乙县"},"geometry":{"type":"Polygon",
                 "coordinates":[[[115,22.8],[115.1,22.8],[115.2,22.8],[115.3,22.8],[115.3,22.9],[115.2,22.9],[115.1,22.9],[115,22.9],[115,22.8]]]}}]}
                """);
        TinyStudy.edit(
                study,
                "study.yaml",
                "    file: data/boundaries.gpkg\n    layer: counties\n    fields: {code: code, name: name, name_en: name_en}",
                "    file: data/counties.geojson\n    fields: {code: code, name: name}");

        assertThat(of(study, Finding.Kind.OUTSIDE_COUNTY)).singleElement().satisfies(finding -> {
            assertThat(finding.units()).containsExactly(2);
            // 0.01° x 0.1° at 22.75° N
            assertThat(finding.squareMetres()).isCloseTo(1_027 * 11_075.0, within(50_000.0));
        });
    }

    @Test
    void a_service_point_at_sea_is_found_with_its_place() throws IOException {
        Path study = TinyStudy.in(temp);
        Path points = study.resolve("data/service_points.geojson");
        String text = Files.readString(points);
        Files.writeString(
                points, text.replaceFirst("\"coordinates\":\\s*\\[[^\\]]*\\]", "\"coordinates\":[114.9,22.75]"));

        assertThat(of(study, Finding.Kind.POINT_OUTSIDE)).singleElement().satisfies(finding -> {
            assertThat(finding.place().isEmpty()).isFalse();
            assertThat((Double) ((Number) finding.facts().get(1)).doubleValue()).isCloseTo(10_274, within(50.0));
        });
    }
}
