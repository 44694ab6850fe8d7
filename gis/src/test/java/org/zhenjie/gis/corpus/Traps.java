package org.zhenjie.gis.corpus;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Files made to break a reader: each knows where its format is most easily abused. */
final class Traps {
    private static final int MEGABYTES = 300;
    private static final String KML = "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document>";
    private static final String COLLECTION = "{\"type\":\"FeatureCollection\",\"features\":[";
    private static final String SHEET =
            "<?xml version=\"1.0\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">";

    private final Map<String, Specimen> specimens;
    private final List<Trap> traps = new ArrayList<>();

    /**
     * One of them.
     *
     * @param name what is wrong with it
     * @param files makes the files in a folder and gives the one to open
     */
    record Trap(String name, Maker files) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Makes the files of a trap. */
    interface Maker {
        Path in(Path folder) throws Exception;
    }

    private Traps(List<Specimen> specimens) {
        this.specimens = specimens.stream().collect(Collectors.toMap(Specimen::title, Function.identity()));
    }

    /** All traps, made from sound specimens. */
    static List<Trap> all(List<Specimen> specimens) {
        Traps made = new Traps(specimens);
        made.shapefiles();
        made.geopackages();
        made.flatgeobufs();
        made.geojsons();
        made.kmls();
        made.archives();
        made.tables();
        made.workbooks();
        return List.copyOf(made.traps);
    }

    private void shapefiles() {
        little("towns.shp", "a record of 2^30 points", 100 + 8 + 4 + 32 + 4, 1 << 30);
        little("towns.shp", "a record of 2^30 rings", 100 + 8 + 4 + 32, 1 << 30);
        little("towns.shp", "a record of -1 rings", 100 + 8 + 4 + 32, -1);
        big("towns.shp", "a record of 4 GB", 104, Integer.MAX_VALUE);
        big("towns.shp", "a file of 4 GB by its header", 24, Integer.MAX_VALUE);
        big("towns.shx", "a record at 4 GB", 100, Integer.MAX_VALUE);
        big("towns.shx", "a record within the header", 100, 1);
        little("towns.dbf", "2^31 - 1 records", 4, Integer.MAX_VALUE);
        little("towns.dbf", "records of no length", 8, 0x0000_00C1);
        little("towns.dbf", "a header of 64 KiB", 8, 0x0001_FFFF);
        trap("a polygon of 6000 rings in one another", folder -> {
            byte[] shp = nested(6000);
            Specimen one = specimen("towns.shp");
            ByteBuffer dbf =
                    ByteBuffer.wrap(one.files().get("towns.dbf").clone()).order(ByteOrder.LITTLE_ENDIAN);
            dbf.putInt(4, 1);
            Files.write(folder.resolve("towns.dbf"), dbf.array());
            Files.write(folder.resolve("towns.prj"), one.files().get("towns.prj"));
            return Files.write(folder.resolve("towns.shp"), shp);
        });
        text("towns.prj nested without end", specimen("towns.shp"), "towns.prj", "GEOGCS[".repeat(9000));
    }

    private void geopackages() {
        blob("2^31 - 1 rings", wkb(3, Integer.MAX_VALUE));
        blob("2^31 - 1 points in a ring", wkb(3, 1, Integer.MAX_VALUE));
        blob("2^31 - 1 parts", wkb(6, Integer.MAX_VALUE));
        blob("collections nested without end", nestedCollections(60_000));
        sql("a view that makes a value of 1 GB", "towns2", "SELECT fid, geom, zeroblob(1000000000) AS big FROM towns");
        sql("a view of itself", "towns2", "SELECT * FROM towns2");
        sql(
                "a view without end",
                "towns2",
                "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT n AS fid, NULL AS geom FROM r");
    }

    private void flatgeobufs() {
        little("towns.fgb", "a header of 2 GB", 8, Integer.MAX_VALUE);
        little("towns.fgb", "a header of less than nothing", 8, -1);
        trap("towns.fgb: 2 GB claimed half way", folder -> {
            Specimen one = specimen("towns.fgb");
            byte[] bytes = one.sound().clone();
            ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(bytes.length / 2 & ~3, Integer.MAX_VALUE);
            return one.write(folder, bytes);
        });
    }

