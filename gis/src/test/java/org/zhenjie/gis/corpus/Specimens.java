package org.zhenjie.gis.corpus;

import static org.zhenjie.gis.support.TestLayers.feature;
import static org.zhenjie.gis.support.TestLayers.layer;
import static org.zhenjie.gis.support.TestLayers.square;
import static org.zhenjie.gis.support.TestLayers.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.zhenjie.gis.write.OutFeature;

/** A sound file of a few towns in every format that is read, for each of its files and, in archives, of its parts. */
final class Specimens {
    private static final int TOWNS = 24;
    private static final double SIDE = 0.01;
    private static final List<String> PARTS = List.of("shp", "dbf", "shx", "prj", "cpg");

    private final Path folder;

    private Specimens(Path folder) {
        this.folder = folder;
    }

    /** All of them; the folder is for making them. */
    static List<Specimen> all(Path folder) {
        Specimens makes = new Specimens(folder);
        List<Specimen> all = new ArrayList<>();
        Map<String, byte[]> shapefile = makes.shapefile();
        PARTS.forEach(part -> all.add(new Specimen("towns.shp", "towns." + part, shapefile)));
        all.add(Specimen.single("towns.zip", Zips.of(shapefile)));
        all.add(packed("towns.zip", shapefile, "towns.shp"));
        for (String name : List.of("towns.gpkg", "towns.fgb", "towns.geojson", "towns.geojsonl", "towns.geojsons")) {
            all.add(Specimen.single(name, makes.written(name)));
        }
        all.add(Specimen.single("towns.topojson", text(topology())));
        all.add(Specimen.single("towns.kml", text(kml())));
        Map<String, byte[]> kmz = Map.of("doc.kml", text(kml()));
        all.add(Specimen.single("towns.kmz", Zips.of(kmz)));
        all.add(packed("towns.kmz", kmz, "doc.kml"));
        all.add(Specimen.single("places.csv", text(places())));
        all.add(Specimen.single("shapes.csv", text(shapes())));
        byte[] workbook = workbook();
        all.add(Specimen.single("places.xlsx", workbook));
        Map<String, byte[]> parts = Zips.entries(workbook);
        for (String part : List.of("xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml")) {
            all.add(packed("places.xlsx", parts, part));
        }
        return List.copyOf(all);
    }

    /** An archive of sound parts but one, which is damaged before it is packed. */
    private static Specimen packed(String archive, Map<String, byte[]> parts, String part) {
        return new Specimen(part + " in " + archive, archive, archive, Map.of(archive, parts.get(part)), bytes -> {
            Map<String, byte[]> all = new LinkedHashMap<>(parts);
            all.put(part, bytes);
            return Zips.of(all);
        });
    }

    private Map<String, byte[]> shapefile() {
        write(folder.resolve("towns.shp"), layer("towns", towns()));
        Map<String, byte[]> files = new LinkedHashMap<>();
        PARTS.forEach(part -> files.put("towns." + part, bytes(folder.resolve("towns." + part))));
        return files;
    }

    private byte[] written(String name) {
        return bytes(write(folder.resolve(name), layer("towns", towns())));
    }

    private static OutFeature[] towns() {
        return IntStream.range(0, TOWNS)
                .mapToObj(i -> feature(square(115 + i * SIDE, 22.5, SIDE), code(i), "镇" + i, i, i / 7.0))
                .toArray(OutFeature[]::new);
    }

    private static String code(int town) {
        return "4415811" + (10 + town);
    }

    private static String topology() {
        String geometries = each(",", i -> """
                {"type":"Polygon","id":"%s","arcs":[[%d]],"properties":{"名称":"镇%d","people":%d}}\
                """.formatted(code(i), i, i, i * 100));
        String arcs = each(",", i -> "[[%d,0],[1,0],[0,1],[-1,0],[0,-1]]".formatted(i));
        return """
                {"type":"Topology","transform":{"scale":[0.01,0.01],"translate":[115,22]},
                "objects":{"towns":{"type":"GeometryCollection","geometries":[%s]},
                "seats":{"type":"MultiPoint","coordinates":[[5,5],[15,5]]}},"arcs":[%s]}
                """.formatted(geometries, arcs);
    }

    private static String kml() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>全市</name>
                <Schema name="t" id="t"><SimpleField name="人口" type="int"/></Schema><Folder><name>县</name>
                %s
                </Folder><Placemark><name>点</name><MultiGeometry><Point><coordinates>115,22</coordinates></Point>
                <LineString><coordinates>115,22 116,22</coordinates></LineString></MultiGeometry></Placemark>
                </Document></kml>
                """.formatted(each("\n", i -> """
                <Placemark id="p%1$d"><name>镇%1$d</name><ExtendedData><SchemaData schemaUrl="#t">
                <SimpleData name="人口">%1$d</SimpleData></SchemaData></ExtendedData>
                <Polygon><outerBoundaryIs><LinearRing><coordinates>%2$s</coordinates></LinearRing></outerBoundaryIs></Polygon>
                </Placemark>\
                """.formatted(i, corners(i, ",", " "))));
    }

    private static String places() {
        return "code,name,people,lon,lat\n"
                + each("\n", i -> "%s,\"镇, %d\",%d,%s,22.5".formatted(code(i), i, i, 115 + i * SIDE));
    }

    private static String shapes() {
        return "code,name,wkt\n"
                + each("\n", i -> "%s,镇%d,\"POLYGON((%s))\"".formatted(code(i), i, corners(i, " ", ", ")));
    }

    private static byte[] workbook() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Zhenjie", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("乡镇");
            List<String> header = List.of("code", "name", "people", "lon", "lat");
            for (int column = 0; column < header.size(); column++) {
                sheet.value(0, column, header.get(column));
            }
            for (int i = 0; i < TOWNS; i++) {
                sheet.value(i + 1, 0, code(i));
                sheet.value(i + 1, 1, "镇" + i);
                sheet.value(i + 1, 2, i);
                sheet.value(i + 1, 3, 115 + i * SIDE);
                sheet.value(i + 1, 4, 22.5);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String corners(int town, String within, String between) {
        double west = 115 + town * SIDE;
        double[][] corners = {{west, 22}, {west + SIDE, 22}, {west + SIDE, 22.1}, {west, 22.1}, {west, 22}};
        return IntStream.range(0, corners.length)
                .mapToObj(i -> corners[i][0] + within + corners[i][1])
                .collect(Collectors.joining(between));
    }

    private static String each(String between, IntFunction<String> town) {
        return IntStream.range(0, TOWNS).mapToObj(town).collect(Collectors.joining(between));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
