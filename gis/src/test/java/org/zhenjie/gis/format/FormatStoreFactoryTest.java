package org.zhenjie.gis.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhenjie.gis.layer.Format;

class FormatStoreFactoryTest {
    @Test
    void an_official_plugin_is_told_by_its_class() {
        assertThat(FormatStoreFactory.isPresent("java.lang.String")).isTrue();
        assertThat(FormatStoreFactory.isPresent("org.geotools.no.such.Factory")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void no_official_plugin_is_in_the_jar_at_hand(Format format) {
        assertThat(FormatStoreFactory.isPresent(format.officialFactory())).isFalse();
    }

    @Test
    void a_file_is_taken_only_by_the_parameter_of_its_format() {
        FormatStoreFactory factory = new FormatStoreFactory();

        assertThat(factory.canProcess(Map.of("file", new File("a.csv")))).isTrue();
        assertThat(factory.canProcess(Map.of("url", new File("a.csv")))).isFalse();
        assertThat(factory.canProcess(Map.of("file", new File("a.docx")))).isFalse();
        assertThat(factory.canProcess(Map.of("file", "a.csv"))).isFalse();
    }
}
