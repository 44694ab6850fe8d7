package org.zhenjie.gis.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharsetGuessTest {
    private static final List<String> SIMPLIFIED = List.of("甲子镇", "碣石镇", "湖东镇", "鮜门镇", "海丰县", "汕尾市城区");
    private static final List<String> TRADITIONAL = List.of("成功鎮", "佳冬鄉", "臺東縣", "屏東縣", "鹽埔鄉");

    @Test
    void ascii_needs_no_charset() {
        CharsetGuess guess = new CharsetGuess();
        guess.look("Jiazi Town".getBytes(StandardCharsets.US_ASCII), false);

        assertThat(guess.isAscii()).isTrue();
        assertThat(guess.best()).contains(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "GBK"})
    void simplified_names_are_told(String charset) {
        assertThat(guess(SIMPLIFIED, charset)).contains(Charset.forName(charset));
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "Big5"})
    void traditional_names_are_told(String charset) {
        assertThat(guess(TRADITIONAL, charset)).contains(Charset.forName(charset));
    }

    @Test
    void a_single_name_is_enough() {
        for (String name : SIMPLIFIED) {
            assertThat(guess(List.of(name), "GBK")).as(name).contains(Charset.forName("GBK"));
        }
    }

    @Test
    void a_character_beyond_gbk_makes_it_gb18030() {
        assertThat(guess(List.of("甲子镇", "𬺈镇"), "GB18030")).contains(Charset.forName("GB18030"));
    }

    @Test
    void a_name_cut_in_the_middle_of_a_character_does_not_mislead() {
        CharsetGuess guess = new CharsetGuess();
        byte[] name = "汕尾市城区新港街道办事处".getBytes(Charset.forName("GBK"));
        guess.look(Arrays.copyOf(name, 15), true);

        assertThat(guess.best()).contains(Charset.forName("GBK"));
    }

    @Test
    void bytes_of_no_charset_stay_unknown() {
        CharsetGuess guess = new CharsetGuess();
        guess.look(new byte[] {(byte) 0xFF, (byte) 0xFE, (byte) 0xFF, (byte) 0x81, 0x20, (byte) 0x80}, false);

        assertThat(guess.best()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "936, GBK",
        "CP936, GBK",
        "gb2312, GBK",
        "ANSI 936, GBK",
        "LDID/77, GBK",
        "65001, UTF-8",
        "utf8, UTF-8",
        "950, Big5",
        "GB18030, GB18030",
        "88591, ISO-8859-1",
        "1252, windows-1252"
    })
    void a_charset_is_known_by_its_many_names(String name, String charset) {
        assertThat(Charsets.named(name)).contains(Charset.forName(charset));
    }

    @Test
    void an_unknown_name_is_no_charset() {
        assertThat(Charsets.named("klingon")).isEmpty();
        assertThat(Charsets.named("  ")).isEmpty();
        assertThat(Charsets.named("not a name!")).isEmpty();
    }

    @Test
    void a_byte_order_mark_decides(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "\uFEFFcode\n1\n");

        assertThat(FileEncoding.of(file)).contains(new Encoding(StandardCharsets.UTF_8, Encoding.How.BOM));
    }

    @Test
    void a_file_of_one_endless_line_is_told_in_bounded_memory(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("a.json");
        Files.write(file, "\"甲子镇\",".repeat(200_000).getBytes(Charset.forName("GBK")));

        assertThat(FileEncoding.of(file)).contains(new Encoding(Charset.forName("GBK"), Encoding.How.DETECTED));
    }

    private static Optional<Charset> guess(List<String> names, String charset) {
        CharsetGuess guess = new CharsetGuess();
        names.forEach(name -> guess.look(name.getBytes(Charset.forName(charset)), false));
        return guess.best();
    }
}
