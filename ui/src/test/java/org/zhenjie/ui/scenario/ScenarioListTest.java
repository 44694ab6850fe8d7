package org.zhenjie.ui.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zhenjie.scenarios.map.Fonts;
import org.zhenjie.scenarios.session.ScenarioEntry;
import org.zhenjie.scenarios.study.Name;
import org.zhenjie.ui.text.Texts;

class ScenarioListTest {

    private static final Name FLOOR = new Name("“民生”领域：下限提高", "Field A < B: floor higher");

    private static String toolTip(List<Name> reforms, Locale locale) {
        Texts texts = new Texts(locale, new Fonts(List.of(new Font("any", Font.PLAIN, 12)), (font, text) -> true));
        ScenarioEntry entry =
                new ScenarioEntry("a", new Name("甲", "One"), reforms, ScenarioEntry.State.UNSOLVED, Optional.empty());
        return ScenarioList.toolTip(entry, texts);
    }

    @Test
    void the_tool_tip_says_each_reform_in_words() {
        assertThat(toolTip(List.of(FLOOR), Locale.ENGLISH))
                .isEqualTo("<html><b>One</b><br>1 reform<br>• Field A &lt; B: floor higher</html>");
        assertThat(toolTip(List.of(FLOOR), Locale.SIMPLIFIED_CHINESE))
                .isEqualTo("<html><b>甲</b><br>1 项改革措施<br>• “民生”领域：下限提高</html>");
    }

    @Test
    void of_many_reforms_it_says_the_first() {
        assertThat(toolTip(Collections.nCopies(200, FLOOR), Locale.ENGLISH).split("<br>"))
                .hasSize(15)
                .endsWith("…</html>");
    }
}
