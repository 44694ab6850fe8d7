package org.zhenjie.gis.codes;

import static org.zhenjie.gis.problem.GisMessages.BUNDLE;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.table.Table;

/**
 * An official table of codes.
 *
 * @param names name by {@link UnitCode#shortest shortest} code, in the order of the table; villages are left out
 */
public record OfficialCodes(Map<String, String> names) {
    private static final List<String> CODE = List.of("code", "town_code", "代码", "行政区划代码", "统计用区划代码", "区划代码");
    private static final List<String> NAME = List.of("name", "town_name", "名称", "单位名称", "行政区划名称");

    public OfficialCodes {
        names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
    }

    /**
     * The codes of a table whose columns have names that are usual for them, such as {@code code} and {@code name} or 代码 and
     * 名称.
     *
     * @throws InputException if there are no such columns, or as {@link #of(Table, String, String)} says
     */
    public static OfficialCodes of(Table table) {
        return of(table, column(table, CODE), column(table, NAME));
    }

    private static String column(Table table, List<String> usual) {
        return usual.stream()
                .filter(table::has)
                .findFirst()
                // says which columns there are
                .orElseGet(() -> table.columns().get(table.column(usual.get(0))));
    }

    /**
     * The codes of a table.
     *
     * @throws InputException if a column is not there, or a code is not of 6, 9 or 12 digits or there with two names; all
     *     such rows are told, up to a dozen
     */
    public static OfficialCodes of(Table table, String codeColumn, String nameColumn) {
        int code = table.column(codeColumn);
        int name = table.column(nameColumn);
        Map<String, String> names = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (Table.Row row : table.rows()) {
            String written = row.cells().get(code);
            String plain = UnitCode.shortest(written);
            if (!UnitCode.isOfficial(written)) {
                problems.add(Problem.error(BUNDLE, "codes.notOfficial", table.where(row, codeColumn)));
            } else if (plain.length() <= 9) {
                String before = names.putIfAbsent(plain, row.cells().get(name));
                if (before != null && !before.equals(row.cells().get(name))) {
                    problems.add(Problem.error(BUNDLE, "codes.twoNames", table.where(row, codeColumn), before));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems.subList(0, Math.min(12, problems.size())));
        }
        return new OfficialCodes(names);
    }

    /** The official name of a code, however many digits it is written with. */
    public Optional<String> name(String code) {
        return Optional.ofNullable(names.get(UnitCode.shortest(code)));
    }

    /** Whether the table has codes of this length. */
    boolean hasLength(int digits) {
        return names.keySet().stream().anyMatch(code -> code.length() == digits);
    }
}
