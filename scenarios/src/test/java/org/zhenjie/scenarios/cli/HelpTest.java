package org.zhenjie.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Command;

/** Help is enough to work from, in both languages. */
class HelpTest {
    /** Every command, and every command of a command, by the words that call it. */
    static List<String> commands() {
        return commands("", ZhenjieCommand.class).toList();
    }

    private static Stream<String> commands(String before, Class<?> parent) {
        return Arrays.stream(parent.getAnnotation(Command.class).subcommands()).flatMap(type -> {
            String words = before + type.getAnnotation(Command.class).name();
            return Stream.concat(Stream.of(words), commands(words + " ", type));
        });
    }

    private static Cli help(String command, String... more) {
        return Cli.call(Stream.of(command.split(" "), new String[] {"--help"}, more)
                .flatMap(Arrays::stream)
                .toArray());
    }

    @Test
    void the_program_lists_its_commands_with_examples_and_exit_codes() {
        Cli call = Cli.call("--help");
        assertThat(call.code()).isZero();
        assertThat(call.out()).contains("Examples:").contains("130");
        assertThat(commands()).hasSizeGreaterThan(20);
        commands().stream()
                .filter(command -> !command.contains(" "))
                .forEach(command -> assertThat(call.out()).containsPattern("(?m)^  " + command + " "));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void each_command_says_what_it_does_with_examples_and_exit_codes(String command) {
        Cli english = help(command);
        assertThat(english.code()).isZero();
        assertThat(english.out())
                .contains("Usage: zhenjie " + command)
                .contains("Examples:\n  zhenjie " + command)
                .contains("Exit codes:")
                .contains("a hard rule cannot be kept");
        assertThat(english.out().codePoints().filter(c -> c > 0x2E80)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void the_same_in_chinese(String command) {
        Cli chinese = help(command, "--lang", "zh");
        assertThat(chinese.code()).isZero();
        assertThat(chinese.out())
                .contains("用法：zhenjie " + command)
                .contains("示例：")
                .contains("退出码：")
                .contains("硬规则无法满足")
                .doesNotContain("Usage")
                .doesNotContain("Exit codes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void a_percent_sign_in_a_text_stands_for_a_line_break_or_is_doubled(String language) {
        ResourceBundle texts = CliTexts.help(Locale.forLanguageTag(language));
        for (String key : texts.keySet()) {
            assertThat(texts.getString(key).replace("%%", "")).as(key).doesNotContainPattern("%[^n]");
        }
    }

    @Test
    void the_version_is_that_of_the_build() {
        assertThat(Cli.call("--version").out()).matches("zhenjie \\d+\\.\\d+\\.\\d+\\R");
    }
}