    private void geojsons() {
        text("a.geojson", "arrays nested without end", COLLECTION + "[".repeat(200_000));
        text(
                "a.geojson",
                "coordinates nested without end",
                COLLECTION + "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
                        + "[".repeat(200_000));
        text("a.geojson", "properties nested without end", feature("null", "{\"a\":".repeat(100_000)));
        text(
                "a.geojson",
                "collections nested without end",
                COLLECTION + "{\"type\":\"Feature\",\"geometry\":"
                        + "{\"type\":\"GeometryCollection\",\"geometries\":[".repeat(20_000));
        text("a.geojson", "a number of a billion digits", feature("null", "{\"a\":1e999999999}"));
        text("a.geojson", "a number of a billion digits after the point", feature("null", "{\"a\":1e-999999999}"));
        text("a.geojson", "a million digits", feature("null", "{\"a\":" + "9".repeat(1_000_000) + "}"));
        text(
                "a.geojson",
                "a coordinate of a billion digits",
                feature("{\"type\":\"Point\",\"coordinates\":[1e999999999,1]}", "{}"));
        text("a.geojson", "a text that never ends", feature("null", "{\"a\":\"" + "a".repeat(30_000_000)));
        text(
                "a.geojson",
                "other properties in every feature",
                COLLECTION
                        + IntStream.range(0, 3000)
                                .mapToObj(i ->
                                        "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"p" + i + "\":1}}")
                                .collect(Collectors.joining(","))
                        + "]}");
        text("a.geojson", "a ring that never ends", endlessRing());
        text("a.geojsonl", "a million empty lines", "\n".repeat(1_000_000));
        text("a.geojsons", "separators only", "\u001E".repeat(1_000_000));
        text("a.topojson", "arcs that are not there", topology("[[2147483647]]", "[]"));
        text("a.topojson", "an arc before the first", topology("[[-2147483648]]", "[[[0,0],[1,1]]]"));
        text(
                "a.topojson",
                "an arc used a million times",
                topology("[[" + "0,".repeat(1_000_000) + "0]]", "[[[0,0],[1,1],[2,0],[0,0]]]"));
    }

    private void kmls() {
        text("a.kml", "entities that double", """
                <!DOCTYPE kml [<!ENTITY a "aaaaaaaaaa">%s]><kml><Placemark><name>&z;</name></Placemark></kml>
                """.formatted(IntStream.range(0, 25)
                .mapToObj(i -> "<!ENTITY %c \"%s\">".formatted('b' + i, ("&" + (char) ('a' + i) + ";").repeat(10)))
                .collect(Collectors.joining())));
        text("a.kml", "an entity of another file", """
                <!DOCTYPE kml [<!ENTITY a SYSTEM "file:///etc/passwd">]><kml><Placemark><name>&a;</name></Placemark></kml>
                """);
        text("a.kml", "folders nested without end", KML + "<Folder>".repeat(200_000));
        text("a.kml", "collections nested without end", KML + "<Placemark>" + "<MultiGeometry>".repeat(200_000));
        text("a.kml", "elements nested without end", KML + "<Placemark>" + "<x>".repeat(400_000));
        text("a.kml", "a text that never ends", KML + "<Placemark><name>" + "a".repeat(30_000_000));
        text(
                "a.kml",
                "coordinates that never end",
                KML + "<Placemark><Polygon><outerBoundaryIs><LinearRing><coordinates>" + "1,1 ".repeat(1_000_000));
        text(
                "a.kml",
                "a coordinate of a billion digits",
                KML + "<Placemark><Point><coordinates>1e999999999,1</coordinates>"
                        + "</Point></Placemark></Document></kml>");
        text(
                "a.kml",
                "attributes without end",
                KML + "<Placemark "
                        + IntStream.range(0, 100_000)
                                .mapToObj(i -> "a" + i + "=\"1\"")
                                .collect(Collectors.joining(" ")));
    }

