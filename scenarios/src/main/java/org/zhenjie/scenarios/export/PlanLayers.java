package org.zhenjie.scenarios.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.zhenjie.gis.coverage.Coverages;
import org.zhenjie.gis.write.OutFeature;
import org.zhenjie.gis.write.OutField;
import org.zhenjie.gis.write.OutLayer;
import org.zhenjie.planner.allocation.AllocationPlan.Posting;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.scenarios.group.TownGroups;
import org.zhenjie.scenarios.group.TownGroups.TownGroup;
import org.zhenjie.scenarios.indicator.Indicator;
import org.zhenjie.scenarios.indicator.IndicatorTable;
import org.zhenjie.scenarios.indicator.Level;
import org.zhenjie.scenarios.indicator.Unit;
import org.zhenjie.scenarios.plan.PlannedScenario;
import org.zhenjie.scenarios.plan.StudyProblem;
import org.zhenjie.scenarios.study.Name;
import org.zhenjie.scenarios.study.Study;
import org.zhenjie.scenarios.study.Study.StaffBlock;
import org.zhenjie.scenarios.study.Study.Town;
import org.zhenjie.scenarios.study.Study.Zone;

/**
 * A planned scenario as layers for a GIS: boundaries with every indicator, and the plan by platform. Names of fields are the
 * same in every language: ids of indicators and platforms with underscores.
 */
final class PlanLayers {
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private final PlannedScenario planned;
    private final Study study;
    private final IndicatorTable table;
    private final List<TownGroups> groups;

    PlanLayers(PlanReport report) {
        this.planned = report.planned();
        this.study = planned.study();
        this.table = report.table();
        this.groups = report.groups();
    }

    /** Every layer; that of groups where the scenario asks for some. */
    List<OutLayer> all() {
        List<OutLayer> all = new ArrayList<>(List.of(towns(), counties(), zones(), servicePoints(), staffMoves()));
        if (!groups.isEmpty()) {
            all.add(groups());
        }
        return all;
    }

    /** A column of a layer. */
    private record Column<T>(String name, Class<?> type, Function<T, Object> value) {}

    /** Towns with all their indicators, and need and posts by platform. */
    OutLayer towns() {
        Map<String, Integer> positions = new HashMap<>();
        study.towns().forEach(town -> positions.put(town.code(), positions.size()));
        List<Column<Town>> columns = new ArrayList<>(List.of(
                text("code", Town::code),
                text("name", town -> town.name().zh()),
                text("name_en", town -> town.name().en()),
                text("kind", town -> town.kind().name()),
                text("county", Town::county),
                text("scenario", town -> planned.name())));
        indicators(Level.TOWN, columns, Town::code);
        for (int i = 0; i < study.platforms().size(); i++) {
            int platform = i;
            String id = study.platforms().get(i).id();
            columns.add(whole(
                    "need_" + id,
                    town -> problemTown(positions.get(town.code())).need().get(platform)));
            columns.add(whole(
                    "posts_" + id,
                    town -> planned.score()
                            .levels()
                            .get(positions.get(town.code()))
                            .get(platform)));
        }
        for (TownGroups one : groups) {
            columns.add(new Column<>(
                    "group_" + one.task().id().replace('-', '_'),
                    Integer.class,
                    town -> one.groupOf(town.code()).orElse(null)));
        }
        return layer("towns", columns, study.towns(), Town::boundary);
    }

    private AllocationProblem.Town problemTown(int position) {
        return planned.problem().towns().get(position);
    }

    private OutLayer counties() {
        List<Column<Study.County>> columns = new ArrayList<>(List.of(
                text("code", Study.County::code),
                text("name", county -> county.name().zh()),
                text("name_en", county -> county.name().en()),
                text("scenario", county -> planned.name())));
        indicators(Level.COUNTY, columns, Study.County::code);
        return layer("counties", columns, study.counties(), Study.County::boundary);
    }

    private OutLayer zones() {
        List<Column<Zone>> columns = List.of(
                text("code", Zone::code),
                text("name", zone -> zone.name().zh()),
                text("name_en", zone -> zone.name().en()),
                text(
                        "towns",
                        zone -> String.join(";", zone.towns().stream().sorted().toList())),
                new Column<>(
                        "planned_area_km2",
                        Double.class,
                        zone -> zone.plannedAreaKm2().doubleValue()));
        return layer("zones", columns, study.zones(), this::area);
    }

    private Geometry area(Zone zone) {
        List<Geometry> land = study.land(zone);
        return land.isEmpty() ? null : Coverages.dissolve(land);
    }

