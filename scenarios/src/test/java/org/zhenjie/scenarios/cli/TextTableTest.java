package org.zhenjie.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void columns_stand_in_line_where_chinese_and_latin_names_mix() {
        List<String> lines = new TextTable(List.of("", "编制"))
                .row("东城街道", "1")
                .row("Hekou", "20")
                .lines();
        assertThat(lines).containsExactly("          编制", "--------------", "东城街道     1", "Hekou       20");
    }

    @Test
    void long_headings_break_at_spaces_and_stand_at_the_foot() {
        List<String> lines = new TextTable(List.of("", "Towns become streets at once", "b"))
                .row("x", "1", "2")
                .lines();
        assertThat(lines.get(0)).isEqualTo("      Towns become");
        assertThat(lines.get(1)).isEqualTo("   streets at once  b");
        assertThat(lines.get(3)).isEqualTo("x                1  2");
    }

    @Test
    void long_chinese_headings_break_between_characters() {
        List<String> lines =
                new TextTable(List.of("", "扩大开发区并合并相邻的小镇")).row("甲", "1").lines();
        assertThat(lines.get(0).strip()).isEqualTo("扩大开发区并合并");
        assertThat(lines.get(1).strip()).isEqualTo("相邻的小镇");
    }
}
