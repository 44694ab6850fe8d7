package org.zhenjie.scenarios.sample;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.zhenjie.gis.write.AtomicFiles;
import org.zhenjie.gis.write.LayerWriter;
import org.zhenjie.gis.write.OutFeature;
import org.zhenjie.gis.write.OutField;
import org.zhenjie.gis.write.OutLayer;
import org.zhenjie.scenarios.sample.Facts.TownFact;
import org.zhenjie.scenarios.sample.Territory.Area;
import org.zhenjie.scenarios.sample.Workbooks.Sheet;
import org.zhenjie.scenarios.study.Study.Zone;
import org.zhenjie.scenarios.study.TownKind;

/** Writes a sample as the files of a study folder, in the formats that people have. */
final class StudyWriter {
    /** China's geographic system; its longitudes and latitudes are those of WGS-84 for our purpose. */
    static final String CRS = "EPSG:4490";

    private static final String POINTS_CRS = "EPSG:4326";
    private static final Map<TownKind, String> KINDS =
            Map.of(TownKind.TOWN, "镇", TownKind.TOWNSHIP, "乡", TownKind.STREET, "街道", TownKind.OTHER, "其他");
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final Path data;
    private final Sample sample;

    private StudyWriter(Path data, Sample sample) {
        this.data = data;
        this.sample = sample;
    }

    /** Writes the data of a sample to the folder {@code data} of a study. */
    static void writeData(Path study, Sample sample) throws IOException {
        StudyWriter writer = new StudyWriter(study.resolve("data"), sample);
        writer.shapefile();
        writer.geoPackage();
        writer.servicePoints();
        writer.indicators();
        writer.staff();
        writer.pools();
        writer.departments();
        writer.bodies();
        writer.outside();
        writer.skills();
    }

    /** Copies texts that lie beside the generator. */
    static void writeTexts(Path study, String from, List<String> names) throws IOException {
        for (String name : names) {
            String text = Resource.text(from + "/" + name);
            AtomicFiles.write(
                    study.resolve(name), temporary -> Files.writeString(temporary, text, StandardCharsets.UTF_8));
        }
    }

    private void shapefile() {
        List<OutField> fields = texts("CODE", "NAME", "NAME_EN", "KIND", "COUNTY");
        OutLayer towns = new OutLayer("towns", CRS, fields, towns(), Optional.of(Charset.forName("GBK")));
        LayerWriter.write(data.resolve("towns.shp"), List.of(towns));
    }

    private void geoPackage() {
        LayerWriter.write(
                data.resolve("boundaries.gpkg"),
                List.of(
                        new OutLayer("counties", CRS, texts("code", "name", "name_en"), counties()),
                        new OutLayer("towns", CRS, texts("code", "name", "name_en", "kind", "county"), towns()),
                        new OutLayer("zones", CRS, zoneFields(), zones())));
    }

    private List<OutFeature> towns() {
        return sample.map().towns().stream()
                .map(town -> new OutFeature(
                        town.boundary(),
                        List.of(
                                town.fact().code(),
                                town.fact().name().zh(),
                                town.fact().name().en(),
                                KINDS.get(town.fact().kind()),
                                town.fact().county())))
                .toList();
    }

    private List<OutFeature> counties() {
        List<OutFeature> features = new ArrayList<>();
        for (int i = 0; i < sample.facts().counties().size(); i++) {
            Facts.CountyFact county = sample.facts().counties().get(i);
            features.add(new OutFeature(
                    sample.map().counties().get(i),
                    List.of(county.code(), county.name().zh(), county.name().en())));
        }
        return features;
    }

    private static List<OutField> zoneFields() {
        List<OutField> fields = new ArrayList<>(texts("code", "name", "name_en", "towns"));
        fields.add(new OutField("planned_area_km2", Double.class));
        return fields;
    }

    private List<OutFeature> zones() {
        return sample.zones().stream()
                .map(zone -> new OutFeature(
                        boundary(zone),
                        List.of(
                                zone.code(),
                                zone.name().zh(),
                                zone.name().en(),
                                String.join(";", new TreeSet<>(zone.towns())),
                                zone.plannedAreaKm2().doubleValue())))
                .toList();
    }

    private Geometry boundary(Zone zone) {
        Geometry union = CoverageUnion.union(sample.map().towns().stream()
                .filter(town -> zone.towns().contains(town.fact().code()))
                .map(Area::boundary)
                .toArray(Geometry[]::new));
        union.normalize();
        return union;
    }

    private void servicePoints() {
        List<OutFeature> points = sample.places().stream()
                .map(place -> new OutFeature(
                        FACTORY.createPoint(place.lonLat()),
                        List.of(place.id(), place.name().zh(), place.name().en(), place.kind(), place.town())))
                .toList();
        List<OutField> fields = texts("id", "name", "name_en", "kind", "town");
        LayerWriter.write(
                data.resolve("service_points.geojson"),
                List.of(new OutLayer("service_points", POINTS_CRS, fields, points)));
    }

    private static List<OutField> texts(String... names) {
        return java.util.Arrays.stream(names)
                .map(name -> new OutField(name, String.class))
                .toList();
    }

