package org.zhenjie.scenarios.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.zhenjie.planner.allocation.AllocationPlan.Grant;
import org.zhenjie.planner.allocation.AllocationPlan.Posting;
import org.zhenjie.planner.allocation.PlanScore.RuleCost;
import org.zhenjie.scenarios.compare.Comparison;
import org.zhenjie.scenarios.indicator.Indicator;
import org.zhenjie.scenarios.indicator.Indicator.Plain;
import org.zhenjie.scenarios.indicator.IndicatorTable;
import org.zhenjie.scenarios.indicator.Level;
import org.zhenjie.scenarios.indicator.Region;
import org.zhenjie.scenarios.indicator.Unit;
import org.zhenjie.scenarios.plan.PlannedScenario;
import org.zhenjie.scenarios.plan.ProgramVersion;
import org.zhenjie.scenarios.plan.StudyProblem;
import org.zhenjie.scenarios.study.Name;
import org.zhenjie.scenarios.study.Study;
import org.zhenjie.scenarios.study.Study.Institution;
import org.zhenjie.scenarios.study.Study.Pool;
import org.zhenjie.scenarios.study.Study.StaffBlock;
import org.zhenjie.scenarios.study.Study.Town;

/** The workbook of a planned scenario: what a meeting goes through line by line. */
final class PlanWorkbook {
    private static final String POSTS = "#,##0";
    private static final String COST = "#,##0";
    private static final String SHARE = Unit.SHARE.pattern();
    private static final String KM = "#,##0.0";
    /** What a meeting holds two plans against each other by. */
    private static final List<Indicator> COMPARED = List.of(
            Plain.NEED,
            Plain.POSTS_AFTER,
            Plain.RATIO_AFTER,
            Plain.SHORTFALL,
            Plain.GRANTED,
            Plain.RECEIVED,
            Plain.TRAVEL);

    private final PlanReport report;
    private final PlannedScenario planned;
    private final Study study;
    private final Locale locale;
    private final ExportTexts texts;
    private final Map<String, Pool> pools = new HashMap<>();
    private final Map<String, StaffBlock> blocks = new HashMap<>();
    private final Map<String, Study.Department> departments = new HashMap<>();

    private PlanWorkbook(PlanReport report, Locale locale) {
        this.report = report;
        this.planned = report.planned();
        this.study = planned.study();
        this.locale = locale;
        this.texts = new ExportTexts(locale);
        study.pools().forEach(pool -> pools.put(pool.id(), pool));
        study.blocks().forEach(block -> blocks.put(block.id(), block));
        study.departments().forEach(department -> departments.put(department.id(), department));
    }

    /** Writes the workbook; it appears whole or not at all. */
    static void write(PlanReport report, Path file, Locale locale) throws IOException {
        StableZip.write(file, new PlanWorkbook(report, locale)::write);
    }

