package org.zhenjie.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhenjie.scenarios.TinyStudy;

/** {@code zhenjie access} as a user would call it. */
class AccessCommandTest {
    @TempDir
    private Path temp;

    private Path study;

    @BeforeEach
    void write() {
        study = TinyStudy.in(temp);
    }

    @Test
    void it_prints_the_city_its_counties_and_its_towns_and_writes_nothing() {
        Cli access = Cli.call("access", study);
        assertThat(access.code()).isZero();
        assertThat(access.out())
                .contains("Clinic")
                .contains("Tiny City")
                .contains("County A")
                .containsPattern("Dongcheng Subdistrict +60,000 +24.9% +4.1 +0.017");
        assertThat(Files.exists(study.resolve("plans"))).isFalse();
    }

    @Test
    void the_reforms_of_a_scenario_count() {
        TinyStudy.scenario(study, "split", """
                format: 1
                name: split
                reforms:
                  - split-town:
                      town: A1
                      line: [[115.05, 22.6], [115.05, 22.9]]
                      left: {code: A1, name: West, kind: STREET}
                      right: {code: A9, name: East, kind: STREET}
                """);
        Cli access = Cli.call("access", study, "--scenario", "split", "--kind", "clinic");
        assertThat(access.code()).isZero();
        assertThat(access.out()).contains("West").contains("East").doesNotContain("Dongcheng");
    }

    @Test
    void the_same_in_chinese() {
        assertThat(Cli.call("access", study, "--lang", "zh").out())
                .contains("东城街道")
                .contains("卫生院");
    }

    @Test
    void an_unknown_kind_is_a_wrong_call() {
        Cli access = Cli.call("access", study, "--kind", "school");
        assertThat(access.code()).isEqualTo(2);
        assertThat(access.errors())
                .singleElement()
                .asString()
                .contains("school")
                .contains("clinic");
    }
}
