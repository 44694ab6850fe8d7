package org.zhenjie.gis.shapefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhenjie.gis.support.TestLayers.feature;
import static org.zhenjie.gis.support.TestLayers.in;
import static org.zhenjie.gis.support.TestLayers.layer;
import static org.zhenjie.gis.support.TestLayers.problem;
import static org.zhenjie.gis.support.TestLayers.read;
import static org.zhenjie.gis.support.TestLayers.square;
import static org.zhenjie.gis.support.TestLayers.towns;
import static org.zhenjie.gis.support.TestLayers.write;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhenjie.gis.layer.Layer;
import org.zhenjie.gis.layer.LayerRequest;
import org.zhenjie.gis.layer.Layers;
import org.zhenjie.gis.write.OutLayer;

/** Shapefiles in a zip. */
class ZipTest {
    private static final String[] PARTS = {"shp", "shx", "dbf", "prj", "cpg"};

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GBK"})
    void several_are_layers_whatever_the_charset_of_the_names(String charset) throws IOException {
        Path zip = zip(charset, "数据/乡镇", "zones");

        assertThat(Layers.names(zip)).containsExactly("乡镇", "zones");
        assertThat(read(LayerRequest.of(zip).withLayer("乡镇")).get(0).values()).contains("甲子镇");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GBK", "GB18030", "Big5", "UTF-8"})
    void a_charset_is_detected_and_can_be_overruled(String charset) throws IOException {
        OutLayer towns = charset.equals("Big5") ? traditional() : towns();
        Object name = towns.features().iterator().next().values().get(1);
        Path shp = write(folder.resolve("a.shp"), in(charset, towns));
        Files.delete(folder.resolve("a.cpg"));
        byte[] dbf = Files.readAllBytes(folder.resolve("a.dbf"));
        dbf[29] = 0;
        Files.write(folder.resolve("a.dbf"), dbf);
        Path zip = folder.resolve("a.zip");
        pack(zip, StandardCharsets.UTF_8, shp, "a");

        assertThat(read(zip).get(0).values()).contains(name);
        assertThat(read(LayerRequest.of(zip).withEncoding(Charset.forName(charset)))
                        .get(0)
                        .values())
                .contains(name);
    }

    private static OutLayer traditional() {
        return layer(
                "towns",
                feature(square(115.0, 22.5, 0.1), "1", "新北市板橋區", 1, 0.25),
                feature(square(115.1, 22.5, 0.1), "2", "臺南市麻豆區", 2, 0.25),
                feature(square(115.2, 22.5, 0.1), "3", "花蓮縣壽豐鄉", 3, 0.25));
    }

    @Test
    void problems_name_the_file_within_the_archive_as_the_user_wrote_it() throws IOException {
        Path shp = write(folder.resolve("a.shp"), towns());
        byte[] bytes = Files.readAllBytes(shp);
        Files.write(shp, java.util.Arrays.copyOf(bytes, bytes.length - 20));
        Path zip = folder.resolve("a.zip");
        pack(zip, StandardCharsets.UTF_8, shp, "in/a");

        assertThat(problem(() -> read(LayerRequest.of(zip).withShownAs("data/a.zip")))
                        .text(Locale.ENGLISH))
                .startsWith("data/a.zip/in/a.shp, row 3: the file ends");
    }

    @Test
    void what_was_unpacked_is_gone_when_the_layer_is_closed() throws IOException {
        Path temp = Path.of(System.getProperty("java.io.tmpdir"));
        Path zip = zip("UTF-8", "a");
        long before = unpacked(temp);
        try (Layer layer = Layers.open(LayerRequest.of(zip))) {
            assertThat(layer.count()).isEqualTo(3);
            assertThat(unpacked(temp)).isGreaterThan(before);
        }
        assertThat(unpacked(temp)).isEqualTo(before);
    }

    private static long unpacked(Path temp) throws IOException {
        try (var files = Files.list(temp)) {
            return files.filter(file -> file.getFileName().toString().startsWith("zhenjie-zip"))
                    .count();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil.shp", "/evil.shp", "a/../../evil.shp", "C:\\evil.shp", "..\\evil.shp"})
    void a_name_that_leads_outside_is_refused(String name) throws IOException {
        Path zip = folder.resolve("a.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry(name));
            out.write(1);
        }

        assertThat(problem(() -> read(zip)).key()).isEqualTo("zip.outside");
    }

    @Test
    void a_bomb_is_given_up_long_before_it_is_unpacked() throws IOException {
        Path zip = folder.resolve("bomb.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("a.shp"));
            zeros(out, 400);
        }

        assertThat(problem(() -> read(zip)).key()).isEqualTo("zip.bomb");
    }

    private static void zeros(OutputStream out, int megabytes) throws IOException {
        byte[] block = new byte[1 << 20];
        for (int i = 0; i < megabytes; i++) {
            out.write(block);
        }
    }

    @Test
    void an_archive_of_other_things_is_told_what_is_in_it() throws IOException {
        Path zip = folder.resolve("a.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("readme.txt"));
        }
        Path gdb = folder.resolve("b.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(gdb))) {
            out.putNextEntry(new ZipEntry("b.gdb/a00000001.gdbtable"));
        }

        assertThat(problem(() -> read(zip)).text(Locale.ENGLISH)).contains("no .shp", "readme.txt");
        assertThat(problem(() -> read(gdb)).text(Locale.ENGLISH)).contains("ogr2ogr -f GPKG");
    }

    @Test
    void a_geodatabase_folder_is_told_how_to_convert_it() throws IOException {
        Path gdb = Files.createDirectory(folder.resolve("city.gdb"));

        assertThat(problem(() -> read(gdb)).text(Locale.ENGLISH)).contains("city.gdb", "ogr2ogr -f GPKG");
    }

    private Path zip(String charset, String... names) throws IOException {
        Path shp = write(folder.resolve("source.shp"), towns());
        Path zip = folder.resolve("a.zip");
        pack(zip, Charset.forName(charset), shp, names);
        return zip;
    }

    private static void pack(Path zip, Charset charset, Path shp, String... names) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip), charset)) {
            for (String name : names) {
                for (String part : PARTS) {
                    Path file = shp.resolveSibling(shp.getFileName().toString().replace(".shp", "." + part));
                    if (Files.exists(file)) {
                        out.putNextEntry(new ZipEntry(name + "." + part));
                        Files.copy(file, out);
                    }
                }
            }
        }
    }
}
