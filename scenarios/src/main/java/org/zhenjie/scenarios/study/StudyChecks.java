package org.zhenjie.scenarios.study;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Envelope;
import org.zhenjie.gis.coverage.Finding;
import org.zhenjie.gis.problem.Severity;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.gis.report.CheckOptions;
import org.zhenjie.gis.report.LayerFindings;
import org.zhenjie.scenarios.problem.Problems;
import org.zhenjie.scenarios.study.Records.Row;
import org.zhenjie.scenarios.study.Study.County;
import org.zhenjie.scenarios.study.Study.Department;
import org.zhenjie.scenarios.study.Study.Held;
import org.zhenjie.scenarios.study.Study.Institution;
import org.zhenjie.scenarios.study.Study.Norm;
import org.zhenjie.scenarios.study.Study.ServicePoint;
import org.zhenjie.scenarios.study.Study.StaffBlock;
import org.zhenjie.scenarios.study.Study.Town;
import org.zhenjie.scenarios.study.Study.Zone;
import org.zhenjie.scenarios.travel.Measure;

/** What the parts of a study say of each other. */
final class StudyChecks {
    private static final double FAR_METRES = 50_000;

    private final Study study;
    private final StudyConfig config;
    private final Map<DataRole, Records> records;
    private final Problems problems;
    private LayerFindings findings;

    StudyChecks(Study study, StudyConfig config, Map<DataRole, Records> records, Problems problems) {
        this.study = study;
        this.config = config;
        this.records = records;
        this.problems = problems;
    }

    /** Reports what is wrong. */
    void check(TownFindings towns) {
        rates();
        attributeRules();
        minutes();
        figures();
        zoneCodes();
        headCounts();
        institutions();
        duties();
        retirements();
        // beyond this point everything is measured on the towns: with broken ones people would hear of the same twice
        if (!problems.hasErrors()) {
            findings = towns.check(CheckOptions.DEFAULT);
            norms();
            coverage();
            townsWithoutStaff();
            countiesWithoutTowns();
            seats();
            servicePoints();
            homes();
            new ShiftChecks(study, config, problems).check();
            new GroundChecks(study, problems)
                    .check(file(DataRole.SETTLEMENTS), file(DataRole.ROADS), file(DataRole.DISTANCES));
        }
    }

    /** Rules are for indicators that there are. */
    private void attributeRules() {
        Records indicators = records.get(DataRole.INDICATORS);
        if (indicators == null) {
            return;
        }
        Set<String> known = new LinkedHashSet<>();
        study.towns().forEach(town -> known.addAll(town.attributes().keySet()));
        config.attributeRules().forEach((name, rule) -> {
            if (!known.contains(name)) {
                problems.error(
                        "attribute.unknown",
                        rule.where().value(name),
                        known.stream().sorted().toList());
            }
        });
    }

    /** Straight lines take no time. */
    private void minutes() {
        boolean timed = config.sources().containsKey(DataRole.ROADS.key())
                || config.sources().containsKey(DataRole.DISTANCES.key());
        study.serviceKinds().stream()
                .filter(kind -> kind.measure() == Measure.MINUTES && !timed)
                .forEach(kind -> problems.error(
                        "service.minutes",
                        Where.file(StudyFolder.STUDY).field("service_kinds").value(kind.id())));
    }

    /** What is wrong with the towns; only where there were no errors. */
    LayerFindings findings() {
        return findings;
    }

    private Where file(DataRole role) {
        Source source = config.sources().get(role.key());
        return source == null ? Where.file(StudyFolder.STUDY) : Where.file(source.file());
    }

    private void rates() {
        Records indicators = records.get(DataRole.INDICATORS);
        if (indicators == null) {
            return;
        }
        Set<String> known = new LinkedHashSet<>(List.of(Norms.PEOPLE, Norms.AREA));
        known.addAll(indicators.columns());
        DataRole.INDICATORS.fields().stream()
                .map(thing -> indicators.source().column(thing))
                .filter(column -> !column.equals(Norms.PEOPLE))
                .forEach(known::remove);
        for (Located<Norm> norm : config.norms()) {
            norm.value().rates().keySet().stream()
                    .filter(rate -> !known.contains(rate))
                    .sorted()
                    .forEach(rate -> problems.error("norm.rate", norm.where().value(rate), known));
        }
    }

    private void figures() {
        Records indicators = records.get(DataRole.INDICATORS);
        if (indicators == null || !indicators.has("town")) {
            return;
        }
        Set<String> told = indicators.rows().stream()
                .map(row -> indicators.cell(row, "town"))
                .collect(Collectors.toSet());
        study.towns().stream()
                .filter(town -> !told.contains(town.code()))
                .forEach(town -> problems.error(
                        "indicator.noTown",
                        file(DataRole.INDICATORS).value(town.code()),
                        town.name().both()));
    }

    private void zoneCodes() {
        Set<String> counties = study.counties().stream().map(County::code).collect(Collectors.toSet());
        study.zones().stream()
                .map(Zone::code)
                .filter(code -> counties.contains(code) || code.equals(Study.Pool.CITY))
                .forEach(
                        code -> problems.error("zone.code", file(DataRole.ZONES).value(code)));
    }

