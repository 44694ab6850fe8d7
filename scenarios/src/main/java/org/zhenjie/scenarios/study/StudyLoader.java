package org.zhenjie.scenarios.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;
import org.zhenjie.gis.codes.OfficialCodes;
import org.zhenjie.gis.coverage.Coverages;
import org.zhenjie.gis.crs.Crs;
import org.zhenjie.gis.crs.CrsFit;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.scenarios.problem.Problems;
import org.zhenjie.scenarios.problem.Texts;
import org.zhenjie.scenarios.progress.Progress;
import org.zhenjie.scenarios.study.Study.County;
import org.zhenjie.scenarios.study.Study.Department;
import org.zhenjie.scenarios.study.Study.Held;
import org.zhenjie.scenarios.study.Study.Institution;
import org.zhenjie.scenarios.study.Study.Norm;
import org.zhenjie.scenarios.study.Study.Platform;
import org.zhenjie.scenarios.study.Study.Pool;
import org.zhenjie.scenarios.study.Study.QuotaType;
import org.zhenjie.scenarios.study.Study.ServiceKind;
import org.zhenjie.scenarios.study.Study.ServicePoint;
import org.zhenjie.scenarios.study.Study.StaffBlock;
import org.zhenjie.scenarios.study.Study.TeamStaff;
import org.zhenjie.scenarios.study.Study.Town;
import org.zhenjie.scenarios.study.Study.Zone;
import org.zhenjie.scenarios.travel.RoadWays;
import org.zhenjie.scenarios.travel.Ways;
import org.zhenjie.scenarios.yaml.YamlFile;
import org.zhenjie.scenarios.yaml.YamlMap;

/**
 * Reads a study folder: the study file, then each data source, then what they say of each other. Everything that is wrong is
 * collected; only what makes further reading pointless ends it at once.
 */
final class StudyLoader {
    private static final List<String> SHAPEFILE_PARTS = List.of("shp", "shx", "dbf", "prj", "cpg");

    private static final double FAR_METRES = 100_000;

    private final Path given;
    private final Path folder;
    private final Progress progress;
    private final Problems problems = new Problems();
    private final SourceReader reader;
    private final Map<DataRole, Records> records = new EnumMap<>(DataRole.class);
    private StudyConfig config;

    StudyLoader(Path folder, Progress progress) {
        this.given = folder;
        // '.' and '' would be no prefix of anything
        this.folder = folder.toAbsolutePath().normalize();
        this.progress = progress;
        this.reader = new SourceReader(this.folder, problems);
    }

    StudyFolder load() {
        try {
            return read();
        } catch (InputException e) {
            throw new InputException(CrsQuestion.withCandidates(e.problems(), folder), e.getCause());
        }
    }

    private StudyFolder read() {
        int stages = DataRole.values().length + 2;
        progress.step("stage.study", 0, stages);
        YamlMap file = YamlFile.read(folder.resolve(StudyFolder.STUDY), StudyFolder.STUDY, problems);
        config = new StudyConfigReader(file, problems).read();
        String crs = metricCrs();
        int done = 1;
        for (DataRole role : DataRole.values()) {
            progress.step("stage." + role.key(), done++, stages);
            Optional.ofNullable(config.sources().get(role.key()))
                    .ifPresent(source -> problems.collect(() ->
                            records.put(role, role.isOnMap() ? reader.onMap(source, crs) : reader.table(source))));
        }
        progress.step("stage.check", done, stages);
        apart(crs);
        Study study = study(crs);
        StudyChecks checks = new StudyChecks(study, config, records, problems);
        TownFindings towns = townFindings(study);
        checks.check(towns);
        problems.throwIfErrors();
        InputDigest digest = digest();
        progress.step("stage.check", stages, stages);
        return new StudyFolder(given, study, problems.warnings(), digest, towns, checks.findings());
    }

