package org.zhenjie.gis.layer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JdbcUrlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://gis:5432/plan?user=li&password=geheim",
                "jdbc:postgresql://gis/plan?password=geheim&user=li",
                "jdbc:postgresql://li:geheim@gis/plan",
                "zhenjie check jdbc:postgresql:plan?PASSWORD=geheim --lang zh"
            })
    void passwords_are_left_out_of_any_text(String text) {
        assertThat(JdbcUrl.withoutPasswords(text)).doesNotContain("geheim").contains("plan");
        assertThat(JdbcUrl.shown(text)).doesNotContain("geheim");
    }

    @Test
    void an_address_is_shown_without_its_parameters() {
        assertThat(JdbcUrl.shown("jdbc:postgresql://gis:5432/plan?user=li"))
                .isEqualTo("jdbc:postgresql://gis:5432/plan");
        assertThat(JdbcUrl.isOne("data/towns.shp")).isFalse();
    }
}
