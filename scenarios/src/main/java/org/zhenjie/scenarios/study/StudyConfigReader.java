package org.zhenjie.scenarios.study;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.zhenjie.planner.allocation.Rule;
import org.zhenjie.scenarios.problem.Problems;
import org.zhenjie.scenarios.study.Study.Ceiling;
import org.zhenjie.scenarios.study.Study.Floor;
import org.zhenjie.scenarios.study.Study.Norm;
import org.zhenjie.scenarios.study.Study.Platform;
import org.zhenjie.scenarios.study.Study.Policy;
import org.zhenjie.scenarios.study.Study.QuotaType;
import org.zhenjie.scenarios.study.Study.ServiceKind;
import org.zhenjie.scenarios.travel.Measure;
import org.zhenjie.scenarios.yaml.YamlMap;

/** Reads the study file. */
final class StudyConfigReader {
    static final int MOST_POSTS = 10_000_000;
    private static final int FORMAT = 1;
    private static final double DEFAULT_TO_ROAD = 2000;
    private static final double DEFAULT_SPEED = 40;
    private static final int MOST_WEIGHT = 1_000_000;
    private static final Map<String, TownKind> KINDS =
            Map.of("镇", TownKind.TOWN, "乡", TownKind.TOWNSHIP, "街道", TownKind.STREET, "其他", TownKind.OTHER);

    private final YamlMap file;
    private final Problems problems;