    private void archives() {
        for (String name : List.of("../evil.shp", "/evil.shp", "a/../../evil.shp", "C:\\evil.shp", "..\\evil.shp")) {
            archive("a.zip", "leads outside by " + name, () -> Zips.of(Map.of(name, new byte[100])));
        }
        archive("a.kmz", "leads outside", () -> Zips.of(Map.of("../evil.kml", new byte[100])));
        archive("a.xlsx", "leads outside", () -> Zips.of(Map.of("../evil.xml", new byte[100])));
        archive("a.zip", "30000 files", () -> many("shp", 30_000));
        archive("a.kmz", "30000 files", () -> many("kml", 30_000));
        archive("a.zip", "a bomb of blank shapes", () -> Zips.bomb(Map.of(), "a.shp", "", '\0', MEGABYTES, ""));
        archive(
                "a.kmz",
                "a bomb of blanks",
                () -> Zips.bomb(Map.of(), "doc.kml", KML, ' ', MEGABYTES, "</Document></kml>"));
        archive(
                "a.kmz",
                "a bomb of a name",
                () -> Zips.bomb(Map.of(), "doc.kml", KML + "<Placemark><name>", 'a', MEGABYTES, "</name></Placemark>"));
        archive("a.zip", "an archive in an archive in an archive", () -> {
            byte[] inner = Zips.of(Map.of("a.shp", new byte[1000]));
            for (int i = 0; i < 50; i++) {
                inner = Zips.of(Map.of("a.zip", inner));
            }
            return inner;
        });
        for (String name : List.of("towns.zip", "towns.kmz", "places.xlsx")) {
            trap(name + ": sizes of 4 GB by its directory", folder -> {
                Specimen one = specimen(name);
                ByteBuffer bytes = ByteBuffer.wrap(one.sound().clone()).order(ByteOrder.LITTLE_ENDIAN);
                for (int i = 0; i < bytes.limit() - 46; i++) {
                    if (bytes.getInt(i) == 0x02014B50) {
                        bytes.putInt(i + 24, 0xFFFF_FFF0);
                    }
                }
                return one.write(folder, bytes.array());
            });
        }
    }

    private void tables() {
        text("a.csv", "a quote that never ends", "code,lon,lat\n1,115,\"" + "a,\n".repeat(5_000_000));
        text("a.csv", "a line that never ends", "code,lon,lat\n1,115," + "2".repeat(20_000_000));
        text(
                "a.csv",
                "100000 columns",
                "lon,lat" + IntStream.range(0, 100_000).mapToObj(i -> ",c" + i).collect(Collectors.joining())
                        + "\n1,2\n");
        text(
                "a.csv",
                "collections nested without end",
                "code,wkt\n1,\"" + "GEOMETRYCOLLECTION(".repeat(20_000) + "\"\n");
        text("a.csv", "parentheses without end", "code,wkt\n1,\"POLYGON" + "(".repeat(500_000) + "\"\n");
        text("a.csv", "a coordinate of a billion digits", "code,lon,lat\n1,1e999999999,2\n");
        text(
                "a.csv",
                "an attribute of a billion digits",
                "code,lon,lat,people\n1,115,22,1e999999999\n2,115,22,1e-999999999\n");
        text("a.csv", "nothing but zero bytes", "\0".repeat(1_000_000));
        text("a.csv", "nothing but separators", ",".repeat(1_000_000));
    }

