package org.zhenjie.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that cannot be understood end with 2, one line of what is wrong and one of where help is. */
class WrongCallTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "solve                        | missing: STUDY",
                "export x                     | missing: --to",
                "solve x --sceanrio y         | did you mean --scenario",
                "slove x                      | did you mean solve",
                "solve x --time soon          | 'soon' does not fit --time; expected: a time such as 10s",
                "solve x --time 0s            | 'expected: a time such as 10s'",
                "solve x --steps -1           | '-1' does not fit --steps; expected: a whole number, 0 or more",
                "solve x --steps many         | 'many' does not fit --steps",
                "solve x --seed one           | 'one' does not fit --seed; expected: a whole number",
                "check x --encoding utf-99    | 'utf-99' does not fit --encoding; expected: a charset",
                "stations --points p --keep 9..5 | '9..5' does not fit --keep; expected: a whole number such as 5",
                "sites x --keep few           | 'few' does not fit --keep; expected: a whole number",
                "robustness x --draws many    | 'many' does not fit --draws; expected: ",
                "robustness x --spread wide   | 'wide' does not fit --spread; expected: ",
                "explain x --more some        | 'some' does not fit --more; expected: ",
                "repair x --to y --max-gap z  | 'z' does not fit --max-gap; expected: ",
                "bench stations --most all    | 'all' does not fit --most; expected: ",
                "bench coverage --towns all   | 'all' does not fit --towns; expected: ",
                "bench live --pins all        | 'all' does not fit --pins; expected: ",
                "years x --to soon            | 'soon' does not fit --to; expected: ",
                "solve x --lang fr            | 'fr' does not fit --lang; expected: en zh"
            })
    void says_what_is_wrong_and_where_help_is(String args, String expected) {
        Cli call = Cli.call((Object[]) args.split(" "));
        assertThat(call.code()).isEqualTo(2);
        assertThat(call.out()).isEmpty();
        assertThat(call.err()).contains(expected.replaceAll("^'expected: (.*)'$", "$1"));
        assertThat(call.err().lines()).hasSize(2).last().asString().startsWith("Help: zhenjie");
    }

    @Test
    void in_chinese() {
        Cli call = Cli.call("solve", "--lang=zh");
        assertThat(call.code()).isEqualTo(2);
        assertThat(call.err()).contains("缺少：STUDY").contains("帮助：zhenjie solve --help");
    }

    @Test
    void no_command_at_all_shows_help() {
        Cli call = Cli.call();
        assertThat(call.code()).isEqualTo(2);
        assertThat(call.err()).contains("Usage: zhenjie");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10s", "500ms", "2m", "1h", "7", "0.5", "1.5m"})
    void times_are_understood_with_their_unit_or_as_seconds(String time) {
        Cli call = Cli.call("solve", "/no/such/folder", "--time", time);
        assertThat(call.err()).contains("/no/such/folder").doesNotContain("does not fit");
    }

    @Test
    void a_desktop_that_is_not_there_is_a_wrong_call() {
        Cli call = Cli.call("ui");
        assertThat(call.code()).isEqualTo(2);
        assertThat(call.errors()).singleElement().asString().contains("no desktop");
    }
}