    /** A layer far from the towns is in another system than it says: everything that is measured on it would be wrong. */
    private void apart(String crs) {
        Envelope towns = extent(records.get(DataRole.TOWNS));
        if (towns.isNull()) {
            return;
        }
        Envelope near = new Envelope(towns);
        near.expandBy(FAR_METRES);
        records.forEach((role, rows) -> {
            Envelope layer = extent(rows);
            if (role.isOnMap() && !layer.isNull() && !near.intersects(layer)) {
                Envelope lonLat =
                        Crs.between(Crs.decode(crs), Crs.decode(Crs.WGS84)).apply(towns);
                problems.add(CrsFit.missing(
                        Texts.BUNDLE,
                        "crs.apart",
                        Where.file(rows.source().file()),
                        reader.bounds(rows.source()),
                        Optional.of(lonLat)));
            }
        });
    }

    private static Envelope extent(Records rows) {
        Envelope extent = new Envelope();
        if (rows != null) {
            rows.rows()
                    .forEach(row -> row.geometry()
                            .ifPresent(geometry -> extent.expandToInclude(geometry.getEnvelopeInternal())));
        }
        return extent;
    }

    /** Without a metric CRS nothing can be measured, and without the towns none can be chosen. */
    private String metricCrs() {
        Source towns = config.sources().get(DataRole.TOWNS.key());
        if (towns == null) {
            problems.throwIfErrors();
        }
        String[] code = new String[1];
        problems.collect(
                () -> code[0] = config.crs().map(this::given).orElseGet(() -> Crs.metricFor(reader.lonLat(towns))));
        if (code[0] == null) {
            problems.throwIfErrors();
        }
        return code[0];
    }

    private String given(Located<String> crs) {
        Where where = crs.where();
        try {
            if (!Crs.isMetric(Crs.decode(crs.value()))) {
                throw new InputException(Problem.error(Texts.BUNDLE, "study.crsNotMetric", where));
            }
        } catch (InputException e) {
            throw e.map(problem -> problem.at(where));
        }
        return Crs.normalised(crs.value());
    }

    private Study study(String crs) {
        LonLat lonLat = new LonLat(crs, problems);
        MapReader map = new MapReader(problems, lonLat);
        StaffReader staff = new StaffReader(problems, lonLat);
        Known townCodes = codes(DataRole.TOWNS, "code", "ref.town");
        Known platforms = known(config.platforms(), Platform::id, "ref.platform");
        Known types = known(config.quotaTypes(), QuotaType::id, "ref.quotaType");
        boolean noCounties = !config.sources().containsKey(DataRole.COUNTIES.key());
        Known countyCodes = noCounties
                ? Known.of(List.of(Pool.CITY), "ref.county")
                : codes(DataRole.COUNTIES, "code", "ref.county");

        List<Zone> zones = read(DataRole.ZONES, rows -> map.zones(rows, townCodes));
        Map<String, TownFigures> figures = Optional.ofNullable(records.get(DataRole.INDICATORS))
                .map(rows -> map.figures(rows, townCodes, rates()))
                .orElse(Map.of());
        Optional<String> onlyCounty = noCounties ? Optional.of(Pool.CITY) : Optional.empty();
        List<Town> towns = read(DataRole.TOWNS, rows -> towns(map, rows, figures, countyCodes, onlyCounty));
        List<County> counties = noCounties ? wholeCity(towns) : read(DataRole.COUNTIES, map::counties);
        List<ServicePoint> points = read(
                DataRole.SERVICE_POINTS,
                rows -> map.servicePoints(rows, known(config.serviceKinds(), ServiceKind::id, "ref.serviceKind")));
        List<Held> held = read(DataRole.STAFF, rows -> staff.held(rows, townCodes, platforms, types));
        List<Pool> pools = read(DataRole.POOLS, rows -> staff.pools(rows, types, owners(countyCodes), platforms));
        List<Department> departments =
                read(DataRole.DEPARTMENTS, rows -> staff.departments(rows, countyCodes, onlyCounty));
        Known departmentIds = codes(DataRole.DEPARTMENTS, "id", "ref.department");
        List<StaffBlock> blocks =
                read(DataRole.DEVOLVED_STAFF, rows -> staff.blocks(rows, departmentIds, types, townCodes, skills()));
        List<Institution> institutions = read(
                DataRole.INSTITUTIONS, rows -> staff.institutions(rows, countyCodes, onlyCounty, townCodes, types));
        List<TeamStaff> teamStaff = read(DataRole.TEAM_STAFF, rows -> staff.teamStaff(rows, bodies()));
        return new Study(
                config.name(),
                config.note(),
                crs,
                config.platforms(),
                config.quotaTypes(),
                config.serviceKinds(),
                counties,
                towns,
                zones,
                points,
                ground(),
                attributeRules(),
                held,
                pools,
                departments,
                blocks,
                institutions,
                teamStaff,
                config.norms().stream().map(Located::value).toList(),
                config.floors(),
                config.ceilings(),
                config.policy(),
                config.indicatorSets(),
                List.of(),
                terms(townCodes, countyCodes, platforms, types),
                Map.of());
    }