    private void workbooks() {
        String strings = "xl/sharedStrings.xml";
        String sheet = "xl/worksheets/sheet1.xml";
        String head =
                "<?xml version=\"1.0\"?><sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">";
        archive("a.xlsx", "a bomb of shared text", () -> bomb(strings, head + "<si><t>", 'a', "</t></si></sst>"));
        archive("a.xlsx", "a bomb of blanks", () -> bomb(strings, head, ' ', "</sst>"));
        archive(
                "a.xlsx",
                "a bomb of a sheet",
                () -> bomb(sheet, SHEET + "<sheetData>", ' ', "</sheetData></worksheet>"));
        archive(
                "a.xlsx",
                "a bomb of a relation",
                () -> bomb("_rels/.rels", "<Relationships>", ' ', "</Relationships>"));
        part(
                strings,
                "2^31 shared texts by its count",
                head.replace(">", " count=\"2147483647\" uniqueCount=\"2147483647\">") + "</sst>");
        part(sheet, "a cell far to the right", rows("<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>".repeat(3000)));
        part(sheet, "a cell beyond the last column", rows("<row r=\"1\"><c r=\"ZZZZZ1\"><v>1</v></c></row>"));
        part(sheet, "a cell beyond all numbers", rows("<row r=\"1\"><c r=\"ZZZZZZZZZZ1\"><v>1</v></c></row>"));
        part(sheet, "a row of 2^31 - 1", rows("<row r=\"2147483647\"><c r=\"A2147483647\"><v>1</v></c></row>"));
        part(sheet, "a row of less than nothing", rows("<row r=\"-5\"><c r=\"A-5\"><v>1</v></c></row>"));
        part(
                sheet,
                "a shared text that is not there",
                rows("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>2147483647</v></c></row>"));
        part(sheet, "a shared text before the first", rows("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>-1</v></c></row>"));
        part(sheet, "a number of a billion digits", rows("<row r=\"1\"><c r=\"A1\"><v>1e999999999</v></c></row>"));
        part(
                sheet,
                "attributes without end",
                rows("<row "
                        + IntStream.range(0, 100_000)
                                .mapToObj(i -> "a" + i + "=\"1\"")
                                .collect(Collectors.joining(" ")) + "/>"));
        part(sheet, "elements nested without end", SHEET + "<a>".repeat(300_000));
        part(
                sheet,
                "entities that double",
                "<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
                        + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\">]>"
                        + rows("<row r=\"1\"><c r=\"A1\"><v>&d;</v></c></row>").substring(21));
    }

    private Specimen specimen(String title) {
        return specimens.get(title);
    }

    private void trap(String name, Maker files) {
        traps.add(new Trap(name, files));
    }

    private void little(String title, String what, int at, int number) {
        patch(title, what, bytes -> bytes.order(ByteOrder.LITTLE_ENDIAN).putInt(at, number));
    }

    private void big(String title, String what, int at, int number) {
        patch(title, what, bytes -> bytes.putInt(at, number));
    }

    private void patch(String title, String what, Consumer<ByteBuffer> change) {
        trap(title + ": " + what, folder -> {
            byte[] bytes = specimen(title).sound().clone();
            change.accept(ByteBuffer.wrap(bytes));
            return specimen(title).write(folder, bytes);
        });
    }

    private void text(String file, String what, String content) {
        trap(file + ": " + what, folder -> Files.writeString(folder.resolve(file), content));
    }

    private void text(String name, Specimen around, String file, String content) {
        trap(name, folder -> {
            Path main = around.write(folder, around.sound());
            Files.writeString(folder.resolve(file), content);
            return main;
        });
    }

    private interface Bytes {
        byte[] make();
    }

    private void archive(String file, String what, Bytes content) {
        trap(file + ": " + what, folder -> Files.write(folder.resolve(file), content.make()));
    }

    private void part(String part, String what, String content) {
        archive("a.xlsx", part + ": " + what, () -> {
            Map<String, byte[]> parts = Zips.entries(specimen("places.xlsx").sound());
            parts.put(part, content.getBytes(StandardCharsets.UTF_8));
            return Zips.of(parts);
        });
    }

    private byte[] bomb(String part, String head, char filler, String tail) {
        Map<String, byte[]> parts = Zips.entries(specimen("places.xlsx").sound());
        parts.remove(part);
        return Zips.bomb(parts, part, head, filler, MEGABYTES, tail);
    }

