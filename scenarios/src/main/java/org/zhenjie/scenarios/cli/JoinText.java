package org.zhenjie.scenarios.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.scenarios.join.UnitJoin;
import org.zhenjie.scenarios.join.UnitJoin.Disagreement;
import org.zhenjie.scenarios.join.UnitJoin.OddRow;
import org.zhenjie.scenarios.join.UnitJoin.Unit;
import org.zhenjie.scenarios.study.DepartmentTable;
import org.zhenjie.scenarios.study.StudyJoin;

/** The tables of the departments side by side: what each has, where they disagree, and what was taken. */
final class JoinText {
    private static final int MOST_LINES = 40;
    private static final int MOST_UNITS = 8;

    private final Call call;
    private final CliTexts texts;
    private final Figures figures;

    JoinText(Call call) {
        this.call = call;
        this.texts = call.texts();
        this.figures = new Figures(call.locale());
    }

    void print(StudyJoin tables, UnitJoin join) {
        summary(tables, join);
        join.tables().forEach(table -> missing(table, join.missingIn(table)));
        oddRows(join.oddRows());
        disagreements(join);
    }

    private void summary(StudyJoin tables, UnitJoin join) {
        TextTable table = new TextTable(List.of(
                texts.get("join.table"),
                texts.get("join.file"),
                texts.get("join.rows"),
                texts.get("join.units"),
                texts.get("join.lacking")));
        for (DepartmentTable one : tables.tables()) {
            long lacking = join.missingIn(one.id()).size();
            table.row(
                    title(one.id()),
                    one.file(),
                    figures.whole(one.rows().size()),
                    figures.whole(join.units().size() - lacking),
                    figures.whole(lacking));
        }
        table.lines().forEach(call::print);
        call.print("");
        call.print(texts.get("join.total", join.units().size(), join.inAll()));
    }

    private void missing(String table, List<Unit> units) {
        if (!units.isEmpty()) {
            String shown = units.stream()
                    .limit(MOST_UNITS)
                    .map(unit -> (unit.code() + " " + unit.name()).strip())
                    .collect(Collectors.joining(texts.get("list.separator")));
            int more = units.size() - MOST_UNITS;
            call.print(texts.get("join.missing", title(table), shown)
                    + (more > 0 ? " " + texts.get("join.more", more) : ""));
        }
    }

    private void oddRows(List<OddRow> rows) {
        rows.stream().limit(MOST_LINES).forEach(row -> call.print(call.line(problem(row))));
        if (rows.size() > MOST_LINES) {
            call.print(texts.get("join.more", rows.size() - MOST_LINES));
        }
    }

    private static Problem problem(OddRow row) {
        return Problem.warning(CliTexts.BUNDLE, "join.odd." + row.oddity(), row.where(), row.code());
    }

    private void disagreements(UnitJoin join) {
        call.print("");
        if (join.disagreements().isEmpty()) {
            call.print(texts.get("join.agree"));
            return;
        }
        List<String> headings = new ArrayList<>(
                List.of(texts.get("join.disagreements", join.disagreements().size()), texts.get("join.field")));
        join.tables().forEach(table -> headings.add(title(table)));
        headings.add(texts.get("join.taken"));
        TextTable table = new TextTable(headings);
        join.disagreements().stream().limit(MOST_LINES).forEach(one -> table.row(row(join, one)));
        table.lines().forEach(call::print);
        if (join.disagreements().size() > MOST_LINES) {
            call.print(texts.get("join.moreInFile", join.disagreements().size() - MOST_LINES));
        }
    }

    private List<String> row(UnitJoin join, Disagreement one) {
        List<String> cells = new ArrayList<>();
        cells.add((one.unit().code() + " " + one.unit().name()).strip());
        cells.add(one.field());
        join.tables().forEach(table -> cells.add(one.values().getOrDefault(table, "")));
        cells.add(title(one.taken()));
        return cells;
    }

    private String title(String table) {
        return texts.or("join.table." + table, table);
    }
}
