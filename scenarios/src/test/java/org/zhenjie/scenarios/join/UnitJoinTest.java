package org.zhenjie.scenarios.join;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhenjie.scenarios.join.UnitJoin.Disagreement;
import org.zhenjie.scenarios.join.UnitJoin.Oddity;
import org.zhenjie.scenarios.join.UnitJoin.Unit;
import org.zhenjie.scenarios.study.DepartmentTable;
import org.zhenjie.scenarios.study.StudyJoin;

class UnitJoinTest {
    private static final DepartmentTable ORGANIZATION = table(
            "organization",
            List.of("name", "posts"),
            List.of(List.of("441502001", "东城街道", "30"), List.of("441502002", "河口镇", "20")));
    private static final DepartmentTable FINANCE = table(
            "finance",
            List.of("name", "posts", "payroll"),
            List.of(List.of("441502002", "河口镇", "22", "310.5"), List.of("441502003", "石桥镇", "18", "")));

    @Test
    void every_unit_of_any_table_is_there_once_in_order_of_its_code() {
        UnitJoin join = join(ORGANIZATION, FINANCE);

        assertThat(join.units()).extracting(Unit::code).containsExactly("441502001", "441502002", "441502003");
        assertThat(join.inAll()).isEqualTo(1);
        assertThat(join.missingIn("organization")).extracting(Unit::code).containsExactly("441502003");
        assertThat(join.missingIn("finance")).extracting(Unit::name).containsExactly("东城街道");
    }

    @Test
    void a_disagreement_shows_every_source_and_the_one_that_is_taken() {
        Disagreement one = join(ORGANIZATION, FINANCE).disagreements().get(0);

        assertThat(one.unit().code()).isEqualTo("441502002");
        assertThat(one.field()).isEqualTo("posts");
        assertThat(one.values()).containsExactly(Map.entry("organization", "20"), Map.entry("finance", "22"));
        assertThat(one.taken()).isEqualTo("organization");
        assertThat(one.unit().values()).containsEntry("posts", "20");
    }

    @Test
    void the_chosen_source_wins_for_its_field_only() {
        UnitJoin join = UnitJoin.of(new StudyJoin(List.of(ORGANIZATION, FINANCE), Map.of("posts", "finance")));

        assertThat(join.units().get(1).values()).containsEntry("posts", "22").containsEntry("name", "河口镇");
        assertThat(join.disagreements().get(0).taken()).isEqualTo("finance");
    }

    @Test
    void where_the_winner_says_nothing_the_next_table_is_asked() {
        UnitJoin join = UnitJoin.of(new StudyJoin(List.of(ORGANIZATION, FINANCE), Map.of("posts", "finance")));

        assertThat(join.units().get(0).values()).containsEntry("posts", "30");
        assertThat(join.units().get(2).values()).doesNotContainKey("payroll");
    }

    @ParameterizedTest
    @CsvSource({
        "'1,200', 1200.0, true",
        "１２, 12, true",
        "12, 12.5, false",
        "'河口 镇', '河口  镇', true",
        "河口镇, 河口乡, false",
        "012, 12, true",
        "'1,2', 12, false"
    })
    void cells_say_the_same_where_only_the_writing_differs(String one, String other, boolean same) {
        DepartmentTable a = table("a", List.of("x"), List.of(List.of("1", one)));
        DepartmentTable b = table("b", List.of("x"), List.of(List.of("1", other)));

        assertThat(join(a, b).disagreements().isEmpty()).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({"４４１５０２００１", "' 441502001 '", "441502001.0", "441502001000", "'''441502001'"})
    void a_code_in_another_form_is_taken_for_the_same_unit_and_told(String written) {
        DepartmentTable other = table("finance", List.of("name"), List.of(List.of(written, "东城街道")));

        UnitJoin join = join(ORGANIZATION, other);

        assertThat(join.units()).hasSize(2);
        assertThat(join.oddRows()).singleElement().satisfies(row -> {
            assertThat(row.oddity()).isEqualTo(Oddity.OTHER_FORM);
            assertThat(row.code()).isEqualTo("441502001");
        });
    }

    @Test
    void a_village_committee_is_not_its_town() {
        DepartmentTable other = table("finance", List.of("name"), List.of(List.of("441502001201", "村")));

        assertThat(join(ORGANIZATION, other).units()).hasSize(3);
    }

    @Test
    void a_code_that_stands_twice_counts_once_and_is_told_with_its_row() {
        DepartmentTable twice = table(
                "finance",
                List.of("posts"),
                List.of(List.of("441502001", "30"), List.of("441502001", "31"), List.of("", "7")));

        UnitJoin join = join(ORGANIZATION, twice);

        assertThat(join.disagreements()).isEmpty();
        assertThat(join.oddRows()).extracting(UnitJoin.OddRow::oddity).containsExactly(Oddity.TWICE, Oddity.NO_CODE);
        assertThat(join.oddRows().get(0).where().row()).hasValue(3);
    }

    @Property
    void a_value_is_lost_only_where_another_table_was_preferred(
            @ForAll @Size(max = 20) List<@IntRange(max = 15) Integer> first,
            @ForAll @Size(max = 20) List<@IntRange(max = 15) Integer> second) {
        DepartmentTable a = numbers("a", first, 100);
        DepartmentTable b = numbers("b", second, 200);

        UnitJoin join = join(a, b);

        Set<String> all = new LinkedHashSet<>();
        first.forEach(code -> all.add("U" + code));
        second.forEach(code -> all.add("U" + code));
        assertThat(join.units())
                .extracting(Unit::code)
                .containsExactlyElementsOf(all.stream().sorted().toList());
        for (Unit unit : join.units()) {
            int code = Integer.parseInt(unit.code().substring(1));
            assertThat(unit.values()).containsEntry("x", String.valueOf(code + (first.contains(code) ? 100 : 200)));
        }
        long both = new LinkedHashSet<>(first).stream().filter(second::contains).count();
        assertThat(join.inAll()).isEqualTo(both);
        assertThat(join.disagreements()).hasSize((int) both);
    }

    private static DepartmentTable numbers(String id, List<Integer> codes, int offset) {
        return table(
                id,
                List.of("x"),
                codes.stream()
                        .map(code -> List.of("U" + code, String.valueOf(code + offset)))
                        .toList());
    }

    private static UnitJoin join(DepartmentTable... tables) {
        return UnitJoin.of(new StudyJoin(List.of(tables), Map.of()));
    }

    private static DepartmentTable table(String id, List<String> fields, List<List<String>> cells) {
        List<DepartmentTable.Row> rows = new ArrayList<>();
        for (List<String> line : cells) {
            Map<String, String> values = new HashMap<>();
            for (int i = 0; i < fields.size(); i++) {
                values.put(fields.get(i), line.get(i + 1));
            }
            rows.add(new DepartmentTable.Row(rows.size() + 2, line.get(0), values));
        }
        return new DepartmentTable(id, id + ".csv", "unit", fields, rows);
    }
}
