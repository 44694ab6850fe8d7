package org.zhenjie.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.zhenjie.scenarios.map.Fonts;
import org.zhenjie.scenarios.study.Name;

class TextsTest {

    private static final Font FONT = new Font("any", Font.PLAIN, 12);

    private static Texts texts(Locale locale, boolean showsChinese) {
        return new Texts(
                locale,
                new Fonts(
                        List.of(FONT),
                        (font, text) -> showsChinese || text.chars().allMatch(c -> c < 0x250)));
    }

    @Test
    void chinese_where_it_can_be_shown() {
        Texts texts = texts(Locale.CHINA, true);
        assertThat(texts.get("command.solve")).isEqualTo("求解(&S)");
        assertThat(texts.name(new Name("甲子镇", "Jiazi"))).isEqualTo("甲子镇");
    }

    @Test
    void english_and_romanised_names_where_it_cannot() {
        Texts texts = texts(Locale.CHINA, false);
        assertThat(texts.isChinese()).isFalse();
        assertThat(texts.get("command.solve")).isEqualTo("&Solve");
        assertThat(texts.name(new Name("甲子镇", "Jiazi"))).isEqualTo("Jiazi");
    }

    @Test
    void figures_are_written_as_the_language_writes_them() {
        Texts texts = texts(Locale.ENGLISH, true);
        assertThat(texts.number(12_345)).isEqualTo("12,345");
        assertThat(texts.signed(-3)).isEqualTo("-3");
        assertThat(texts.signed(3)).isEqualTo("+3");
        assertThat(texts.percent(OptionalDouble.empty())).isEqualTo(Texts.NONE);
        assertThat(texts.compact(99_999)).isEqualTo("99,999");
        assertThat(texts.compact(46_887_123)).isEqualTo("46.89M");
        assertThat(texts(Locale.CHINA, true).compact(46_887_123)).isEqualTo("4688.71万");
    }

    @Test
    void text_of_data_is_shown_as_it_is_and_never_as_markup() {
        assertThat(Texts.html("<b>&")).isEqualTo("&lt;b&gt;&amp;");
    }
}
