package org.zhenjie.scenarios.study;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.zhenjie.scenarios.problem.Problems;
import org.zhenjie.scenarios.study.Study.Town;
import org.zhenjie.scenarios.yaml.YamlFile;
import org.zhenjie.scenarios.yaml.YamlMap;

/**
 * The layers of the map of the people's situation and what each holds: the study's own, those under {@code layers} in the study
 * file, and the indicators of towns.
 *
 * @param layers in the order in which they lie on the map, the lowest first
 * @param indicators in the order of the names
 */
public record SituationMap(List<Layer> layers, List<TownIndicator> indicators) {
    public SituationMap {
        layers = List.copyOf(layers);
        indicators = List.copyOf(indicators);
    }

    /** What the features of a layer are. */
    public enum Kind {
        AREAS,
        LINES,
        POINTS,
        /** Of several kinds, or none. */
        MIXED,
        /** Rows without places of their own, such as zones that are lists of towns. */
        TABLE
    }

    /**
     * A layer.
     *
     * @param id as the study names it; of service points the kind
     * @param name title for people
     * @param features how many there are
     * @param towns how many towns have at least a part of one
     * @param fields what is known of each feature, in the order of the file
     * @param file path as the study writes it
     */
    public record Layer(
            String id, Optional<Name> name, Kind kind, int features, int towns, List<String> fields, String file) {
        public Layer {
            fields = List.copyOf(fields);
        }
    }

    /**
     * An indicator of towns.
     *
     * @param id name of its column; {@code people} and {@code area} (km²) are always there
     * @param known towns that have a value
     */
    public record TownIndicator(String id, int known, BigDecimal least, BigDecimal most, BigDecimal sum) {}

    /**
     * A layer under {@code layers} in the study file.
     *
     * @param source its data
     */
    record Further(Name name, Source source) {}

    /** Reads {@code layers} of a study file. */
    static List<Further> further(YamlMap file, Problems problems) {
        List<Further> layers = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (YamlMap entry : file.maps("layers")) {
            String id = entry.text("id");
            if (!id.isEmpty() && !ids.add(id)) {
                problems.error("study.idTwice", entry.where("id"));
            }
            Name name = Names.read(entry, "name");
            layers.add(new Further(name, Source.plain(id, entry, Map.of(), problems)));
            entry.done();
        }
        return layers;
    }

    /**
     * Looks through the layers of a study.
     *
     * @throws org.zhenjie.gis.problem.InputException if a layer cannot be read
     */
    public static SituationMap of(StudyFolder folder) {
        return new Looking(folder).look();
    }

    private static final class Looking {
        private final Study study;
        private final Problems problems = new Problems();
        private final StudyConfig config;
        private final SourceReader reader;
        private final STRtree towns = new STRtree();

        private record TownAt(String code, PreparedGeometry boundary) {}

        Looking(StudyFolder folder) {
            study = folder.study();
            Path base = folder.path().toAbsolutePath().normalize();
            YamlMap file = YamlFile.read(base.resolve(StudyFolder.STUDY), StudyFolder.STUDY, problems);
            config = new StudyConfigReader(file, problems).read();
            reader = new SourceReader(base, problems);
            for (Town town : study.towns()) {
                towns.insert(
                        town.boundary().getEnvelopeInternal(),
                        new TownAt(town.code(), PreparedGeometryFactory.prepare(town.boundary())));
            }
        }

        SituationMap look() {
            List<Layer> layers = new ArrayList<>();
            own(DataRole.COUNTIES).ifPresent(layers::add);
            own(DataRole.TOWNS).ifPresent(layers::add);
            own(DataRole.ZONES).map(this::ofTowns).ifPresent(layers::add);
            own(DataRole.ROADS).ifPresent(layers::add);
            own(DataRole.SETTLEMENTS).ifPresent(layers::add);
            for (SituationMap.Further further : config.layers()) {
                layers.add(layer(further.source().role(), Optional.of(further.name()), further.source()));
            }
            layers.addAll(servicePoints());
            problems.throwIfErrors();
            return new SituationMap(layers, indicators());
        }