    StudyConfigReader(YamlMap file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    StudyConfig read() {
        file.format(FORMAT);
        Name name = Names.read(file, "name");
        Name note = file.has("note") ? Names.read(file, "note") : new Name("", "");
        Optional<Located<String>> crs = file.optionalText("crs").map(code -> new Located<>(code, file.where("crs")));
        Map<String, Source> sources = sources();
        List<Platform> platforms = platforms();
        List<QuotaType> quotaTypes = quotaTypes();
        List<ServiceKind> serviceKinds = serviceKinds();
        Set<String> platformIds = ids(platforms, Platform::id);
        StudyConfig config = new StudyConfig(
                name,
                note,
                crs,
                sources,
                platforms,
                quotaTypes,
                serviceKinds,
                attributeRules(),
                travel(),
                norms(platformIds),
                floors(platformIds),
                ceilings(ids(quotaTypes, QuotaType::id)),
                fields(platformIds),
                standIns(platformIds, ids(quotaTypes, QuotaType::id)),
                batches(),
                workload(),
                policy(),
                indicatorSets(),
                SituationMap.further(file, problems));
        // read again, with its tables, where they are joined
        StudyJoin.spec(file, problems);
        file.done();
        return config;
    }

    private static <T> Set<String> ids(List<T> list, Function<T, String> id) {
        Set<String> ids = new HashSet<>();
        list.forEach(one -> ids.add(id.apply(one)));
        return ids;
    }

    private Map<String, Source> sources() {
        YamlMap data = file.map("data");
        Map<String, Source> sources = new LinkedHashMap<>();
        for (DataRole role : DataRole.values()) {
            data.optionalMap(role.key()).ifPresent(entry -> sources.put(role.key(), source(role, entry)));
            if (role.isRequired() && !data.has(role.key())) {
                data.missing(role.key());
            }
        }
        data.done();
        return sources;
    }

    private Source source(DataRole role, YamlMap entry) {
        Map<String, Located<String>> columns = new HashMap<>();
        entry.optionalMap("fields").ifPresent(fields -> {
            for (String thing : role.fields()) {
                fields.optionalText(thing)
                        .ifPresent(column -> columns.put(thing, new Located<>(column, fields.where(thing))));
            }
            fields.done();
        });
        Source source = Source.plain(role.key(), entry, columns, problems)
                .withKinds(role == DataRole.TOWNS ? kinds(entry) : KINDS);
        entry.done();
        return source;
    }

    private static Map<String, TownKind> kinds(YamlMap entry) {
        Optional<YamlMap> map = entry.optionalMap("kinds");
        if (map.isEmpty()) {
            return KINDS;
        }
        Map<String, TownKind> kinds = new LinkedHashMap<>();
        for (String word : map.get().keys()) {
            map.get().choice(word, TownKind.class).ifPresent(kind -> kinds.put(word, kind));
        }
        map.get().done();
        return kinds;
    }

    private List<Platform> platforms() {
        List<Platform> platforms = new ArrayList<>();
        for (YamlMap line : lines("platforms")) {
            platforms.add(new Platform(line.text("id"), Names.read(line, "name"), new HashSet<>(line.texts("skills"))));
            line.done();
        }
        return platforms;
    }

    private List<QuotaType> quotaTypes() {
        List<QuotaType> types = new ArrayList<>();
        for (YamlMap line : lines("quota_types")) {
            types.add(new QuotaType(line.text("id"), Names.read(line, "name")));
            line.done();
        }
        return types;
    }

    private List<ServiceKind> serviceKinds() {
        List<ServiceKind> kinds = new ArrayList<>();
        for (YamlMap line : unique(file.maps("service_kinds"))) {
            boolean minutes = line.has("reach_minutes");
            double reach = minutes
                    ? line.decimal("reach_minutes", "0", "100000").doubleValue()
                    : line.decimal("reach_km", "0", "1000").doubleValue() * 1000;
            if (minutes && line.has("reach_km")) {
                problems.error("service.twoReaches", line.where("reach_km"));
            }
            kinds.add(new ServiceKind(
                    line.text("id"), Names.read(line, "name"), reach, minutes ? Measure.MINUTES : Measure.METRES));
            line.done();
        }
        return kinds;
    }

    private Map<String, Located<AttributeRule>> attributeRules() {
        Map<String, Located<AttributeRule>> rules = new LinkedHashMap<>();
        file.optionalMap("attributes").ifPresent(map -> {
            for (String name : map.keys()) {
                map.choice(name, AttributeRule.class)
                        .ifPresent(rule -> rules.put(name, new Located<>(rule, map.where(name))));
            }
            map.done();
        });
        return rules;
    }

    private StudyConfig.Travel travel() {
        Optional<YamlMap> map = file.optionalMap("travel");
        double farthest = map.flatMap(one -> one.optionalDecimal("farthest_to_road_km", "0", "1000"))
                .map(km -> km.doubleValue() * 1000)
                .orElse(DEFAULT_TO_ROAD);
        double speed = map.flatMap(one -> one.optionalDecimal("speed_kmh", "0.1", "1000"))
                .map(BigDecimal::doubleValue)
                .orElse(DEFAULT_SPEED);
        map.ifPresent(YamlMap::done);
        return new StudyConfig.Travel(farthest, speed);
    }

    /** A list of things with ids of which there has to be one at least. */
    private List<YamlMap> lines(String key) {
        List<YamlMap> lines = file.maps(key);
        if (!file.has(key)) {
            file.missing(key);
        } else if (lines.isEmpty()) {
            problems.error("yaml.emptyList", file.where(key));
        }
        return unique(lines);
    }

    private List<YamlMap> unique(List<YamlMap> lines) {
        Set<String> ids = new HashSet<>();
        for (YamlMap line : lines) {
            line.optionalText("id")
                    .filter(id -> !ids.add(id))
                    .ifPresent(id -> problems.error("study.idTwice", line.where("id")));
        }
        return lines;
    }

    private record NormKey(Optional<TownKind> kind, Optional<Boolean> inZone, String on) {}

    private List<Located<Norm>> norms(Set<String> platforms) {
        List<Located<Norm>> norms = new ArrayList<>();
        Set<NormKey> keys = new HashSet<>();
        for (YamlMap line : file.maps("norms")) {
            Map<String, BigDecimal> rates = new HashMap<>();
            line.optionalMap("rates").ifPresent(map -> {
                map.keys().forEach(key -> rates.put(key, map.decimal(key, "-1000000", "1000000")));
                map.done();
            });
            int least = line.optionalWhole("least", 0, MOST_POSTS).orElse(0);
            int most = line.optionalWhole("most", 0, MOST_POSTS).orElse(Integer.MAX_VALUE);
            if (least > most) {
                problems.error("study.leastOverMost", line.where("least"), least, most);
            }
            Norm norm = new Norm(
                    line.choice("kind", TownKind.class),
                    line.flag("in_zone"),
                    known(line, "platform", platforms),
                    line.optionalDecimal("base", "0", "1000000").orElse(BigDecimal.ZERO),
                    rates,
                    least,
                    most);
            once(keys.add(new NormKey(norm.kind(), norm.inZone(), norm.platform())), line);
            line.done();
            norms.add(new Located<>(norm, line.where()));
        }
        if (!file.has("norms")) {
            file.missing("norms");
        }
        return norms;
    }

    private void once(boolean isNew, YamlMap line) {
        if (!isNew) {
            problems.error("study.lineTwice", line.where());
        }
    }

    private List<Floor> floors(Set<String> platforms) {
        List<Floor> floors = new ArrayList<>();
        Set<NormKey> keys = new HashSet<>();
        for (YamlMap line : file.maps("floors")) {
            Floor floor = new Floor(
                    line.choice("kind", TownKind.class),
                    known(line, "platform", platforms),
                    line.whole("posts", 0, MOST_POSTS));
            once(keys.add(new NormKey(floor.kind(), Optional.empty(), floor.platform())), line);
            line.done();
            floors.add(floor);
        }
        return floors;
    }

    private List<Ceiling> ceilings(Set<String> quotaTypes) {
        List<Ceiling> ceilings = new ArrayList<>();
        Set<NormKey> keys = new HashSet<>();
        for (YamlMap line : file.maps("ceilings")) {
            Ceiling ceiling = new Ceiling(
                    line.choice("kind", TownKind.class),
                    known(line, "quota_type", quotaTypes),
                    line.decimal("share_of_need", "0", "1000"));
            once(keys.add(new NormKey(ceiling.kind(), Optional.empty(), ceiling.quotaType())), line);
            line.done();
            ceilings.add(ceiling);
        }
        return ceilings;
    }

    private List<TownTerms.Field> fields(Set<String> platforms) {
        List<TownTerms.Field> fields = new ArrayList<>();
        for (YamlMap line : unique(file.maps("fields"))) {
            Set<String> own = new LinkedHashSet<>(line.texts("platforms"));
            own.stream()
                    .filter(id -> !platforms.contains(id))
                    .forEach(id -> problems.error(
                            "ref.notInStudy",
                            line.where("platforms").value(id),
                            platforms.stream().sorted().toList()));
            if (own.isEmpty()) {
                line.missing("platforms");
            }
            fields.add(new TownTerms.Field(
                    line.text("id"),
                    Names.read(line, "name"),
                    own,
                    line.choice("over", TownTerms.Over.class).orElse(TownTerms.Over.TOWN),
                    line.decimal("share_of_need", "0", TownTerms.Field.MOST.toPlainString()),
                    Map.of()));
            line.done();
        }
        return fields;
    }

    private record StandInKey(Optional<TownKind> kind, String platform, String quotaType) {}

    private List<TownTerms.StandIn> standIns(Set<String> platforms, Set<String> quotaTypes) {
        List<TownTerms.StandIn> limits = new ArrayList<>();
        Set<StandInKey> keys = new HashSet<>();
        for (YamlMap line : file.maps("stand_ins")) {
            TownTerms.StandIn limit = new TownTerms.StandIn(
                    line.choice("kind", TownKind.class),
                    known(line, "platform", platforms),
                    known(line, "quota_type", quotaTypes),
                    line.decimal("share_of_need", "0", "1000"));
            once(keys.add(new StandInKey(limit.kind(), limit.platform(), limit.quotaType())), line);
            line.done();
            limits.add(limit);
        }
        return limits;
    }

    private StudyConfig.Workload workload() {
        Optional<YamlMap> map = file.optionalMap("workload");
        if (map.isEmpty()) {
            return new StudyConfig.Workload(0, Optional.empty());
        }
        YamlMap workload = map.get();
        StudyConfig.Workload read = new StudyConfig.Workload(
                workload.whole("hours_per_post", 1, 8_784),
                workload.optionalText("indicator").map(name -> new Located<>(name, workload.where("indicator"))));
        workload.done();
        return read;
    }

    private List<TownTerms.Batch> batches() {
        List<TownTerms.Batch> batches = new ArrayList<>();
        for (YamlMap line : file.maps("batches")) {
            batches.add(
                    new TownTerms.Batch(line.optionalWhole("year", 1900, 2999), line.whole("seats", 0, MOST_POSTS)));
            line.done();
        }
        return batches;
    }

    private List<IndicatorSet> indicatorSets() {
        IndicatorSetReader reader = new IndicatorSetReader(problems);
        return unique(file.maps("indicator_sets")).stream().map(reader::read).toList();
    }

    private String known(YamlMap line, String key, Set<String> ids) {
        String id = line.text(key);
        if (!id.isEmpty() && !ids.contains(id)) {
            problems.error(
                    "ref.notInStudy", line.where(key), ids.stream().sorted().toList());
        }
        return id;
    }

    private Policy policy() {
        Map<Rule, Long> weights = new EnumMap<>(Rule.class);
        Set<Rule> off = EnumSet.noneOf(Rule.class);
        file.optionalMap("policy").ifPresent(policy -> {
            policy.optionalMap("weights").ifPresent(map -> {
                for (Rule rule : Rule.values()) {
                    if (rule.level() == Rule.Level.SOFT) {
                        map.optionalWhole(rule.name(), 0, MOST_WEIGHT)
                                .ifPresent(weight -> weights.put(rule, (long) weight));
                    }
                }
                map.done();
            });
            policy.texts("off")
                    .forEach(name -> policy.constant(
                                    name, Rule.class, policy.where("off").value(name))
                            .ifPresent(off::add));
            policy.done();
        });
        return new Policy(weights, off);
    }
}
