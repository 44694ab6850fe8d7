package org.zhenjie.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A name is never written as question marks. */
class OutputCharsetTest {

    private static Charset of(Map<String, String> properties) {
        return OutputCharset.of("stdout", properties::get);
    }

    @Test
    void a_console_that_can_show_chinese_keeps_its_charset() {
        assertThat(of(Map.of("sun.stdout.encoding", "GBK", "native.encoding", "UTF-8")))
                .isEqualTo(Charset.forName("GBK"));
    }

    @Test
    void the_c_locale_gets_utf_8() {
        assertThat(of(Map.of("native.encoding", "ANSI_X3.4-1968"))).isEqualTo(StandardCharsets.UTF_8);
    }

    @Test
    void a_western_code_page_gets_utf_8() {
        assertThat(of(Map.of("stdout.encoding", "windows-1252"))).isEqualTo(StandardCharsets.UTF_8);
    }

    @Test
    void a_charset_that_java_does_not_know_is_passed_over() {
        assertThat(of(Map.of("stdout.encoding", "cp0", "native.encoding", "GB18030")))
                .isEqualTo(Charset.forName("GB18030"));
    }

    @Test
    void nothing_known_gets_utf_8() {
        assertThat(of(Map.of())).isEqualTo(StandardCharsets.UTF_8);
    }
}