    private Study.Ground ground() {
        GroundReader ground = new GroundReader(problems);
        Ways ways = Optional.ofNullable(records.get(DataRole.ROADS))
                .flatMap(rows -> ground.roads(rows, config.travel()))
                .<Ways>map(RoadWays::new)
                .orElse(Ways.STRAIGHT);
        Records distances = records.get(DataRole.DISTANCES);
        return new Study.Ground(
                read(DataRole.SETTLEMENTS, ground::settlements),
                distances == null ? ways : ground.table(distances, ways));
    }

    private Map<String, AttributeRule> attributeRules() {
        return config.attributeRules().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().value()));
    }

    private TownFindings townFindings(Study study) {
        Map<String, Long> rows = new HashMap<>();
        Optional.ofNullable(records.get(DataRole.TOWNS))
                .ifPresent(towns -> towns.rows().forEach(row -> rows.put(towns.cell(row, "code"), row.number())));
        Optional<OfficialCodes> codes = Optional.ofNullable(records.get(DataRole.OFFICIAL_CODES))
                .flatMap(table -> {
                    OfficialCodes[] read = new OfficialCodes[1];
                    problems.collect(() -> read[0] = table.officialCodes());
                    return Optional.ofNullable(read[0]);
                });
        boolean counties = config.sources().containsKey(DataRole.COUNTIES.key());
        return new TownFindings(
                study, config.sources().get(DataRole.TOWNS.key()).file(), rows, counties, codes);
    }

    private TownTerms terms(Known towns, Known counties, Known platforms, Known types) {
        TermsReader terms = new TermsReader(problems);
        Set<String> units = new HashSet<>(towns.codes());
        units.addAll(counties.codes());
        units.add(Pool.CITY);
        Known unit = new Known(units, towns.isComplete() && counties.isComplete(), "ref.unit");
        Known pools = codes(DataRole.POOLS, "id", "ref.pool");
        return new TownTerms(
                config.fields(),
                config.standIns(),
                read(DataRole.POWERS, terms::powers),
                read(DataRole.POWERS, rows -> terms.townPowers(rows, towns)),
                read(DataRole.TOWN_SKILLS, rows -> terms.skills(rows, towns, skills())),
                read(DataRole.OUTSIDE_STAFF, rows -> terms.outside(rows, towns)),
                read(DataRole.OUTSIDE_LIMITS, rows -> terms.outsideLimits(rows, unit)),
                read(DataRole.RETIREMENTS, rows -> terms.retirements(rows, towns, platforms, types, pools)),
                config.batches(),
                duties(terms, units, platforms));
    }

    private Duties duties(TermsReader terms, Set<String> units, Known platforms) {
        Known departments = codes(DataRole.DEPARTMENTS, "id", "ref.department");
        Known institutions = codes(DataRole.INSTITUTIONS, "id", "ref.holder");
        Set<String> holders = new HashSet<>(units);
        holders.addAll(departments.codes());
        holders.addAll(institutions.codes());
        Known holder = new Known(holders, departments.isComplete() && institutions.isComplete(), "ref.holder");
        Known ids = codes(DataRole.DUTIES, "id", "ref.duty");
        return new Duties(
                config.workload().hoursPerPost(),
                config.workload().indicator().map(Located::value),
                read(DataRole.DUTIES, rows -> terms.duties(rows, platforms)),
                read(DataRole.DUTY_HOLDERS, rows -> terms.holdings(rows, ids, holder)));
    }

    /** Departments and units. */
    private Known bodies() {
        Known departments = codes(DataRole.DEPARTMENTS, "id", "ref.department");
        Known institutions = codes(DataRole.INSTITUTIONS, "id", "ref.teamBody");
        Set<String> bodies = new HashSet<>(departments.codes());
        bodies.addAll(institutions.codes());
        return new Known(bodies, departments.isComplete() && institutions.isComplete(), "ref.teamBody");
    }

    private static List<Town> towns(
            MapReader map,
            Records rows,
            Map<String, TownFigures> figures,
            Known counties,
            Optional<String> onlyCounty) {
        boolean whole = onlyCounty.isPresent()
                ? rows.require("code", "name", "kind")
                : rows.require("code", "name", "kind", "county");
        return whole ? map.towns(rows, figures, counties, onlyCounty) : List.of();
    }

    private <T> List<T> read(DataRole role, Function<Records, List<T>> reading) {
        return Optional.ofNullable(records.get(role)).map(reading).orElse(List.of());
    }

    private static <T> Known known(Collection<T> things, Function<T, String> id, String problem) {
        return Known.of(things.stream().map(id).collect(Collectors.toSet()), problem);
    }

    /** The codes that a source defines; a study without the source defines none. */
    private Known codes(DataRole role, String thing, String problem) {
        Records rows = records.get(role);
        boolean given = config.sources().containsKey(role.key());
        if (rows == null || !rows.has(thing)) {
            return new Known(Set.of(), !given, problem);
        }
        Set<String> codes =
                rows.rows().stream().map(row -> rows.cell(row, thing)).collect(Collectors.toSet());
        return new Known(codes, true, problem);
    }

    private Known owners(Known counties) {
        Known zones = codes(DataRole.ZONES, "code", "ref.owner");
        Set<String> owners = new HashSet<>(counties.codes());
        owners.addAll(zones.codes());
        owners.add(Pool.CITY);
        return new Known(owners, counties.isComplete() && zones.isComplete(), "ref.owner");
    }

    private Known skills() {
        Set<String> skills = new HashSet<>();
        config.platforms().forEach(platform -> skills.addAll(platform.skills()));
        Records powers = records.get(DataRole.POWERS);
        if (powers != null && powers.has("skill")) {
            powers.rows().forEach(row -> skills.add(powers.cell(row, "skill")));
        }
        return Known.of(skills, "ref.skill");
    }

    /** The further indicators that norms use. */
    private Set<String> rates() {
        Set<String> rates = new LinkedHashSet<>();
        for (Located<Norm> norm : config.norms()) {
            rates.addAll(norm.value().rates().keySet());
        }
        config.workload().indicator().map(Located::value).ifPresent(rates::add);
        rates.removeAll(Set.of(Norms.PEOPLE, Norms.AREA));
        return rates;
    }

    /** A city without counties is its own only one. */
    private List<County> wholeCity(List<Town> towns) {
        return towns.isEmpty()
                ? List.of()
                : List.of(new County(
                        Pool.CITY,
                        config.name(),
                        Coverages.dissolve(towns.stream().map(Town::boundary).toList())));
    }

    private InputDigest digest() {
        InputDigest digest = InputDigest.empty().with(StudyFolder.STUDY, folder.resolve(StudyFolder.STUDY));
        Set<Path> files = new LinkedHashSet<>();
        config.sources().values().forEach(source -> files.addAll(parts(reader.file(source))));
        for (Path file : files) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            digest = digest.with(name, file);
        }
        return digest;
    }

    /** A file with those that belong to it. */
    private static List<Path> parts(Path file) {
        String name = file.getFileName().toString();
        if (!name.toLowerCase(Locale.ROOT).endsWith(".shp")) {
            return List.of(file);
        }
        String stem = name.substring(0, name.length() - 3);
        try (Stream<Path> siblings = Files.list(file.getParent())) {
            return siblings.filter(sibling -> isPart(sibling.getFileName().toString(), stem))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new InputException(
                    Problem.error(Texts.BUNDLE, "file.unreadable", Where.file(name), e.getMessage()), e);
        }
    }

    private static boolean isPart(String name, String stem) {
        return name.startsWith(stem)
                && SHAPEFILE_PARTS.contains(name.substring(stem.length()).toLowerCase(Locale.ROOT));
    }
}