    /** Outlines of groups of towns. */
    private OutLayer groups() {
        record Outline(TownGroups of, TownGroup group) {}
        List<Outline> outlines = groups.stream()
                .flatMap(of -> of.groups().stream().map(group -> new Outline(of, group)))
                .toList();
        List<Column<Outline>> columns = List.of(
                text("grouping", one -> one.of().task().id()),
                text("purpose", one -> one.of().task().purpose().name()),
                whole("group", one -> one.group().number()),
                text("name", one -> one.group().name(study).map(Name::zh).orElse(null)),
                text("name_en", one -> one.group().name(study).map(Name::en).orElse(null)),
                whole("towns", one -> one.group().towns().size()),
                new Column<>("load", Double.class, one -> one.group().load().doubleValue()),
                new Column<>("deviation", Double.class, one -> one.group().deviation()),
                new Column<>("compactness", Double.class, one -> one.group().compactness()),
                text("centre", one -> one.group().centre().code()));
        return layer("groups", columns, outlines, one -> one.group().outline());
    }

    private OutLayer servicePoints() {
        List<Column<Study.ServicePoint>> columns = List.of(
                text("id", Study.ServicePoint::id),
                text("name", point -> point.name().zh()),
                text("name_en", point -> point.name().en()),
                text("kind", Study.ServicePoint::kind));
        return layer("service_points", columns, study.servicePoints(), Study.ServicePoint::location);
    }

    /** One straight line for each staff block that is sent, from its home to the town's seat. */
    private OutLayer staffMoves() {
        Map<String, StaffBlock> blocks = new HashMap<>();
        study.blocks().forEach(block -> blocks.put(block.id(), block));
        Function<Posting, StaffBlock> block = posting -> blocks.get(posting.block());
        Function<Posting, Town> town = posting -> study.towns().get(posting.town());
        List<Column<Posting>> columns = List.of(
                text("block", Posting::block),
                text("department", posting -> block.apply(posting).department()),
                text("quota_type", posting -> block.apply(posting).quotaType()),
                whole("people", posting -> block.apply(posting).size()),
                text("town", posting -> town.apply(posting).code()),
                text(
                        "platform",
                        posting -> study.platforms().get(posting.platform()).id()),
                new Column<>(
                        "metres",
                        Long.class,
                        posting -> StudyProblem.metres(study, block.apply(posting), town.apply(posting))));
        return layer(
                "staff_moves",
                columns,
                planned.plan().postings(),
                posting -> GEOMETRIES.createLineString(new Coordinate[] {
                    block.apply(posting).home(), town.apply(posting).seat().getCoordinate()
                }));
    }

    private <T> void indicators(Level level, List<Column<T>> columns, Function<T, String> code) {
        Map<String, IndicatorTable.Row> rows = new HashMap<>();
        table.rows(level).forEach(row -> rows.put(row.region().code(), row));
        for (Indicator indicator : table.indicators()) {
            if (indicator.levels().contains(level)) {
                columns.add(new Column<>(
                        fieldName(indicator), type(indicator), place -> value(rows.get(code.apply(place)), indicator)));
            }
        }
    }

    /** The field that holds an indicator. */
    static String fieldName(Indicator indicator) {
        return indicator.id().replace('-', '_').replace(':', '_');
    }

    private static Class<?> type(Indicator indicator) {
        return isWhole(indicator) ? Long.class : Double.class;
    }

    private static Object value(IndicatorTable.Row row, Indicator indicator) {
        if (row.value(indicator).isEmpty()) {
            return null;
        }
        double value = row.value(indicator).getAsDouble();
        if (isWhole(indicator)) {
            return Math.round(value);
        }
        return value;
    }

    private static boolean isWhole(Indicator indicator) {
        return List.of(Unit.PEOPLE, Unit.POSTS, Unit.POINTS).contains(indicator.unit());
    }

    private static <T> Column<T> text(String name, Function<T, Object> value) {
        return new Column<>(name, String.class, value);
    }

    private static <T> Column<T> whole(String name, Function<T, Object> value) {
        return new Column<>(name.replace('-', '_'), Integer.class, value);
    }

    private <T> OutLayer layer(
            String name, List<Column<T>> columns, List<T> rows, Function<T, ? extends Geometry> geometry) {
        List<OutField> fields = columns.stream()
                .map(column -> new OutField(column.name(), column.type()))
                .toList();
        List<OutFeature> features = rows.stream()
                .map(row -> new OutFeature(
                        geometry.apply(row),
                        Arrays.asList(IntStream.range(0, columns.size())
                                .mapToObj(i -> columns.get(i).value().apply(row))
                                .toArray())))
                .toList();
        return new OutLayer(name, study.crs(), fields, features);
    }
}