        private Optional<Layer> own(DataRole role) {
            return Optional.ofNullable(config.sources().get(role.key()))
                    .map(source -> layer(role.key(), Optional.empty(), source));
        }

        /** Zones may be lists of towns: these say which towns they hold. */
        private Layer ofTowns(Layer zones) {
            int members = (int) study.towns().stream()
                    .filter(town -> study.isInZone(town.code()))
                    .count();
            return new Layer(
                    zones.id(), zones.name(), zones.kind(), zones.features(), members, zones.fields(), zones.file());
        }

        private Layer layer(String id, Optional<Name> name, Source source) {
            Records records = reader.canPlace(source) ? reader.onMap(source, study.crs()) : reader.table(source);
            List<Geometry> places = records.rows().stream()
                    .flatMap(row -> row.geometry().stream())
                    .toList();
            return new Layer(
                    id,
                    name,
                    kind(places, records.rows().size()),
                    records.rows().size(),
                    townsWith(places),
                    records.columns(),
                    source.file());
        }

        private List<Layer> servicePoints() {
            Source source = config.sources().get(DataRole.SERVICE_POINTS.key());
            if (source == null) {
                return List.of();
            }
            Records records = reader.onMap(source, study.crs());
            Map<String, List<Geometry>> byKind = new LinkedHashMap<>();
            study.serviceKinds().forEach(kind -> byKind.put(kind.id(), new ArrayList<>()));
            study.servicePoints().forEach(point -> byKind.get(point.kind()).add(point.location()));
            Map<String, Name> names = study.serviceKinds().stream()
                    .collect(Collectors.toMap(Study.ServiceKind::id, Study.ServiceKind::name));
            return byKind.entrySet().stream()
                    .map(kind -> new Layer(
                            kind.getKey(),
                            Optional.of(names.get(kind.getKey())),
                            Kind.POINTS,
                            kind.getValue().size(),
                            townsWith(kind.getValue()),
                            records.columns(),
                            source.file()))
                    .toList();
        }

        private static Kind kind(List<Geometry> places, int rows) {
            if (places.isEmpty() && rows > 0) {
                return Kind.TABLE;
            }
            Set<Integer> dimensions =
                    places.stream().map(Geometry::getDimension).collect(Collectors.toSet());
            return dimensions.size() != 1
                    ? Kind.MIXED
                    : List.of(Kind.POINTS, Kind.LINES, Kind.AREAS)
                            .get(dimensions.iterator().next());
        }

        @SuppressWarnings("unchecked")
        private int townsWith(List<Geometry> places) {
            Set<String> codes = new HashSet<>();
            for (Geometry place : places) {
                for (TownAt town : (List<TownAt>) towns.query(place.getEnvelopeInternal())) {
                    // neighbours that only share a border with an area have no part of it
                    if (!codes.contains(town.code())
                            && town.boundary().intersects(place)
                            && !(place.getDimension() == 2 && town.boundary().touches(place))) {
                        codes.add(town.code());
                    }
                }
            }
            return codes.size();
        }

        private List<TownIndicator> indicators() {
            List<TownIndicator> all = new ArrayList<>();
            all.add(indicator(Norms.PEOPLE, town -> Optional.of(BigDecimal.valueOf(town.people()))));
            all.add(indicator(Norms.AREA, town -> Optional.of(areaKm2(town))));
            Set<String> further = new TreeSet<>();
            study.towns().forEach(town -> further.addAll(town.attributes().keySet()));
            further.forEach(id -> all.add(
                    indicator(id, town -> Optional.ofNullable(town.attributes().get(id)))));
            return all;
        }

        private static BigDecimal areaKm2(Town town) {
            return BigDecimal.valueOf(Math.round(town.areaKm2() * 1e3), 3);
        }

        private TownIndicator indicator(String id, Function<Town, Optional<BigDecimal>> value) {
            List<BigDecimal> values = study.towns().stream()
                    .flatMap(town -> value.apply(town).stream())
                    .toList();
            return new TownIndicator(
                    id,
                    values.size(),
                    values.stream().min(BigDecimal::compareTo).orElse(BigDecimal.ZERO),
                    values.stream().max(BigDecimal::compareTo).orElse(BigDecimal.ZERO),
                    values.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        }
    }
}
