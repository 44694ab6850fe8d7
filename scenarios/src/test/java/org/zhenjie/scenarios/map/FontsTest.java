package org.zhenjie.scenarios.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.zhenjie.scenarios.study.Name;

class FontsTest {

    private static final Name TOWN = new Name("甲子镇", "Jiazi");
    private static final Font LATIN = new Font("Latin only", Font.PLAIN, 12);
    private static final Font CHINESE = new Font("With Chinese", Font.PLAIN, 12);

    private static boolean shows(Font font, String text) {
        return text.codePoints().allMatch(c -> c < 0x250)
                || font.getName().equals("With Chinese") && !text.contains("𬒔");
    }

    @Test
    void a_font_that_shows_chinese_is_preferred() {
        Fonts fonts = new Fonts(List.of(LATIN, CHINESE), FontsTest::shows);
        assertThat(fonts.displayName(TOWN, Locale.CHINA)).isEqualTo("甲子镇");
        assertThat(fonts.at(20).getName()).isEqualTo("With Chinese");
    }

    @Test
    void without_one_names_are_romanised_and_words_are_english() {
        Fonts fonts = new Fonts(List.of(LATIN), FontsTest::shows);
        assertThat(fonts.showsChinese()).isFalse();
        assertThat(fonts.displayName(TOWN, Locale.CHINA)).isEqualTo("Jiazi");
        assertThat(fonts.displayLocale(Locale.CHINA)).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void who_asks_for_chinese_and_gets_none_is_told_and_nobody_else() {
        Fonts latin = new Fonts(List.of(LATIN), FontsTest::shows);
        assertThat(latin.notice(Locale.CHINA))
                .get()
                .satisfies(note -> assertThat(note.text(Locale.CHINA)).contains("没有可显示中文的字体"));
        assertThat(latin.notice(Locale.ENGLISH)).isEmpty();
        assertThat(new Fonts(List.of(CHINESE), FontsTest::shows).notice(Locale.CHINA))
                .isEmpty();
    }

    @Test
    void a_name_with_one_rare_character_that_the_font_lacks_is_romanised_alone() {
        Fonts fonts = new Fonts(List.of(CHINESE), FontsTest::shows);
        assertThat(fonts.displayName(new Name("𬒔镇", "Yong"), Locale.CHINA)).isEqualTo("Yong");
        assertThat(fonts.displayName(TOWN, Locale.CHINA)).isEqualTo("甲子镇");
    }

    @Test
    void a_name_without_romanised_form_has_question_marks_rather_than_boxes() {
        Fonts fonts = new Fonts(List.of(LATIN), FontsTest::shows);
        assertThat(fonts.displayName(new Name("甲子镇2", "甲子镇2"), Locale.ENGLISH)).isEqualTo("???2");
    }
}