    private void write(Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                Workbook workbook = new Workbook(out, "Zhenjie", excelVersion())) {
            new SummarySheet(report, texts).write(workbook.newWorksheet(texts.get("sheet.summary")));
            towns().write(
                            workbook.newWorksheet(texts.get("sheet.towns")),
                            report.table().rows(Level.TOWN),
                            2);
            regions()
                    .write(
                            workbook.newWorksheet(texts.get("sheet.counties")),
                            report.table().rows().stream()
                                    .filter(row -> row.region().level() != Level.TOWN)
                                    .toList(),
                            2);
            grants().write(
                            workbook.newWorksheet(texts.get("sheet.grants")),
                            planned.plan().grants(),
                            0);
            moves().write(
                            workbook.newWorksheet(texts.get("sheet.moves")),
                            planned.plan().postings(),
                            1);
            if (!everyInstitution().isEmpty()) {
                institutions().write(workbook.newWorksheet(texts.get("sheet.institutions")), everyInstitution(), 2);
            }
            costs().write(
                            workbook.newWorksheet(texts.get("sheet.costs")),
                            planned.score().costs(),
                            0);
            new TermsSheets(planned, locale).write(workbook);
            new EvaluationSheets(report, locale).write(workbook);
            new GroupSheet(report, locale).write(workbook);
            if (report.againstBaseline().isPresent()) {
                comparison()
                        .write(
                                workbook.newWorksheet(texts.get("sheet.comparison")),
                                report.againstBaseline().get().rows(),
                                2);
            }
        }
    }

    /** The form that the file format prescribes: two numbers. */
    static String excelVersion() {
        String[] parts = ProgramVersion.current().split("[.-]");
        return parts[0] + "." + (parts.length > 1 ? parts[1] : "0");
    }

    private SheetTable<IndicatorTable.Row> towns() {
        Map<String, Integer> positions = new HashMap<>();
        study.towns().forEach(town -> positions.put(town.code(), positions.size()));
        SheetTable<IndicatorTable.Row> sheet = new SheetTable<IndicatorTable.Row>()
                .text(texts.get("column.code"), row -> row.region().code())
                .text(texts.get("column.town"), row -> text(row.region().name()))
                .text(texts.get("column.county"), row -> county(row.region()))
                .text(
                        texts.get("column.kind"),
                        row -> texts.get("kind."
                                + study.towns()
                                        .get(positions.get(row.region().code()))
                                        .kind()));
        indicators(sheet, Set.of(Level.TOWN));
        for (int i = 0; i < study.platforms().size(); i++) {
            int platform = i;
            String name = text(study.platforms().get(i).name());
            Function<IndicatorTable.Row, Integer> at =
                    row -> positions.get(row.region().code());
            sheet.number(
                    texts.get("column.platformNeed", name),
                    POSTS,
                    row -> planned.problem().towns().get(at.apply(row)).need().get(platform));
            sheet.number(
                    texts.get("column.platformPosts", name),
                    POSTS,
                    row -> planned.score().levels().get(at.apply(row)).get(platform));
        }
        return sheet;
    }

    private SheetTable<IndicatorTable.Row> regions() {
        SheetTable<IndicatorTable.Row> sheet = new SheetTable<IndicatorTable.Row>()
                .text(texts.get("column.code"), row -> row.region().code())
                .text(texts.get("column.region"), row -> text(row.region().name()));
        indicators(sheet, Set.of(Level.CITY, Level.COUNTY));
        return sheet;
    }

    private void indicators(SheetTable<IndicatorTable.Row> sheet, Set<Level> levels) {
        for (Indicator indicator : report.table().indicators()) {
            if (indicator.levels().containsAll(levels)) {
                sheet.optional(indicator.heading(locale), indicator.unit().pattern(), row -> row.value(indicator));
            }
        }
    }

    private SheetTable<Grant> grants() {
        return new SheetTable<Grant>()
                .text(texts.get("column.pool"), grant -> grant.pool())
                .text(
                        texts.get("column.poolName"),
                        grant -> text(pools.get(grant.pool()).name()))
                .text(
                        texts.get("column.quotaType"),
                        grant -> quotaType(pools.get(grant.pool()).quotaType()))
                .text(texts.get("column.code"), grant -> town(grant.town()).code())
                .text(texts.get("column.town"), grant -> text(town(grant.town()).name()))
                .text(
                        texts.get("column.county"),
                        grant -> county(town(grant.town()).county()))
                .text(texts.get("column.platform"), grant -> platform(grant.platform()))
                .number(texts.get("column.posts"), POSTS, Grant::posts);
    }

    /** Every unit of before, then those that were set up. */
    private List<Institution> everyInstitution() {
        return Stream.concat(
                        planned.baseline().institutions().stream(),
                        study.institutions().stream()
                                .filter(unit -> planned.baseline()
                                        .institution(unit.id())
                                        .isEmpty()))
                .toList();
    }

    private SheetTable<Institution> institutions() {
        Map<String, Institution> before = byId(planned.baseline().institutions());
        Map<String, Institution> after = byId(study.institutions());
        SheetTable<Institution> sheet = new SheetTable<Institution>()
                .text(texts.get("column.institution"), Institution::id)
                .text(texts.get("column.unitName"), unit -> text(unit.name()))
                .text(texts.get("column.unitKind"), unit -> texts.get("unitKind." + unit.kind()))
                .text(
                        texts.get("column.county"),
                        unit -> county(latest(unit, after).county()))
                .text(texts.get("column.quotaType"), unit -> quotaType(unit.quotaType()))
                .number(texts.get("column.unitBefore"), POSTS, unit -> posts(before, unit))
                .number(texts.get("column.unitAfter"), POSTS, unit -> posts(after, unit));
        if (everyInstitution().stream().anyMatch(unit -> unit.leaders().isPresent())) {
            sheet.number(texts.get("column.leadersBefore"), POSTS, unit -> leaders(before, unit))
                    .number(texts.get("column.leadersAfter"), POSTS, unit -> leaders(after, unit));
        }
        if (everyInstitution().stream()
                .anyMatch(unit -> planned.baseline().saturation(unit.id()).isPresent()
                        || study.saturation(unit.id()).isPresent())) {
            sheet.optional(
                            texts.get("column.saturationBefore"),
                            SHARE,
                            unit -> planned.baseline().saturation(unit.id()))
                    .optional(texts.get("column.saturationAfter"), SHARE, unit -> study.saturation(unit.id()));
        }
        return sheet.text(texts.get("column.unitFate"), unit -> fate(unit, before, after));
    }

    private static Map<String, Institution> byId(List<Institution> units) {
        Map<String, Institution> byId = new HashMap<>();
        units.forEach(unit -> byId.put(unit.id(), unit));
        return byId;
    }

    private static Institution latest(Institution unit, Map<String, Institution> after) {
        return after.getOrDefault(unit.id(), unit);
    }

    private static int posts(Map<String, Institution> units, Institution unit) {
        return units.containsKey(unit.id()) ? units.get(unit.id()).posts() : 0;
    }

    private static int leaders(Map<String, Institution> units, Institution unit) {
        return units.containsKey(unit.id()) ? units.get(unit.id()).leaders().orElse(0) : 0;
    }

    private String fate(Institution unit, Map<String, Institution> before, Map<String, Institution> after) {
        if (!after.containsKey(unit.id())) {
            return texts.get("unitFate.abolished");
        }
        Institution now = after.get(unit.id());
        if (now.stands()) {
            return texts.get(before.containsKey(unit.id()) ? "unitFate.stands" : "unitFate.founded");
        }
        String host = text(after.get(now.mergedInto().orElseThrow()).name());
        return texts.get(now.isBranch() ? "unitFate.branch" : "unitFate.merged", host);
    }

    private SheetTable<Posting> moves() {
        return new SheetTable<Posting>()
                .text(texts.get("column.block"), Posting::block)
                .text(
                        texts.get("column.department"),
                        posting -> text(department(posting).name()))
                .text(
                        texts.get("column.fromCounty"),
                        posting -> county(department(posting).county()))
                .text(
                        texts.get("column.quotaType"),
                        posting -> quotaType(block(posting).quotaType()))
                .number(
                        texts.get("column.people"),
                        POSTS,
                        posting -> block(posting).size())
                .text(
                        texts.get("column.skills"),
                        posting -> String.join(
                                ", ", block(posting).skills().stream().sorted().toList()))
                .text(
                        texts.get("column.toCode"),
                        posting -> town(posting.town()).code())
                .text(
                        texts.get("column.toTown"),
                        posting -> text(town(posting.town()).name()))
                .text(texts.get("column.platform"), posting -> platform(posting.platform()))
                .text(texts.get("column.fits"), posting -> texts.get(fits(posting) ? "yes" : "no"))
                .number(texts.get("column.km"), KM, posting -> metres(posting) / 1000.0);
    }

    private SheetTable<RuleCost> costs() {
        return new SheetTable<RuleCost>()
                .text(texts.get("column.rule"), cost -> cost.rule().name())
                .text(texts.get("column.ruleName"), cost -> texts.get("rule." + cost.rule()))
                .text(
                        texts.get("column.town"),
                        cost -> cost.town().isPresent()
                                ? text(town(cost.town().getAsInt()).name())
                                : null)
                .text(texts.get("column.decision"), cost -> cost.decision().orElse(null))
                .number(texts.get("column.amount"), COST, RuleCost::amount)
                .number(texts.get("column.weight"), COST, RuleCost::weight)
                .number(texts.get("column.cost"), COST, RuleCost::cost);
    }

    private SheetTable<Comparison.Row> comparison() {
        SheetTable<Comparison.Row> sheet = new SheetTable<Comparison.Row>()
                .text(texts.get("column.code"), row -> row.region().code())
                .text(texts.get("column.region"), row -> text(row.region().name()))
                .text(
                        texts.get("column.level"),
                        row -> texts.get("level." + row.region().level()))
                .text(texts.get("column.presence"), row -> texts.get("presence." + row.presence()));
        List<Indicator> columns = new ArrayList<>(COMPARED);
        Stream.of(Plain.SPREAD).forEach(columns::add);
        for (Indicator indicator : columns) {
            String pattern = indicator.unit().pattern();
            String heading = indicator.heading(locale);
            sheet.optional(
                    texts.get("column.baseline", heading),
                    pattern,
                    row -> row.cell(indicator).a());
            sheet.optional(
                    texts.get("column.scenario", heading),
                    pattern,
                    row -> row.cell(indicator).b());
            sheet.optional(
                    texts.get("column.difference", heading),
                    signed(pattern),
                    row -> row.cell(indicator).difference());
        }
        return sheet;
    }

    static String signed(String pattern) {
        return "+" + pattern + ";-" + pattern + ";" + pattern;
    }

    private String text(Name name) {
        return name.in(locale);
    }

    private Town town(int position) {
        return study.towns().get(position);
    }

    private String county(Region region) {
        return region.county().map(this::county).orElse("");
    }

    private String county(String code) {
        return study.county(code).map(county -> text(county.name())).orElse(code);
    }

    private String platform(int position) {
        return text(study.platforms().get(position).name());
    }

    private String quotaType(String id) {
        return study.quotaTypes().stream()
                .filter(type -> type.id().equals(id))
                .map(type -> text(type.name()))
                .findFirst()
                .orElse(id);
    }

    private StaffBlock block(Posting posting) {
        return blocks.get(posting.block());
    }

    private Study.Department department(Posting posting) {
        return departments.get(block(posting).department());
    }

    private boolean fits(Posting posting) {
        return IntStream.range(0, planned.problem().blocks().size())
                .mapToObj(i -> planned.problem().blocks().get(i))
                .filter(block -> block.id().equals(posting.block()))
                .anyMatch(block -> block.fits().contains(posting.platform()));
    }

    private long metres(Posting posting) {
        return StudyProblem.metres(planned.study(), block(posting), town(posting.town()));
    }
}
