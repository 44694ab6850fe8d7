package org.zhenjie.scenarios;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.zhenjie.gis.write.LayerWriter;
import org.zhenjie.gis.write.OutFeature;
import org.zhenjie.gis.write.OutField;
import org.zhenjie.gis.write.OutLayer;

/**
 * A study of two counties and six towns, small enough to reckon by hand, as real files of every format:
 *
 * <pre>
 *   B1 B2 B3   county B          each town 0.1° x 0.1°, the south-west corner at 115.0° E 22.7° N
 *   A1 A2 A3   county A          A1 is a street, B2 a township, the others towns; zone Z has A3
 * </pre>
 *
 * Tests change single files of it with {@link #edit}.
 */
public final class TinyStudy {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final int WEST_TENTHS = 1150;
    private static final int SOUTH_TENTHS = 227;

    private record Place(String code, String zh, String en, String kind, int column, int row) {}

    private static final List<Place> TOWNS = List.of(
            new Place("A1", "东城街道", "Dongcheng Subdistrict", "街道", 0, 0),
            new Place("A2", "河口镇", "Hekou Town", "镇", 1, 0),
            new Place("A3", "石桥镇", "Shiqiao Town", "镇", 2, 0),
            new Place("B1", "南塘镇", "Nantang Town", "镇", 0, 1),
            new Place("B2", "北岭乡", "Beiling Township", "乡", 1, 1),
            new Place("B3", "海门镇", "Haimen Town", "镇", 2, 1));

    /** The study file. */
    public static final String STUDY = """
            format: 1
            name: {zh: 小城, en: Tiny City}
            note: {zh: 边界为示意。, en: Boundaries are schematic.}
            crs: EPSG:4547
            data:
              counties:
                file: data/boundaries.gpkg
                layer: counties
                fields: {code: code, name: name, name_en: name_en}
              towns:
                file: data/towns.shp
                fields: {code: CODE, name: NAME, name_en: NAME_EN, kind: KIND, county: COUNTY}
              indicators:
                file: data/indicators.csv
                fields: {town: town_code}
              zones:
                file: data/zones.csv
              service_points:
                file: data/service_points.geojson
              staff:
                file: data/staff.csv
                fields: {town: town_code}
              pools:
                file: data/pools.csv
              departments:
                file: data/departments.xlsx
                layer: departments
              devolved_staff:
                file: data/departments.xlsx
                layer: devolved_staff
            platforms:
              - {id: governance, name: {zh: 综合治理, en: Governance}}
              - {id: law, name: {zh: 综合执法, en: Law enforcement}, skills: [law]}
            quota_types:
              - {id: administrative, name: {zh: 行政编制, en: Administrative}}
              - {id: institution, name: {zh: 事业编制, en: Institution}}
            service_kinds:
              - {id: clinic, name: {zh: 卫生院, en: Clinic}, reach_km: 3}
            norms:
              - {platform: governance, base: 4, rates: {people: 0.4}}
              - {kind: STREET, platform: governance, base: 10, rates: {people: 0.5}}
              - {kind: TOWN, in_zone: true, platform: governance, base: 6, rates: {people: 0.4}}
              - {platform: law, base: 3, rates: {people: 0.2, shops: 0.01}, least: 5}
            floors:
              - {platform: law, posts: 2}
            ceilings:
              - {kind: STREET, quota_type: administrative, share_of_need: 0.5}
            policy:
              weights: {S1: 100, S2: 20, S3: 1, S4: 500}
              off: []
            """;

    private static final String INDICATORS = """
            town_code,people,shops,remark
            A1,60000,400,seat of the county
            A2,30000,200,
            A3,20000,100,
            B1,40000,300,seat of the county
            B2,10000,50,hills
            B3,25000,150,
            """;

    private static final String ZONES = """
            code,name,name_en,towns,planned_area_km2
            Z,高新区,High-tech Zone,A3,30
            """;

    private static final String STAFF = """
            town_code,platform,quota_type,posts,people
            A1,governance,administrative,20,19
            A1,governance,institution,6,6
            A1,law,administrative,8,8
            A2,governance,administrative,9,9
            A2,law,institution,5,4
            A3,governance,institution,8,8
            A3,law,administrative,2,2
            B1,governance,administrative,14,15
            B1,law,institution,8,8
            B2,governance,administrative,6,6
            B2,law,administrative,1,1
            B3,governance,institution,9,9
            B3,law,administrative,3,3
            """;

    private static final String POOLS = """
            id,name,name_en,quota_type,owner,size,reserve
            city-institution,市级事业编制池,City institution pool,institution,city,20,0.1
            a-administrative,甲县行政编制池,County A administrative pool,administrative,A,6,0
            zone-institution,高新区编制池,Zone pool,institution,Z,4,0
            """;

    private TinyStudy() {}