    private void headCounts() {
        Map<String, Long> blocks = new HashMap<>();
        study.blocks().forEach(block -> blocks.merge(block.department(), (long) block.size(), Long::sum));
        for (Department department : study.departments()) {
            long people = blocks.getOrDefault(department.id(), 0L);
            if (people > department.headCount()) {
                problems.error(
                        "department.headCount",
                        file(DataRole.DEPARTMENTS).value(department.id()),
                        department.headCount(),
                        people);
            }
        }
    }

    /** The shares of each duty add up to the whole, and its hours can be counted in posts. */
    private void duties() {
        Duties duties = study.terms().duties();
        if (duties.hoursPerPost() == 0 && !duties.all().isEmpty()) {
            problems.error("duty.noHours", Where.file(StudyFolder.STUDY).field("workload"));
        }
        duties.unbalanced()
                .forEach((duty, sum) -> problems.error(
                        "duty.shares",
                        file(DataRole.DUTY_HOLDERS).value(duty.id()),
                        duty.name().both(),
                        sum.stripTrailingZeros().toPlainString(),
                        duties.holdings().stream()
                                .filter(one -> one.duty().equals(duty.id()))
                                .map(one -> one.holder() + " "
                                        + one.share().stripTrailingZeros().toPlainString())
                                .toList()));
        Records indicators = records.get(DataRole.INDICATORS);
        config.workload()
                .indicator()
                .filter(name -> indicators != null && !indicators.columns().contains(name.value()))
                .ifPresent(name ->
                        problems.error("duty.indicator", name.where().value(name.value()), indicators.columns()));
    }

    /** A unit of a town is one of the town's county. */
    private void institutions() {
        for (Institution unit : study.institutions()) {
            unit.town()
                    .flatMap(study::town)
                    .filter(town -> !town.county().equals(unit.county()))
                    .ifPresent(town -> problems.error(
                            "institution.county",
                            file(DataRole.INSTITUTIONS).value(unit.id()),
                            town.code(),
                            town.county(),
                            unit.county()));
        }
    }

    /** Posts never change their quota type on the way to a pool (H9). */
    private void retirements() {
        study.terms()
                .retirements()
                .forEach(one -> one.pool()
                        .flatMap(study::pool)
                        .filter(pool -> !pool.quotaType().equals(one.quotaType()))
                        .ifPresent(pool -> problems.error(
                                "retirement.type",
                                file(DataRole.RETIREMENTS).value(pool.id()),
                                pool.quotaType(),
                                one.town(),
                                one.quotaType())));
    }

    private void norms() {
        Norms norms = new Norms(study);
        for (Town town : study.towns()) {
            norms.uncovered(town)
                    .forEach(platform -> problems.error(
                            "norm.none",
                            Where.file(StudyFolder.STUDY).field("norms"),
                            town.code(),
                            town.name().both(),
                            town.kind(),
                            study.isInZone(town.code()),
                            platform.id()));
        }
    }

    /** Notes are for those who ask for a check; whoever plans hears of what should be mended. */
    private void coverage() {
        // points are told row by row
        findings.without(Finding.Kind.POINT_OUTSIDE).problems().stream()
                .filter(problem -> problem.severity() == Severity.WARNING)
                .forEach(problems::add);
    }

    private void townsWithoutStaff() {
        Set<String> staffed = study.held().stream()
                .filter(held -> held.posts() > 0)
                .map(Held::town)
                .collect(Collectors.toSet());
        study.towns().stream()
                .filter(town -> !staffed.contains(town.code()))
                .forEach(town -> problems.warning(
                        "town.noStaff",
                        file(DataRole.STAFF).value(town.code()),
                        town.name().both()));
    }

    private void countiesWithoutTowns() {
        Set<String> used = study.towns().stream().map(Town::county).collect(Collectors.toCollection(HashSet::new));
        study.counties().stream()
                .filter(county -> !used.contains(county.code()))
                .forEach(county -> problems.warning(
                        "county.noTowns",
                        file(DataRole.COUNTIES).value(county.code()),
                        county.name().both()));
    }

    private void seats() {
        study.towns().stream()
                .filter(town -> !town.boundary().covers(town.seat()))
                .forEach(town -> problems.warning(
                        "town.seatOutside",
                        file(DataRole.INDICATORS).value(town.code()),
                        town.name().both(),
                        Math.round(town.boundary().distance(town.seat()))));
    }

    private void servicePoints() {
        Records points = records.get(DataRole.SERVICE_POINTS);
        if (points == null) {
            return;
        }
        TownFinder finder = new TownFinder(study.towns());
        Map<String, Row> rows = new HashMap<>();
        points.rows().forEach(row -> rows.put(points.cell(row, "id"), row));
        for (ServicePoint point : study.servicePoints()) {
            if (finder.at(point.location()).isEmpty()) {
                problems.warning("service.outside", points.where(rows.get(point.id()), "id"));
            }
        }
    }

    private void homes() {
        Records blocks = records.get(DataRole.DEVOLVED_STAFF);
        if (blocks == null) {
            return;
        }
        Envelope near = new Envelope();
        study.towns().forEach(town -> near.expandToInclude(town.boundary().getEnvelopeInternal()));
        near.expandBy(FAR_METRES);
        Map<String, Row> rows = new HashMap<>();
        blocks.rows().forEach(row -> rows.put(blocks.cell(row, "id"), row));
        for (StaffBlock block : study.blocks()) {
            if (!near.contains(block.home())) {
                problems.warning("block.farHome", blocks.where(rows.get(block.id()), "home_lon"), FAR_METRES / 1000);
            }
        }
    }
}
