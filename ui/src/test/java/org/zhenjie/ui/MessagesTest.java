package org.zhenjie.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private final ResourceBundle english = ResourceBundle.getBundle("org.zhenjie.ui.messages", Locale.ROOT);
    private final ResourceBundle chinese = ResourceBundle.getBundle("org.zhenjie.ui.messages", Locale.CHINESE);

    @Test
    void every_word_is_there_in_both_languages() {
        assertThat(chinese.keySet()).isEqualTo(english.keySet());
    }

    @Test
    void both_languages_say_the_same_figures() {
        for (String key : english.keySet()) {
            assertThat(new MessageFormat(chinese.getString(key)).getFormatsByArgumentIndex())
                    .as(key)
                    .hasSameSizeAs(new MessageFormat(english.getString(key)).getFormatsByArgumentIndex());
        }
    }

    @Test
    void every_command_has_a_mnemonic_in_both_languages() {
        english.keySet().stream().filter(key -> key.startsWith("command.")).forEach(key -> {
            assertThat(english.getString(key)).as(key).contains("&");
            assertThat(chinese.getString(key)).as(key).contains("&");
        });
    }
}