    /** Writes the study into a new folder {@code tiny} below another, and gives that folder. */
    public static Path in(Path parent) {
        Path study = parent.resolve("tiny");
        try {
            Files.createDirectories(study.resolve("data"));
            Files.createDirectories(study.resolve("scenarios"));
            Files.writeString(study.resolve("study.yaml"), STUDY);
            Files.writeString(study.resolve("data/indicators.csv"), INDICATORS);
            Files.writeString(study.resolve("data/zones.csv"), ZONES);
            Files.writeString(study.resolve("data/staff.csv"), STAFF);
            Files.writeString(study.resolve("data/pools.csv"), POOLS);
            writeMap(study.resolve("data"));
            writeDepartments(study.resolve("data/departments.xlsx"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return study;
    }

    /** Writes a scenario file. */
    public static void scenario(Path study, String name, String yaml) {
        try {
            Files.writeString(study.resolve("scenarios").resolve(name + ".yaml"), yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces a text that stands in a file of the study. */
    public static void edit(Path study, String file, String old, String now) {
        try {
            String text = Files.readString(study.resolve(file));
            if (!text.contains(old)) {
                throw new IllegalArgumentException(file + " does not hold: " + old);
            }
            Files.writeString(study.resolve(file), text.replace(old, now));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Geometry cells(int column, int row, int columns, int rows) {
        List<Coordinate> ring = new ArrayList<>();
        // every corner of a town on the way, so that counties and towns have the same vertices
        for (int i = 0; i <= columns; i++) {
            ring.add(corner(column + i, row));
        }
        for (int i = 1; i <= rows; i++) {
            ring.add(corner(column + columns, row + i));
        }
        for (int i = columns - 1; i >= 0; i--) {
            ring.add(corner(column + i, row + rows));
        }
        for (int i = rows - 1; i >= 0; i--) {
            ring.add(corner(column, row + i));
        }
        return FACTORY.createPolygon(ring.toArray(Coordinate[]::new));
    }

    /** From whole tenths of a degree: sums of 0.1 would give neighbours different corners. */
    private static Coordinate corner(int column, int row) {
        return new Coordinate((WEST_TENTHS + column) / 10.0, (SOUTH_TENTHS + row) / 10.0);
    }

    private static List<OutField> texts(String... names) {
        return Arrays.stream(names)
                .map(name -> new OutField(name, String.class))
                .toList();
    }

    private static void writeMap(Path data) {
        List<OutFeature> counties = List.of(
                new OutFeature(cells(0, 0, 3, 1), List.of("A", "甲县", "County A")),
                new OutFeature(cells(0, 1, 3, 1), List.of("B", "乙县", "County B")));
        LayerWriter.write(
                data.resolve("boundaries.gpkg"),
                List.of(new OutLayer("counties", "EPSG:4490", texts("code", "name", "name_en"), counties)));
        List<OutFeature> towns = TOWNS.stream()
                .map(town -> new OutFeature(
                        cells(town.column(), town.row(), 1, 1),
                        List.of(
                                town.code(),
                                town.zh(),
                                town.en(),
                                town.kind(),
                                town.code().substring(0, 1))))
                .toList();
        LayerWriter.write(
                data.resolve("towns.shp"),
                List.of(new OutLayer(
                        "towns",
                        "EPSG:4490",
                        texts("CODE", "NAME", "NAME_EN", "KIND", "COUNTY"),
                        towns,
                        Optional.of(Charset.forName("GBK")))));
        List<OutFeature> points = List.of(
                new OutFeature(point(115.05, 22.75), List.of("C1", "东城卫生院", "Dongcheng clinic", "clinic")),
                new OutFeature(point(115.25, 22.85), List.of("C2", "海门卫生院", "Haimen clinic", "clinic")));
        LayerWriter.write(
                data.resolve("service_points.geojson"),
                List.of(new OutLayer("service_points", "EPSG:4326", texts("id", "name", "name_en", "kind"), points)));
    }

    private static Geometry point(double lon, double lat) {
        return FACTORY.createPoint(new Coordinate(lon, lat));
    }

    private static void writeDepartments(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "zhenjie", "1.0")) {
            fill(
                    workbook.newWorksheet("departments"),
                    List.of("id", "name", "name_en", "county", "head_count", "floor"),
                    List.of("D1", "甲县执法局", "County A enforcement", "A", 20, 12),
                    List.of("D2", "乙县执法局", "County B enforcement", "B", 15, 10));
            fill(
                    workbook.newWorksheet("devolved_staff"),
                    List.of(
                            "id",
                            "department",
                            "quota_type",
                            "size",
                            "skills",
                            "home_lon",
                            "home_lat",
                            "farthest_km",
                            "forbidden"),
                    List.of("S1", "D1", "administrative", 3, "law", 115.05, 22.75, 18, ""),
                    List.of("S2", "D1", "administrative", 2, "law", 115.05, 22.75, 15, "A3"),
                    List.of("S3", "D1", "institution", 4, "", 115.05, 22.75, "", ""),
                    List.of("S4", "D2", "administrative", 2, "law", 115.05, 22.85, 30, ""),
                    List.of("S5", "D2", "institution", 1, "law", 115.05, 22.85, 30, ""));
        }
    }

    @SafeVarargs
    private static void fill(Worksheet sheet, List<String> header, List<Object>... rows) {
        for (int column = 0; column < header.size(); column++) {
            sheet.value(0, column, header.get(column));
            for (int row = 0; row < rows.length; row++) {
                Object value = rows[row].get(column);
                if (value instanceof Number number) {
                    sheet.value(row + 1, column, number);
                } else if (!value.equals("")) {
                    sheet.value(row + 1, column, value.toString());
                }
            }
        }
    }
}
