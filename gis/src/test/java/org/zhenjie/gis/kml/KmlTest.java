package org.zhenjie.gis.kml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhenjie.gis.support.TestLayers.problem;
import static org.zhenjie.gis.support.TestLayers.read;
import static org.zhenjie.gis.support.TestLayers.wkt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhenjie.gis.layer.Field;
import org.zhenjie.gis.layer.Layer;
import org.zhenjie.gis.layer.LayerRequest;
import org.zhenjie.gis.layer.Layers;

class KmlTest {
    private static final String TOWNS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>全市</name>
            <Schema name="t" id="t"><SimpleField name="人口" type="int"/><SimpleField name="占比" type="double"/></Schema>
            <Style id="s"><LineStyle><color>ff0000ff</color></LineStyle></Style>
            <Folder><name>海丰县</name>
            <Placemark id="p1"><name>甲子镇</name><description><![CDATA[<b>沿海</b>]]></description><styleUrl>#s</styleUrl>
              <ExtendedData><SchemaData schemaUrl="#t"><SimpleData name="人口">130000</SimpleData>
                <SimpleData name="占比">0.25</SimpleData></SchemaData></ExtendedData>
              <Polygon><outerBoundaryIs><LinearRing><coordinates>
                115,22,0 115.1,22,0
                115.1,22.1,0 115,22.1,0 115,22,0</coordinates></LinearRing></outerBoundaryIs>
                <innerBoundaryIs><LinearRing><coordinates>115.02,22.02 115.02,22.04 115.04,22.04 115.02,22.02</coordinates>
                </LinearRing></innerBoundaryIs></Polygon></Placemark>
            <Placemark><name>碣石镇</name><ExtendedData><Data name="代码"><displayName>码</displayName><value>441581102</value></Data>
              </ExtendedData><MultiGeometry><Point><coordinates>115,22</coordinates></Point>
              <Point><coordinates>116,23</coordinates></Point></MultiGeometry></Placemark>
            </Folder>
            <Placemark><name>无图形</name></Placemark>
            </Document></kml>
            """;

    @TempDir
    Path folder;

    @Test
    void placemarks_hold_geometry_name_description_and_extended_data() throws IOException {
        Path file = kml(TOWNS);
        try (Layer layer = Layers.open(LayerRequest.of(file))) {
            assertThat(layer.fields())
                    .containsExactlyInAnyOrder(
                            new Field("name", String.class),
                            new Field("description", String.class),
                            new Field("人口", Integer.class),
                            new Field("占比", Double.class),
                            new Field("id", String.class),
                            new Field("folder", String.class),
                            new Field("代码", String.class));
            assertThat(layer.crsCode()).isEqualTo("EPSG:4326");
        }
        var rows = read(file);
        assertThat(rows).hasSize(3);
        assertThat(rows.get(0).values()).contains("甲子镇", "<b>沿海</b>", 130000, 0.25, "p1", "海丰县");
        assertThat(rows.get(0).geometry().getNumPoints()).isEqualTo(9);
        assertThat((Object) rows.get(1).geometry()).isEqualTo(wkt("MULTIPOINT((115 22),(116 23))"));
        assertThat(rows.get(1).values()).contains("441581102");
        assertThat((Object) rows.get(2).geometry()).isNull();
    }

    @Test
    void a_kmz_is_read_as_the_kml_in_it() throws IOException {
        Path file = folder.resolve("a.kmz");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new ZipEntry("doc.kml"));
            out.write(TOWNS.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }

        assertThat(read(file)).hasSize(3);
    }

    @Test
    void nothing_outside_of_the_file_is_read() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "geheim");
        Path file = kml("<!DOCTYPE kml [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>\n"
                + "<kml><Placemark><name>&x;</name></Placemark></kml>");

        try {
            assertThat(read(file).toString()).doesNotContain("geheim");
        } catch (org.zhenjie.gis.problem.InputException e) {
            assertThat(e.problems().get(0).text(Locale.ENGLISH))
                    .contains("not valid XML")
                    .doesNotContain("geheim");
        }
    }

    @Test
    void entities_that_multiply_are_not_followed() throws IOException {
        StringBuilder text = new StringBuilder("<!DOCTYPE kml [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            text.append("<!ENTITY a")
                    .append(i)
                    .append(" \"&a")
                    .append(i - 1)
                    .append(";&a")
                    .append(i - 1)
                    .append(";\">");
        }
        Path file = kml(text + "]>\n<kml><Placemark><name>&a29;</name></Placemark></kml>");

        assertThat(problem(() -> read(file)).key()).isEqualTo("kml.syntax");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<kml><Placemark><Point><coordinates>115</coordinates></Point></Placemark></kml>",
                "<kml><Placemark><Point><coordinates>115,x</coordinates></Point></Placemark></kml>",
                "<kml><Placemark><Point><coordinates>115,NaN</coordinates></Point></Placemark></kml>",
                "<kml><Placemark><LineString><coordinates>115,22</coordinates></LineString></Placemark></kml>",
                "<kml><Placemark><Point><coordinates>115,22</coordinates></Point>",
                "<html><body/></html>",
                "no XML at all"
            })
    void what_is_broken_ends_in_one_problem(String text) throws IOException {
        Path file = kml(text);

        assertThat(problem(() -> read(file)).text(Locale.ENGLISH))
                .contains("a.kml")
                .doesNotContain("Exception");
    }

    private Path kml(String text) throws IOException {
        return Files.writeString(folder.resolve("a.kml"), text);
    }
}
