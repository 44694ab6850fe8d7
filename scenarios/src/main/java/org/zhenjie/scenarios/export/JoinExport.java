package org.zhenjie.scenarios.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.zhenjie.gis.write.AtomicFiles;
import org.zhenjie.scenarios.join.UnitJoin;
import org.zhenjie.scenarios.join.UnitJoin.Disagreement;
import org.zhenjie.scenarios.join.UnitJoin.OddRow;
import org.zhenjie.scenarios.join.UnitJoin.Unit;

/** Writes joined tables: a workbook with all that was found, or the units alone as CSV in UTF-8. */
public final class JoinExport {
    /** What a spreadsheet may take for a number without changing it: no leading zeros, no more digits than it holds. */
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,14})(\\.\\d{1,12})?");

    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

    private final UnitJoin join;
    private final ExportTexts texts;

    private JoinExport(UnitJoin join, Locale locale) {
        this.join = join;
        this.texts = new ExportTexts(locale);
    }

    /** Whether a file's ending is one of those that can be written: {@code .xlsx}, {@code .csv}. */
    public static boolean canWrite(Path file) {
        return isWorkbook(file) || ending(file).endsWith(".csv");
    }

    private static boolean isWorkbook(Path file) {
        return ending(file).endsWith(".xlsx");
    }

    private static String ending(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    }

    /**
     * Writes the file whole or not at all.
     *
     * @throws IOException if the place cannot be written
     */
    public static void write(UnitJoin join, Path file, Locale locale) throws IOException {
        JoinExport export = new JoinExport(join, locale);
        if (isWorkbook(file)) {
            StableZip.write(file, export::workbook);
        } else {
            String text = export.csv();
            AtomicFiles.write(file, temporary -> Files.writeString(temporary, text, StandardCharsets.UTF_8));
        }
    }

    private String csv() throws IOException {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
            List<String> header = new ArrayList<>(List.of("unit"));
            header.addAll(join.fields());
            header.addAll(List.of("tables", "disagrees"));
            printer.printRecord(header);
            for (Unit unit : join.units()) {
                List<String> cells = new ArrayList<>(List.of(unit.code()));
                join.fields().forEach(field -> cells.add(unit.values().getOrDefault(field, "")));
                cells.add(String.join(";", unit.in()));
                cells.add(String.join(";", disagreeing(unit)));
                printer.printRecord(cells);
            }
        }
        return text.toString();
    }

    private List<String> disagreeing(Unit unit) {
        return join.disagreements().stream()
                .filter(one -> one.unit().equals(unit))
                .map(Disagreement::field)
                .toList();
    }

    private record Absence(Unit unit, String table) {}

    private void workbook(Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                Workbook workbook = new Workbook(out, "Zhenjie", PlanWorkbook.excelVersion())) {
            units().write(workbook.newWorksheet(texts.get("sheet.units")), join.units(), 1);
            disagreements().write(workbook.newWorksheet(texts.get("sheet.disagreements")), join.disagreements(), 1);
            List<Absence> absences = join.tables().stream()
                    .flatMap(table -> join.missingIn(table).stream().map(unit -> new Absence(unit, table)))
                    .toList();
            absences().write(workbook.newWorksheet(texts.get("sheet.absences")), absences, 1);
            oddRows().write(workbook.newWorksheet(texts.get("sheet.oddRows")), join.oddRows(), 1);
        }
    }

    private SheetTable<Unit> units() {
        SheetTable<Unit> sheet = new SheetTable<Unit>().text(texts.get("column.unit"), Unit::code);
        join.fields()
                .forEach(field ->
                        sheet.text(field(field), unit -> cell(unit.values().get(field))));
        return sheet.text(
                texts.get("column.tables"),
                unit -> String.join(
                        texts.get("list.separator"),
                        unit.in().stream().map(this::table).toList()));
    }

    private SheetTable<Disagreement> disagreements() {
        SheetTable<Disagreement> sheet = new SheetTable<Disagreement>()
                .text(texts.get("column.unit"), one -> one.unit().code())
                .text(texts.get("column.name"), one -> one.unit().name())
                .text(texts.get("column.field"), one -> field(one.field()));
        join.tables()
                .forEach(table ->
                        sheet.text(table(table), one -> cell(one.values().get(table))));
        return sheet.text(texts.get("column.taken"), one -> table(one.taken()));
    }

    private SheetTable<Absence> absences() {
        return new SheetTable<Absence>()
                .text(texts.get("column.unit"), one -> one.unit().code())
                .text(texts.get("column.name"), one -> one.unit().name())
                .text(texts.get("column.missingIn"), one -> table(one.table()));
    }

    private SheetTable<OddRow> oddRows() {
        return new SheetTable<OddRow>()
                .text(texts.get("column.table"), one -> table(one.table()))
                .text(texts.get("column.file"), one -> one.where().file().orElse(""))
                .number(texts.get("column.row"), "0", one -> one.where().row().orElse(0))
                .text(texts.get("column.value"), one -> one.where().value().orElse(""))
                .text(texts.get("column.why"), one -> texts.get("odd." + one.oddity()))
                .text(texts.get("column.unit"), OddRow::code);
    }

    private static Object cell(String value) {
        if (value == null) {
            return null;
        }
        return NUMBER.matcher(value).matches() ? (Object) Double.valueOf(value) : value;
    }

    private String table(String id) {
        return texts.or("table." + id, id);
    }

    private String field(String id) {
        return texts.or("field." + id, id);
    }
}
