package org.zhenjie.scenarios.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class MessagesTest {
    @Test
    void every_word_on_the_map_is_there_in_both_languages() {
        String bundle = "org.zhenjie.scenarios.map.messages";
        assertThat(ResourceBundle.getBundle(bundle, Locale.CHINESE).keySet())
                .isEqualTo(ResourceBundle.getBundle(bundle, Locale.ROOT).keySet());
        assertThat(MapTexts.text(Locale.CHINA, "scale.km", "10")).isEqualTo("10 公里");
    }
}
