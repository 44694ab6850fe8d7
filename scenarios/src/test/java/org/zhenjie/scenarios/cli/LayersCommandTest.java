package org.zhenjie.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhenjie.scenarios.TinyStudy;

/** {@code zhenjie layers}. */
class LayersCommandTest {
    @TempDir
    Path temp;

    private Path study;

    @BeforeEach
    void write() {
        study = TinyStudy.in(temp);
    }

    @Test
    void the_layers_of_the_study_are_listed_with_what_each_holds() {
        Cli call = Cli.call("layers", study);

        assertThat(call.code()).isZero();
        assertThat(call.out())
                .containsPattern("counties +counties +areas +2 +6 +data/")
                .containsPattern("towns +streets +areas +6 +6 +data/")
                .containsPattern("zones +\\S+.* +table +1 +1 +data/")
                .containsPattern("clinic +Clinic +points +2 +2 +")
                .contains("towns holds: CODE, NAME, NAME_EN, KIND, COUNTY")
                .containsPattern("people +6 +10,000 +60,000 +185,000")
                .containsPattern("shops +6 +50 +400 +1,200");
    }

    @Test
    void further_layers_are_those_that_the_study_names() throws IOException {
        Files.writeString(
                study.resolve("data/complaints.csv"),
                "id,lon,lat,subject\n1,115.05,22.75,water\n2,115.06,22.75,road\n3,115.25,22.85,water\n");
        Files.writeString(
                study.resolve("study.yaml"),
                TinyStudy.STUDY
                        + "layers:\n  - {id: complaints, name: {zh: 诉求, en: Complaints}, file: data/complaints.csv}\n");

        assertThat(Cli.call("layers", study).out())
                .containsPattern("complaints +Complaints +points +3 +2 +data/")
                .contains("complaints holds: id, lon, lat, subject");
        assertThat(Cli.call("layers", study, "--lang", "zh").out()).containsPattern("complaints +诉求 +点 +3 +2");
    }

    @Test
    void a_further_layer_that_is_not_there_is_told_with_its_file() {
        TinyStudy.edit(
                study,
                "study.yaml",
                "platforms:\n",
                "layers:\n  - {id: complaints, name: Complaints, file: data/none.csv}\nplatforms:\n");

        Cli call = Cli.call("layers", study);

        assertThat(call.code()).isEqualTo(2);
        assertThat(call.errors()).singleElement().asString().contains("data/none.csv");
    }
}