    private void indicators() throws IOException {
        List<List<?>> rows = new ArrayList<>();
        for (Indicators town : sample.indicators()) {
            TownFact fact = town.area().fact();
            rows.add(List.of(
                    fact.code(),
                    fact.name().zh(),
                    town.people(),
                    town.peopleSource(),
                    town.area().seat().x,
                    town.area().seat().y,
                    town.area().seatSource(),
                    town.area().coastKm(),
                    town.serviceMattersK(),
                    town.enforcementCases(),
                    town.hazardSites()));
        }
        Csv.write(
                data.resolve("indicators.csv"),
                List.of(
                        "town_code",
                        "name",
                        "people",
                        "people_source",
                        "seat_lon",
                        "seat_lat",
                        "seat_source",
                        "coast_km",
                        "service_matters_k",
                        "enforcement_cases",
                        "hazard_sites"),
                rows);
    }

    private void staff() throws IOException {
        List<List<?>> rows = new ArrayList<>();
        sample.held()
                .forEach(held ->
                        rows.add(List.of(held.town(), held.platform(), held.quotaType(), held.posts(), held.people())));
        Csv.write(data.resolve("staff.csv"), List.of("town_code", "platform", "quota_type", "posts", "people"), rows);
    }

    private void pools() throws IOException {
        List<List<?>> rows = new ArrayList<>();
        sample.pools()
                .forEach(pool -> rows.add(List.of(
                        pool.id(),
                        pool.name().zh(),
                        pool.name().en(),
                        pool.quotaType(),
                        pool.owner(),
                        pool.size(),
                        pool.reserve().toPlainString(),
                        pool.termYears().isPresent()
                                ? String.valueOf(pool.termYears().getAsInt())
                                : "")));
        Csv.write(
                data.resolve("pools.csv"),
                List.of("id", "name", "name_en", "quota_type", "owner", "size", "reserve", "term_years"),
                rows);
    }

    private void bodies() throws IOException {
        List<List<?>> rows = new ArrayList<>();
        for (Bodies.Body body : sample.bodies()) {
            boolean placed = !body.place().isEmpty();
            rows.add(List.of(
                    body.id(),
                    body.name().zh(),
                    body.name().en(),
                    body.kind(),
                    body.county(),
                    body.town(),
                    placed ? body.place().get(0) : "",
                    placed ? body.place().get(1) : "",
                    body.load(),
                    body.capacity(),
                    body.duties(),
                    body.quotaType(),
                    body.posts(),
                    body.leaders()));
        }
        Csv.write(
                data.resolve("institutions.csv"),
                List.of(
                        "id",
                        "name",
                        "name_en",
                        "kind",
                        "county",
                        "town",
                        "lon",
                        "lat",
                        "load",
                        "capacity",
                        "duties",
                        "quota_type",
                        "posts",
                        "leaders"),
                rows);
    }

    /** Each county, and the city, may have those that there are, and a little more. */
    private void outside() throws IOException {
        List<List<?>> rows = new ArrayList<>();
        sample.outside().forEach(one -> rows.add(List.of(one.town(), one.people(), one.unitCost())));
        Csv.write(data.resolve("outside_staff.csv"), List.of("town", "people", "unit_cost"), rows);
        List<List<?>> limits = new ArrayList<>();
        sample.facts()
                .counties()
                .forEach(county -> limits.add(limit(
                        county.code(),
                        sample.outside().stream()
                                .filter(one -> one.county().equals(county.code()))
                                .toList())));
        limits.add(limit("city", sample.outside()));
        Csv.write(data.resolve("outside_limits.csv"), List.of("unit", "people", "budget"), limits);
    }

    private static List<?> limit(String unit, List<OutsideStaff> staff) {
        long people = staff.stream().mapToLong(OutsideStaff::people).sum();
        long cost = staff.stream()
                .mapToLong(one -> (long) one.people() * one.unitCost())
                .sum();
        return List.of(unit, people + people / 50, (cost + cost / 50) / 10_000 * 10_000);
    }

    /** A quarter of those who hold posts for law enforcement, and for public service, have the skill by certificate. */
    private void skills() throws IOException {
        Map<String, String> skills = Map.of("law-enforcement", "enforcement", "public-service", "service");
        Map<List<String>, Integer> people = new LinkedHashMap<>();
        sample.held().stream()
                .filter(held -> skills.containsKey(held.platform()))
                .forEach(held ->
                        people.merge(List.of(held.town(), skills.get(held.platform())), held.people(), Integer::sum));
        List<List<?>> rows = new ArrayList<>();
        people.forEach((key, number) -> rows.add(List.of(key.get(0), key.get(1), number / 4)));
        Csv.write(data.resolve("town_skills.csv"), List.of("town", "skill", "people"), rows);
    }

    private void departments() throws IOException {
        List<List<?>> departments = new ArrayList<>();
        sample.departments()
                .forEach(one -> departments.add(List.of(
                        one.id(), one.name().zh(), one.name().en(), one.county(), one.headCount(), one.floor())));
        List<List<?>> blocks = new ArrayList<>();
        sample.blocks()
                .forEach(block -> blocks.add(List.of(
                        block.id(),
                        block.department(),
                        block.quotaType(),
                        block.size(),
                        String.join(";", block.skills()),
                        block.home().x,
                        block.home().y,
                        block.farthestKm(),
                        String.join(";", block.forbidden()))));
        Workbooks.write(
                data.resolve("departments.xlsx"),
                List.of(
                        new Sheet(
                                "departments",
                                List.of("id", "name", "name_en", "county", "head_count", "floor"),
                                departments),
                        new Sheet(
                                "devolved_staff",
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
                                blocks)));
    }
}
