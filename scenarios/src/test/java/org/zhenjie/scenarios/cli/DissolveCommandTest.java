package org.zhenjie.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.zhenjie.gis.layer.Layer;
import org.zhenjie.gis.layer.LayerRequest;
import org.zhenjie.gis.layer.Layers;
import org.zhenjie.scenarios.TinyStudy;

/** {@code zhenjie dissolve}. */
class DissolveCommandTest {
    @TempDir
    Path temp;

    private Path towns;

    @BeforeEach
    void write() {
        towns = TinyStudy.in(temp).resolve("data/towns.shp");
    }

    @Test
    void towns_are_joined_by_county_without_a_seam() {
        Path out = temp.resolve("counties.gpkg");

        assertThat(Cli.call("dissolve", towns, out, "--by", "COUNTY").code()).isZero();

        List<String> rows = new ArrayList<>();
        try (Layer layer = Layers.open(LayerRequest.of(out))) {
            assertThat(layer.crsCode()).isEqualTo("EPSG:4490");
            layer.forEach((row, feature) -> {
                Geometry area = (Geometry) feature.getDefaultGeometry();
                rows.add(feature.getAttribute("COUNTY") + " " + feature.getAttribute("units") + " "
                        + area.getNumGeometries() + " " + Math.round(area.getArea() * 1e6) / 1e6);
            });
        }
        assertThat(rows).containsExactly("A 3 1 0.03", "B 3 1 0.03");
    }

    @Test
    void a_field_that_is_not_there_is_told_with_those_that_are() {
        Cli call = Cli.call("dissolve", towns, temp.resolve("x.gpkg"), "--by", "ZONE");

        assertThat(call.code()).isEqualTo(2);
        assertThat(call.errors()).singleElement().asString().contains("ZONE", "COUNTY");
    }

    @Test
    void a_text_cannot_be_added_up() {
        Path out = temp.resolve("x.gpkg");

        Cli call = Cli.call("dissolve", towns, out, "--by", "COUNTY", "--sum", "NAME");

        assertThat(call.code()).isEqualTo(2);
        assertThat(call.errors()).singleElement().asString().contains("NAME", "东城街道", "number");
        assertThat(out).doesNotExist();
    }
}
