package org.zhenjie.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Help is enough to work from, in both languages. */
class HelpTest {
    private static final String[] COMMANDS = {
        "demo",
        "check",
        "solve",
        "compare",
        "explain",
        "robustness",
        "export",
        "access",
        "stations",
        "ui",
        "sample",
        "repair",
        "bench"
    };

    @Test
    void the_program_lists_its_commands_with_examples_and_exit_codes() {
        Cli call = Cli.call("--help");
        assertThat(call.code()).isZero();
        assertThat(call.out()).contains(COMMANDS).contains("Examples:").contains("130");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "check",
                "solve",
                "compare",
                "explain",
                "robustness",
                "export",
                "access",
                "stations",
                "ui",
                "sample",
                "repair",
                "bench"
            })
    void each_command_says_what_it_does_with_examples_and_exit_codes(String command) {
        Cli english = Cli.call(command, "--help");
        assertThat(english.code()).isZero();
        assertThat(english.out())
                .contains("Usage: zhenjie " + command)
                .contains("Examples:\n  zhenjie " + command)
                .contains("Exit codes:")
                .contains("a hard rule cannot be kept");
        assertThat(english.out().codePoints().filter(c -> c > 0x2E80)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "check",
                "solve",
                "compare",
                "explain",
                "robustness",
                "export",
                "access",
                "stations",
                "ui",
                "sample",
                "repair",
                "bench"
            })
    void the_same_in_chinese(String command) {
        Cli chinese = Cli.call(command, "--help", "--lang", "zh");
        assertThat(chinese.code()).isZero();
        assertThat(chinese.out())
                .contains("用法：zhenjie " + command)
                .contains("示例：")
                .contains("退出码：")
                .contains("硬规则无法满足")
                .doesNotContain("Usage")
                .doesNotContain("Exit codes");
    }

    @Test
    void the_version_is_that_of_the_build() {
        assertThat(Cli.call("--version").out()).matches("zhenjie \\d+\\.\\d+\\.\\d+\\R");
    }
}
