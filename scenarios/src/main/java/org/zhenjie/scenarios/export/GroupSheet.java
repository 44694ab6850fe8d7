package org.zhenjie.scenarios.export;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.zhenjie.scenarios.group.TownGroups;
import org.zhenjie.scenarios.group.TownGroups.TownGroup;
import org.zhenjie.scenarios.group.TownTeams;
import org.zhenjie.scenarios.indicator.Unit;
import org.zhenjie.scenarios.study.Name;
import org.zhenjie.scenarios.study.Study;

/** The sheet of the groups of towns that a scenario asks for, with their teams; without groups there is none. */
final class GroupSheet {
    private static final String WHOLE = Unit.UNITS.pattern();
    private static final String NUMBER = "#,##0.##";
    private static final String SHARE = Unit.SHARE.pattern();
    private static final String KM = Unit.KM.pattern();

    private final List<TownGroups> groups;
    private final Study study;
    private final Locale locale;
    private final ExportTexts texts;

    GroupSheet(PlanReport report, Locale locale) {
        this.groups = report.groups();
        this.study = report.planned().study();
        this.locale = locale;
        this.texts = new ExportTexts(locale);
    }

    private record Row(TownGroups of, TownGroup group) {
        Optional<TownTeams> teams() {
            return of.teams();
        }
    }

    void write(Workbook workbook) {
        if (groups.isEmpty()) {
            return;
        }
        SheetTable<Row> sheet = groups();
        if (groups.stream().anyMatch(one -> one.teams().isPresent())) {
            teams(sheet);
        }
        List<Row> rows = groups.stream()
                .flatMap(of -> of.groups().stream().map(group -> new Row(of, group)))
                .toList();
        sheet.write(workbook.newWorksheet(texts.get("sheet.groups")), rows, 2);
    }

    private SheetTable<Row> groups() {
        return new SheetTable<Row>()
                .text(texts.get("column.grouping"), row -> text(row.of().task().name()))
                .number(texts.get("column.group"), WHOLE, row -> row.group().number())
                .text(
                        texts.get("column.groupName"),
                        row -> row.group().name(study).map(this::text).orElse(null))
                .text(
                        texts.get("column.groupTowns"),
                        row -> row.group().towns().stream()
                                .map(town -> text(town.name()))
                                .collect(Collectors.joining(texts.get("list.separator"))))
                .number(
                        texts.get("column.groupLoad"),
                        NUMBER,
                        row -> row.group().load())
                .number(
                        texts.get("column.groupDeviation"),
                        SHARE,
                        row -> row.group().deviation())
                .text(
                        texts.get("column.groupCentre"),
                        row -> text(row.group().centre().name()));
    }

    private void teams(SheetTable<Row> sheet) {
        sheet.number(
                        texts.get("column.teamPeople"),
                        WHOLE,
                        row -> row.teams()
                                .map(teams -> teams.problem().people())
                                .orElse(null))
                .text(
                        texts.get("column.teamBodies"),
                        row -> row.teams()
                                .map(teams -> teams.text(row.group().number(), locale, texts.get("list.separator")))
                                .orElse(null))
                .number(
                        texts.get("column.teamKm"),
                        KM,
                        row -> row.teams()
                                .map(teams -> teams.metres(row.group().number()) / 1000.0)
                                .orElse(null));
    }

    private String text(Name name) {
        return name.in(locale);
    }
}
