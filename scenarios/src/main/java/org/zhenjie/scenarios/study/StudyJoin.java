package org.zhenjie.scenarios.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.scenarios.problem.Problems;
import org.zhenjie.scenarios.problem.Texts;
import org.zhenjie.scenarios.yaml.YamlFile;
import org.zhenjie.scenarios.yaml.YamlMap;

/**
 * The tables of departments that a study asks to be joined by unit code: {@code join} in the study file. They are read apart from
 * the rest of the study, which need not be whole yet.
 *
 * @param tables in the order of the study file, at least two
 * @param wins the table that wins, by field
 */
public record StudyJoin(List<DepartmentTable> tables, Map<String, String> wins) {
    /** Key of the unit code under {@code fields}; the column is called so where nothing else is said. */
    private static final String UNIT = "unit";

    private static final int LEAST_TABLES = 2;

    public StudyJoin {
        tables = List.copyOf(tables);
        wins = Map.copyOf(wins);
    }

    /**
     * What a study file says under {@code join}.
     *
     * @param tables by id, in the order of the file
     * @param wins table by field
     */
    record Spec(Map<String, Source> tables, Map<String, Located<String>> wins) {}

    /**
     * Reads the tables.
     *
     * @throws InputException if the study names none, or a table cannot be read or lacks a column that the study names
     */
    public static StudyJoin read(Path folder) {
        Problems problems = new Problems();
        Path base = folder.toAbsolutePath().normalize();
        YamlMap file = YamlFile.read(base.resolve(StudyFolder.STUDY), StudyFolder.STUDY, problems);
        Optional<Spec> spec = spec(file, problems);
        if (spec.isEmpty()) {
            throw new InputException(Problem.error(Texts.BUNDLE, "join.none", Where.file(StudyFolder.STUDY)));
        }
        problems.throwIfErrors();
        SourceReader reader = new SourceReader(base, problems);
        List<DepartmentTable> tables = new ArrayList<>();
        spec.get().tables().values().forEach(source -> problems.collect(() -> tables.add(table(reader, source))));
        problems.throwIfErrors();
        Map<String, String> wins = new LinkedHashMap<>();
        spec.get().wins().forEach((field, id) -> wins.put(field, id.value()));
        checkWins(tables, spec.get().wins(), problems);
        problems.throwIfErrors();
        return new StudyJoin(tables, wins);
    }

    /** Reads {@code join} of a study file, where there is one. */
    static Optional<Spec> spec(YamlMap file, Problems problems) {
        return file.optionalMap("join").map(join -> {
            YamlMap entries = join.map("tables");
            Map<String, Source> tables = new LinkedHashMap<>();
            entries.keys().forEach(id -> tables.put(id, source(id, entries.map(id), problems)));
            if (tables.size() < LEAST_TABLES) {
                problems.error("join.oneTable", join.where("tables"), tables.size());
            }
            Map<String, Located<String>> wins = new LinkedHashMap<>();
            join.optionalMap("wins")
                    .ifPresent(map -> map.keys()
                            .forEach(field -> wins.put(field, new Located<>(map.text(field), map.where(field)))));
            join.done();
            return new Spec(tables, wins);
        });
    }

    private static Source source(String id, YamlMap entry, Problems problems) {
        Map<String, Located<String>> columns = new LinkedHashMap<>();
        entry.optionalMap("fields")
                .ifPresent(fields -> fields.keys()
                        .forEach(field -> columns.put(field, new Located<>(fields.text(field), fields.where(field)))));
        Source source = Source.plain(id, entry, columns, problems);
        entry.done();
        return source;
    }

    private static DepartmentTable table(SourceReader reader, Source source) {
        Records records = reader.table(source);
        if (!records.require(UNIT)) {
            return new DepartmentTable(source.role(), source.file(), source.column(UNIT), List.of(), List.of());
        }
        List<String> fields = source.columns().keySet().stream().anyMatch(field -> !field.equals(UNIT))
                ? source.columns().keySet().stream()
                        .filter(field -> !field.equals(UNIT))
                        .toList()
                : records.columns().stream()
                        .filter(column -> !column.equals(source.column(UNIT)))
                        .toList();
        List<DepartmentTable.Row> rows = records.rows().stream()
                .map(row -> {
                    Map<String, String> values = new HashMap<>();
                    fields.forEach(field -> values.put(field, records.cell(row, field)));
                    return new DepartmentTable.Row(row.number(), records.cell(row, UNIT), values);
                })
                .toList();
        return new DepartmentTable(source.role(), source.file(), source.column(UNIT), fields, rows);
    }

    private static void checkWins(List<DepartmentTable> tables, Map<String, Located<String>> wins, Problems problems) {
        wins.forEach((field, id) -> {
            List<String> having = having(tables, field);
            if (!having.contains(id.value())) {
                problems.error("join.wins", id.where().value(id.value()), field, having);
            }
        });
    }

    private static List<String> having(List<DepartmentTable> tables, String field) {
        return tables.stream()
                .filter(table -> table.fields().contains(field))
                .map(DepartmentTable::id)
                .toList();
    }

    /** Ids of the tables that say something of a field. */
    public List<String> having(String field) {
        return having(tables, field);
    }

    /**
     * The same tables, with another one that wins for a field.
     *
     * @throws IllegalArgumentException if that table does not have the field
     */
    public StudyJoin withWinner(String field, String table) {
        if (!having(field).contains(table)) {
            throw new IllegalArgumentException(field + " is not in " + table);
        }
        Map<String, String> changed = new HashMap<>(wins);
        changed.put(field, table);
        return new StudyJoin(tables, changed);
    }
}
