package org.zhenjie.scenarios.study;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Geometry;
import org.zhenjie.gis.codes.OfficialCodes;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.gis.table.Table;
import org.zhenjie.scenarios.problem.Problems;

/**
 * The rows of one data source, whatever its format, read by the things that its columns hold. Accessors report what is wrong
 * and answer with a harmless stand-in, so that people hear of everything at once.
 */
final class Records {
    private static final Pattern WHOLE = Pattern.compile("([+-]?\\d{1,15})(\\.0{0,9})?");
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?(\\d{1,15}(\\.\\d{0,20})?|\\.\\d{1,20})([eE][+-]?\\d{1,2})?");
    private static final Pattern LIST = Pattern.compile("[;；]");

    private final Source source;
    private final List<String> columns;
    private final List<Row> rows;
    private final Problems problems;
    private final Map<String, Integer> positions = new HashMap<>();

    /** A row: its number as people see it, its cells in the order of the columns, its geometry in metres if it has one. */
    record Row(long number, List<String> cells, Optional<Geometry> geometry) {}

    Records(Source source, List<String> columns, List<Row> rows, Problems problems) {
        this.source = source;
        this.columns = List.copyOf(columns);
        this.rows = List.copyOf(rows);
        this.problems = problems;
        for (int i = 0; i < columns.size(); i++) {
            positions.put(columns.get(i), i);
        }
    }

    List<Row> rows() {
        return rows;
    }

    List<String> columns() {
        return columns;
    }

    /** Whether there is a column for a thing that may be left out; one that people named has to be there. */
    boolean has(String thing) {
        return positions.containsKey(source.column(thing));
    }

    /**
     * Reports each thing whose column is not there.
     *
     * @return whether all are there
     */
    boolean require(String... things) {
        Set<String> missing = new LinkedHashSet<>();
        Arrays.stream(things).filter(thing -> !has(thing)).forEach(missing::add);
        source.columns().keySet().stream().sorted().filter(thing -> !has(thing)).forEach(missing::add);
        missing.forEach(
                thing -> problems.error("source.noColumn", source.whereNamed(thing), thing, source.file(), columns));
        return missing.isEmpty();
    }

    Where where(Row row) {
        return Where.file(source.file()).row(row.number());
    }

    Where where(Row row, String thing) {
        Where where = where(row).field(source.column(thing));
        String cell = cell(row, thing);
        return cell.isEmpty() ? where : where.value(cell);
    }

    /** The cell as it stands, without surrounding blanks; empty where there is no such column. */
    String cell(Row row, String thing) {
        Integer position = positions.get(source.column(thing));
        return position == null ? "" : row.cells().get(position);
    }

    /** A text that has to be there. */
    String text(Row row, String thing) {
        String cell = cell(row, thing);
        if (cell.isEmpty()) {
            problems.error("cell.blank", where(row, thing));
        }
        return cell;
    }

    /** The name of the row in both languages; the Chinese one has to be there. */
    Name name(Row row) {
        String zh = text(row, "name");
        String en = cell(row, "name_en");
        return new Name(zh, en.isEmpty() ? zh : en);
    }

    /** A code that has to be there, once in the source. */
    String key(Row row, String thing, Map<String, Long> seen) {
        String code = text(row, thing);
        if (!code.isEmpty()) {
            Long first = seen.putIfAbsent(code, row.number());
            if (first != null) {
                problems.error("cell.twice", where(row, thing), first);
            }
        }
        return code;
    }

    /** A whole number that has to be there, within limits. */
    int whole(Row row, String thing, int least, int most) {
        text(row, thing);
        return optionalWhole(row, thing, least, most).orElse(least);
    }

    /** A whole number that may be left out, within limits. */
    OptionalInt optionalWhole(Row row, String thing, int least, int most) {
        String cell = cell(row, thing);
        if (cell.isEmpty()) {
            return OptionalInt.empty();
        }
        var matcher = WHOLE.matcher(cell);
        if (matcher.matches()) {
            long value = Long.parseLong(matcher.group(1));
            if (value >= least && value <= most) {
                return OptionalInt.of((int) value);
            }
        }
        problems.error("number.whole", where(row, thing), least, most);
        return OptionalInt.empty();
    }

    /** A decimal number that has to be there, within limits. */
    BigDecimal decimal(Row row, String thing, String least, String most) {
        text(row, thing);
        return optionalDecimal(row, thing, least, most).orElse(new BigDecimal(least));
    }

    /** A decimal number that may be left out, within limits. */
    Optional<BigDecimal> optionalDecimal(Row row, String thing, String least, String most) {
        String cell = cell(row, thing);
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        Optional<BigDecimal> value = number(cell)
                .filter(number ->
                        number.compareTo(new BigDecimal(least)) >= 0 && number.compareTo(new BigDecimal(most)) <= 0);
        if (value.isEmpty()) {
            problems.error("number.decimal", where(row, thing), least, most);
        }
        return value;
    }

    /** The number that a text is, if it is one. */
    static Optional<BigDecimal> number(String text) {
        return DECIMAL.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    /** The parts of a list split by semicolons, without blanks. */
    List<String> list(Row row, String thing) {
        List<String> parts = new ArrayList<>();
        for (String part : LIST.split(cell(row, thing))) {
            if (!part.isBlank()) {
                parts.add(part.strip());
            }
        }
        return parts;
    }

    /** A reference to one of the codes known; reports one that is not. */
    String reference(Row row, String thing, Known known) {
        String code = text(row, thing);
        if (!code.isEmpty()) {
            check(code, known, where(row, thing));
        }
        return code;
    }

    /** References in a list split by semicolons. */
    Set<String> references(Row row, String thing, Known known) {
        Set<String> codes = new LinkedHashSet<>(list(row, thing));
        codes.forEach(code -> check(code, known, where(row, thing).value(code)));
        return codes;
    }

    private void check(String code, Known known, Where where) {
        if (known.lacks(code)) {
            problems.error(known.problem(), where, known.examples());
        }
    }

    /**
     * The rows as an official table of codes.
     *
     * @throws org.zhenjie.gis.problem.InputException if the columns are not there or a code is none
     */
    OfficialCodes officialCodes() {
        Table table = new Table(
                source.file(),
                columns,
                rows.stream()
                        .map(row -> new Table.Row(row.number(), row.cells()))
                        .toList(),
                Optional.empty());
        return OfficialCodes.of(table, source.column("code"), source.column("name"));
    }

    Source source() {
        return source;
    }
}
