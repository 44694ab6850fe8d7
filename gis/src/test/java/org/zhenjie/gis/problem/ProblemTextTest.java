package org.zhenjie.gis.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ProblemTextTest {
    private static final String BUNDLE = "org.zhenjie.gis.messages";

    private final Where cell =
            Where.file("data/staff.csv").row(12).field("posts").value("abc");

    @Test
    void it_names_file_row_field_and_value_before_what_is_wrong() {
        Problem problem = Problem.error(BUNDLE, "value.notNumber", cell);

        assertThat(problem.text(Locale.ENGLISH))
                .isEqualTo("data/staff.csv, row 12, field posts, value “abc”: "
                        + "text where a number is expected; correct the value");
        assertThat(problem.text(Locale.CHINA)).isEqualTo("data/staff.csv、第 12 行、字段 posts、值“abc”：应为数字，却是文字；请改正");
    }

    @Test
    void numbers_have_no_separators_because_they_may_be_codes() {
        Problem problem = Problem.error(BUNDLE, "dbf.truncated", Where.file("a.dbf"), 441581101, 12);

        assertThat(problem.text(Locale.ENGLISH)).contains("promises 441581101 records");
    }

    @Test
    void a_detail_that_quotes_a_damaged_file_at_length_is_cut() {
        Problem problem = Problem.error(BUNDLE, "gpkg.damaged", Where.file("a.gpkg"), "x".repeat(10_000));

        assertThat(problem.text(Locale.ENGLISH)).contains("xxx…").hasSizeLessThan(500);
    }

    @Test
    void lists_are_joined_as_the_language_joins_them() {
        Problem problem =
                Problem.error(BUNDLE, "field.unknown", Where.file("a.shp").field("NAM"), List.of("CODE", "NAME"));

        assertThat(problem.text(Locale.ENGLISH)).endsWith("the fields are CODE, NAME");
        assertThat(problem.text(Locale.CHINESE)).endsWith("现有字段：CODE、NAME");
    }

    @Test
    void other_languages_get_english_whatever_the_machine_speaks() {
        Locale machine = Locale.getDefault();
        try {
            Locale.setDefault(Locale.CHINA);
            assertThat(Problem.error(BUNDLE, "file.empty", Where.nowhere()).text(Locale.ENGLISH))
                    .startsWith("the file is empty");
        } finally {
            Locale.setDefault(machine);
        }
    }

    @Test
    void a_long_value_is_shortened_and_kept_on_one_line() {
        String text = Problem.error(BUNDLE, "value.notNumber", cell.value("a\nb" + "x".repeat(500)))
                .text(Locale.ENGLISH);

        assertThat(text).hasSizeLessThan(200).contains("a bxxx").contains("…").doesNotContain("\n");
    }

    @Test
    void an_input_exception_wants_an_error_among_its_problems() {
        Problem note = Problem.note(BUNDLE, "csv.assumedWgs84", Where.file("a.csv"));

        assertThatThrownBy(() -> new InputException(note)).isInstanceOf(IllegalArgumentException.class);
    }
}
