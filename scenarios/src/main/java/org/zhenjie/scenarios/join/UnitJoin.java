package org.zhenjie.scenarios.join;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.scenarios.study.DepartmentTable;
import org.zhenjie.scenarios.study.StudyJoin;

/**
 * A full outer join of tables by unit code: every unit that any table knows, once. Codes are compared without blanks and in plain
 * (half-width) letters and digits; a code of 12 digits that ends with 000 is that of 9 digits where another table has it so.
 *
 * <p>For each field the value of the table that wins is taken, else of the first table in order that has one; a blank cell says
 * nothing. Tables disagree on a field where two of them say something else, see {@link Values#same}.
 *
 * @param tables ids, in order
 * @param fields all fields, in the order in which the tables bring them
 * @param units by code, ascending
 * @param disagreements by code, then by field
 * @param oddRows rows that could not be used as they stand, in the order of the tables
 */
public record UnitJoin(
        List<String> tables,
        List<String> fields,
        List<Unit> units,
        List<Disagreement> disagreements,
        List<OddRow> oddRows) {
    /** The field that people know units by. */
    private static final String NAME = "name";

    private static final int LONG_CODE = 12;
    private static final String WHOLE_TOWN = "000";

    public UnitJoin {
        tables = List.copyOf(tables);
        fields = List.copyOf(fields);
        units = List.copyOf(units);
        disagreements = List.copyOf(disagreements);
        oddRows = List.copyOf(oddRows);
    }

    /**
     * A unit.
     *
     * @param code unit code
     * @param in ids of the tables that have it, in order
     * @param values the value taken, by field; a field that no table fills is absent
     */
    public record Unit(String code, Set<String> in, Map<String, String> values) {
        public Unit {
            in = Collections.unmodifiableSet(new LinkedHashSet<>(in));
            values = Map.copyOf(values);
        }

        /** The name that people know it by; blank where no table has one. */
        public String name() {
            return values.getOrDefault(NAME, "");
        }
    }

    /**
     * Tables that say different things of one field of a unit.
     *
     * @param values what each table says, in order; a table that says nothing is absent
     * @param taken id of the table whose value was taken
     */
    public record Disagreement(Unit unit, String field, Map<String, String> values, String taken) {
        public Disagreement {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    /** Why a row is odd. */
    public enum Oddity {
        /** No unit code: the row is left out. */
        NO_CODE,
        /** The code stands in a row above: the row above counts. */
        TWICE,
        /** The code is written in another form than in the other tables; it was taken for the same unit. */
        OTHER_FORM
    }

    /**
     * An odd row.
     *
     * @param table id
     * @param where the cell of its unit code
     * @param code that it was taken for; blank where there is none
     */
    public record OddRow(Oddity oddity, String table, Where where, String code) {}

    /** The units that a table lacks though another one has them. */
    public List<Unit> missingIn(String table) {
        return units.stream().filter(unit -> !unit.in().contains(table)).toList();
    }

    /** Units that every table has. */
    public long inAll() {
        return units.stream().filter(unit -> unit.in().size() == tables.size()).count();
    }

    /** Joins tables. */
    public static UnitJoin of(StudyJoin join) {
        return new Joining(join).join();
    }

    /** The rows of the tables by code, while they are put together. */
    private static final class Joining {
        private final StudyJoin join;
        private final Map<String, Map<String, DepartmentTable.Row>> rows = new TreeMap<>();
        private final List<OddRow> odd = new ArrayList<>();

        Joining(StudyJoin join) {
            this.join = join;
        }

        UnitJoin join() {
            Set<String> codes = new LinkedHashSet<>();
            join.tables().forEach(table -> table.rows().forEach(row -> codes.add(Values.code(row.unit()))));
            join.tables().forEach(table -> table.rows().forEach(row -> add(table, row, codes)));
            Set<String> fields = new LinkedHashSet<>();
            join.tables().forEach(table -> fields.addAll(table.fields()));
            List<Unit> units = new ArrayList<>();
            List<Disagreement> disagreements = new ArrayList<>();
            rows.forEach((code, byTable) -> {
                Unit unit = unit(code, byTable, fields);
                units.add(unit);
                fields.forEach(field -> disagreement(unit, field, byTable).ifPresent(disagreements::add));
            });
            return new UnitJoin(
                    join.tables().stream().map(DepartmentTable::id).toList(),
                    List.copyOf(fields),
                    units,
                    disagreements,
                    odd);
        }

        private void add(DepartmentTable table, DepartmentTable.Row row, Set<String> codes) {
            String written = Values.code(row.unit());
            if (written.isEmpty()) {
                odd.add(new OddRow(Oddity.NO_CODE, table.id(), table.where(row), ""));
                return;
            }
            String code = shortened(written).filter(codes::contains).orElse(written);
            if (rows.computeIfAbsent(code, any -> new LinkedHashMap<>()).putIfAbsent(table.id(), row) != null) {
                odd.add(new OddRow(Oddity.TWICE, table.id(), table.where(row), code));
            } else if (!code.equals(row.unit())) {
                odd.add(new OddRow(Oddity.OTHER_FORM, table.id(), table.where(row), code));
            }
        }

        private static Optional<String> shortened(String code) {
            return code.length() == LONG_CODE && code.endsWith(WHOLE_TOWN)
                    ? Optional.of(code.substring(0, LONG_CODE - WHOLE_TOWN.length()))
                    : Optional.empty();
        }

        private Unit unit(String code, Map<String, DepartmentTable.Row> byTable, Set<String> fields) {
            Map<String, String> values = new LinkedHashMap<>();
            fields.forEach(field -> taken(field, byTable)
                    .ifPresent(table ->
                            values.put(field, byTable.get(table).values().get(field))));
            Set<String> in = new LinkedHashSet<>();
            join.tables().stream()
                    .map(DepartmentTable::id)
                    .filter(byTable::containsKey)
                    .forEach(in::add);
            return new Unit(code, in, values);
        }

        /** The table that wins if it says something, else the first that does. */
        private Optional<String> taken(String field, Map<String, DepartmentTable.Row> byTable) {
            return Stream.concat(Optional.ofNullable(join.wins().get(field)).stream(), join.having(field).stream())
                    .filter(table -> byTable.containsKey(table)
                            && !byTable.get(table)
                                    .values()
                                    .getOrDefault(field, "")
                                    .isEmpty())
                    .findFirst();
        }

        private Optional<Disagreement> disagreement(Unit unit, String field, Map<String, DepartmentTable.Row> byTable) {
            Map<String, String> said = new LinkedHashMap<>();
            for (String table : join.having(field)) {
                if (byTable.containsKey(table)) {
                    String value = byTable.get(table).values().getOrDefault(field, "");
                    if (!value.isEmpty()) {
                        said.put(table, value);
                    }
                }
            }
            String first = said.isEmpty() ? "" : said.values().iterator().next();
            return said.values().stream().allMatch(value -> Values.same(value, first))
                    ? Optional.empty()
                    : Optional.of(new Disagreement(
                            unit, field, said, taken(field, byTable).orElseThrow()));
        }
    }
}
