package org.zhenjie.gis.geojson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhenjie.gis.support.TestLayers.problem;
import static org.zhenjie.gis.support.TestLayers.read;
import static org.zhenjie.gis.support.TestLayers.wkt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhenjie.gis.layer.LayerRequest;
import org.zhenjie.gis.layer.Layers;

/** Two towns side by side: arc 0 is their common border, from south to north. */
class TopoJsonTest {
    private static final String TOWNS = """
            {"type":"Topology",
             "objects":{"towns":{"type":"GeometryCollection","geometries":[
               {"type":"Polygon","id":"441581101","arcs":[[0,1]],"properties":{"名称":"甲子镇","people":130000}},
               {"type":"Polygon","id":"441581102","arcs":[[-1,2]],"properties":{"名称":"碣石镇","people":null}},
               {"type":null,"properties":{"名称":"未定"}}]},
              "seats":{"type":"MultiPoint","coordinates":[[5,5],[15,5]]}},
             "transform":{"scale":[0.01,0.01],"translate":[115,22]},
             "arcs":[[[10,0],[0,10]],[[10,10],[-10,0],[0,-10],[10,0]],[[10,0],[10,0],[0,10],[-10,0]]]}
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"a.topojson", "a.json"})
    void its_objects_are_layers_whatever_the_extension(String name) throws IOException {
        assertThat(Layers.names(file(name, TOWNS))).containsExactly("towns", "seats");
    }

    @Test
    void arcs_are_shared_reversed_and_carried_from_steps_to_degrees() throws IOException {
        var towns = read(LayerRequest.of(file("a.topojson", TOWNS)).withLayer("towns"));

        assertThat(towns).hasSize(3);
        assertThat(towns.get(0)
                        .geometry()
                        .equalsExact(wkt("POLYGON((115.1 22, 115.1 22.1, 115 22.1, 115 22, 115.1 22))"), 1e-12))
                .as(towns.get(0).geometry().toText())
                .isTrue();
        assertThat(towns.get(1)
                        .geometry()
                        .equalsExact(wkt("POLYGON((115.1 22.1, 115.1 22, 115.2 22, 115.2 22.1, 115.1 22.1))"), 1e-12))
                .as(towns.get(1).geometry().toText())
                .isTrue();
        assertThat((Object) towns.get(2).geometry()).isNull();
        assertThat(towns.get(0).values()).containsExactly("441581101", "甲子镇", 130000);
        assertThat(towns.get(2).values()).containsExactly(null, "未定", null);
    }

    @Test
    void an_object_that_is_no_collection_is_one_feature() throws IOException {
        var seats = read(LayerRequest.of(file("a.topojson", TOWNS)).withLayer("seats"));

        assertThat(seats).hasSize(1);
        assertThat((Object) seats.get(0).geometry()).isEqualTo(wkt("MULTIPOINT((115.05 22.05), (115.15 22.05))"));
    }

    @Test
    void without_a_transform_arcs_hold_the_places_themselves() throws IOException {
        Path file = file("a.topojson", """
                {"arcs":[[[115,22],[116,22.5]]],"type":"Topology",
                 "objects":{"road":{"arcs":[-1],"type":"LineString"}}}
                """);

        assertThat((Object) read(file).get(0).geometry()).isEqualTo(wkt("LINESTRING(116 22.5, 115 22)"));
    }

    @Test
    void an_arc_that_is_not_there_is_told_with_its_feature() throws IOException {
        Path file = file("a.topojson", TOWNS.replace("[[-1,2]]", "[[-9,2]]"));

        assertThat(problem(() -> read(LayerRequest.of(file).withLayer("towns"))).text(Locale.ENGLISH))
                .contains("a.topojson", "row 2", "no arc -9");
    }

    @Test
    void arcs_used_over_and_over_are_refused_before_they_fill_memory() throws IOException {
        Path file = file("a.topojson", TOWNS.replace("[[0,1]]", "[[" + "0,".repeat(100_000) + "1]]"));

        assertThat(problem(() -> read(LayerRequest.of(file).withLayer("towns"))).text(Locale.ENGLISH))
                .contains("over and over");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"Topology\"}",
                "{\"type\":\"Topology\",\"arcs\":3,\"objects\":{\"a\":{\"type\":\"Point\"}}}",
                "{\"type\":\"Topology\",\"arcs\":[[[1]]],\"objects\":{\"a\":{\"type\":\"Point\"}}}",
                "{\"type\":\"Topology\",\"arcs\":[],\"objects\":{\"a\":{\"type\":\"Point\"}}}",
                "{\"type\":\"Topology\",\"arcs\":[],\"objects\":{\"a\":{\"type\":\"Polygon\",\"arcs\":[[[0]]]}}}",
                "{\"type\":\"Topology\",\"arcs\":[[[0,1e999]]],\"objects\":{\"a\":{\"type\":\"Polygon\"}}}",
                "{\"type\":\"Topology\",\"transform\":{\"scale\":[1]},\"arcs\":[],\"objects\":{\"a\":{}}}"
            })
    void what_is_broken_ends_in_one_problem(String text) throws IOException {
        Path file = file("a.topojson", text);

        assertThat(problem(() -> read(file)).text(Locale.ENGLISH)).contains("a.topojson");
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