    private static byte[] many(String extension, int count) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            files.put(i + "." + extension, new byte[0]);
        }
        return Zips.of(files);
    }

    private static String rows(String rows) {
        return SHEET + "<sheetData>" + rows + "</sheetData></worksheet>";
    }

    private static String feature(String geometry, String properties) {
        return COLLECTION + "{\"type\":\"Feature\",\"geometry\":" + geometry + ",\"properties\":" + properties + "}]}";
    }

    private static String endlessRing() {
        return COLLECTION + "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[["
                + "[1,1],[1,2],[2,2],".repeat(300_000);
    }

    private static String topology(String arcs, String all) {
        return """
                {"type":"Topology","objects":{"a":{"type":"Polygon","arcs":%s}},"arcs":%s}
                """.formatted(arcs, all);
    }

    /** A geometry that names its type and counts, and then ends. */
    private static byte[] wkb(int type, int... counts) {
        ByteBuffer bytes = ByteBuffer.allocate(5 + 4 * counts.length + 64).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put((byte) 1).putInt(type);
        for (int count : counts) {
            bytes.putInt(count);
        }
        return bytes.array();
    }

    private static byte[] nestedCollections(int depth) {
        ByteBuffer bytes = ByteBuffer.allocate(9 * depth).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < depth; i++) {
            bytes.put((byte) 1).putInt(7).putInt(1);
        }
        return bytes.array();
    }

    private void blob(String what, byte[] wkb) {
        trap("towns.gpkg: " + what, folder -> {
            Path file =
                    specimen("towns.gpkg").write(folder, specimen("towns.gpkg").sound());
            ByteBuffer blob = ByteBuffer.allocate(8 + wkb.length).order(ByteOrder.LITTLE_ENDIAN);
            blob.put((byte) 'G')
                    .put((byte) 'P')
                    .put((byte) 0)
                    .put((byte) 1)
                    .putInt(4490)
                    .put(wkb);
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
                dropTriggers(connection);
                try (PreparedStatement update = connection.prepareStatement("UPDATE towns SET geom = ?")) {
                    update.setBytes(1, blob.array());
                    update.execute();
                }
            }
            return file;
        });
    }

    private void sql(String what, String view, String select) {
        trap("towns.gpkg: " + what, folder -> {
            Path file =
                    specimen("towns.gpkg").write(folder, specimen("towns.gpkg").sound());
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE VIEW " + view + " AS " + select);
                statement.execute("INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) SELECT '"
                        + view + "', data_type, '" + view + "', srs_id FROM gpkg_contents LIMIT 1");
                statement.execute("INSERT INTO gpkg_geometry_columns SELECT '" + view
                        + "', column_name, geometry_type_name, srs_id, z, m FROM gpkg_geometry_columns LIMIT 1");
            }
            return file;
        });
    }

    private static void dropTriggers(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT name FROM sqlite_master WHERE type = 'trigger'")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        try (Statement statement = connection.createStatement()) {
            for (String name : names) {
                statement.execute("DROP TRIGGER \"" + name + "\"");
            }
        }
    }

    /** A Shapefile of one polygon whose rings lie in one another, each turned against the next. */
    private static byte[] nested(int rings) throws IOException {
        int content = 44 + 4 * rings + 16 * 5 * rings;
        ByteBuffer bytes = ByteBuffer.allocate(108 + content);
        bytes.putInt(0, 9994).putInt(24, bytes.limit() / 2);
        bytes.putInt(100, 1).putInt(104, content / 2);
        bytes.order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(28, 1000).putInt(32, 5);
        bytes.position(108);
        bytes.putInt(5)
                .putDouble(0)
                .putDouble(0)
                .putDouble(1)
                .putDouble(1)
                .putInt(rings)
                .putInt(5 * rings);
        IntStream.range(0, rings).forEach(ring -> bytes.putInt(5 * ring));
        for (int ring = 0; ring < rings; ring++) {
            double low = 115 + ring * 0.4 / rings;
            double high = 116 - ring * 0.4 / rings;
            double[][] shell = {{low, low}, {low, high}, {high, high}, {high, low}, {low, low}};
            for (int i = 0; i < 5; i++) {
                double[] vertex = shell[ring % 2 == 0 ? i : 4 - i];
                bytes.putDouble(vertex[0]).putDouble(vertex[1] - 93);
            }
        }
        return bytes.array();
    }
}
