package org.zhenjie.scenarios.reform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.scenarios.TinyStudy;
import org.zhenjie.scenarios.export.ReformTexts;
import org.zhenjie.scenarios.plan.PreparedScenario;
import org.zhenjie.scenarios.study.StudyFolder;

/** Floors of fields that a scenario changes. The need on law is 19, 11, 8 in county A and 14, 6, 10 in county B. */
class FieldFloorTest {
    private static final Path ROOT = Path.of(System.getProperty("zhenjie.root"));
    private static final String FIELDS = """
            fields:
              - {id: order, name: {zh: 秩序, en: Order}, platforms: [law], share_of_need: 0.5}
              - {id: safety, name: {zh: 平安, en: Safety}, platforms: [law], over: COUNTY, share_of_need: 0.75}
            policy:""";

    @TempDir
    private Path temp;

    private Path study;

    @BeforeEach
    void tiny() {
        study = TinyStudy.in(temp);
        TinyStudy.edit(study, "study.yaml", "policy:", FIELDS);
    }

    private Scenario scenario(String... reforms) {
        StringBuilder yaml = new StringBuilder("format: 1\nname: x\nreforms:\n");
        Arrays.stream(reforms)
                .forEach(reform -> yaml.append("  - ").append(reform).append('\n'));
        TinyStudy.scenario(study, "floor", yaml.toString());
        return ScenarioFile.read(StudyFolder.open(study), "floor");
    }

    /** The least posts of each floor of a field, by the unit that it is counted over. */
    private Map<String, Integer> floors(String field, String... reforms) {
        Scenario scenario = scenario(reforms);
        Map<String, Integer> floors = new TreeMap<>();
        PreparedScenario.of(StudyFolder.open(study).study(), scenario).problem().townRules().fields().stream()
                .filter(one -> one.id().startsWith(field + "/"))
                .forEach(one -> floors.put(one.id().substring(field.length() + 1), one.least()));
        return floors;
    }

    private List<Problem> refused(String... reforms) {
        return catchThrowableOfType(InputException.class, () -> floors("order", reforms))
                .problems();
    }

    @ParameterizedTest
    @CsvSource({
        "'share_of_need: 1', '{A1=19, A2=11, A3=8, B1=14, B2=6, B3=10}'",
        "'by: 0.25', '{A1=15, A2=9, A3=6, B1=11, B2=5, B3=8}'",
        "'by: -0.5', '{A1=0, A2=0, A3=0, B1=0, B2=0, B3=0}'",
        "'towns: [A2, B3], share_of_need: 0.8', '{A1=10, A2=9, A3=4, B1=7, B2=3, B3=8}'",
        "'counties: [A], by: +0.5', '{A1=19, A2=11, A3=8, B1=7, B2=3, B3=5}'",
        "'counties: [A], towns: [A1, B1], share_of_need: 0', '{A1=0, A2=0, A3=0, B1=0, B2=3, B3=5}'"
    })
    void the_floor_of_towns_is_set_or_changed(String how, String floors) {
        assertThat(floors("order", "change-field-floor: {field: order, " + how + "}"))
                .hasToString(floors);
    }

    @ParameterizedTest
    @CsvSource({"'share_of_need: 0.5', '{A=19, B=15}'", "'counties: [B], by: -0.25', '{A=29, B=15}'"})
    void the_floor_of_counties_is_set_or_changed(String how, String floors) {
        assertThat(floors("safety", "change-field-floor: {field: safety, " + how + "}"))
                .hasToString(floors);
    }

    @Test
    void changes_follow_one_another_and_leave_other_fields_alone() {
        String[] reforms = {
            "change-field-floor: {field: order, towns: [A1], share_of_need: 0.8}",
            "change-field-floor: {field: order, by: 0.2}"
        };

        assertThat(floors("order", reforms)).hasToString("{A1=19, A2=8, A3=6, B1=10, B2=5, B3=7}");
        assertThat(floors("safety", reforms)).hasToString("{A=29, B=23}");
    }

    @Test
    void a_merged_town_has_the_highest_floor_of_those_it_is_made_of() {
        String merge = "merge-towns: {towns: [A2, A3], into: {code: A9, name: 大河镇, kind: TOWN}}";
        int need = floors("order", "change-field-floor: {field: order, share_of_need: 1}", merge)
                .get("A9");

        assertThat(floors("order", "change-field-floor: {field: order, towns: [A3], share_of_need: 2}", merge))
                .containsEntry("A9", 2 * need)
                .containsEntry("A1", 10);
        assertThat(floors("order", "change-field-floor: {field: order, towns: [A3], share_of_need: 0}", merge))
                .containsEntry("A9", (need + 1) / 2);
    }

    @Test
    void the_floor_of_a_town_that_is_split_holds_in_both_parts() {
        String split = "split-town: {town: A2, line: [[115.15, 22.6], [115.15, 22.9]],"
                + " left: {code: A7, name: 西镇, kind: TOWN}, right: {code: A8, name: 东镇, kind: TOWN}}";
        Map<String, Integer> need = floors("order", split, "change-field-floor: {field: order, share_of_need: 1}");

        assertThat(floors("order", "change-field-floor: {field: order, towns: [A2], share_of_need: 3}", split))
                .containsEntry("A7", 3 * need.get("A7"))
                .containsEntry("A8", 3 * need.get("A8"))
                .containsEntry("A1", 10);
    }

    @ParameterizedTest
    @CsvSource({
        "'field: health, by: 0.1', health, 'order, safety'",
        "'field: order, towns: [A9], by: 0.1', A9, no town with this code",
        "'field: order, counties: [C], by: 0.1', C, 'A, B'",
        "'field: safety, towns: [A1], by: 0.1', A1, counties",
        "'field: order, share_of_need: -0.1', -0.1, from 0 to 1000",
        "'field: order, share_of_need: much', much, from 0 to 1000",
        "'field: order, by: more', more, from -1000 to 1000",
        "'field: order, towns: [A1], by: -0.6', A1, is 0.5",
        "'field: safety, counties: [A], by: 999.9', A, is 0.75"
    })
    void a_wrong_value_is_told_by_file_reform_and_value(String reform, String value, String told) {
        assertThat(refused("change-field-floor: {" + reform + "}"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.where().file())
                            .hasValueSatisfying(file -> assertThat(file).endsWith("floor.yaml"));
                    assertThat(problem.where().field())
                            .hasValueSatisfying(field -> assertThat(field).contains("change-field-floor"));
                    assertThat(problem.where().value()).hasValue(value);
                    assertThat(problem.text(Locale.ENGLISH)).contains(told);
                    assertThat(problem.text(Locale.SIMPLIFIED_CHINESE)).isNotEqualTo(problem.text(Locale.ENGLISH));
                });
    }

    @ParameterizedTest
    @CsvSource({"'field: order'", "'field: order, by: 0.1, share_of_need: 0.7'"})
    void a_floor_is_either_set_or_changed(String reform) {
        assertThat(refused("change-field-floor: {" + reform + "}"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.text(Locale.ENGLISH)).contains("share_of_need", "by"));
    }

    @Test
    void the_schema_knows_it() throws IOException {
        scenario(
                "change-field-floor: {field: order, towns: [A1], share_of_need: 0.7}",
                "change-field-floor: {field: safety, counties: [A], by: -0.05}\n    from: 2027");

        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(Files.readString(ROOT.resolve("docs/scenario.schema.json")))
                        .validate(new YAMLMapper()
                                .readTree(study.resolve("scenarios/floor.yaml").toFile())))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "field: order, share_of_need: 0.7"
                        + "|Field Order, every town: at least 70% of the need|“秩序”领域（全部镇街）：不低于需求的 70%",
                "field: order, towns: [A1], by: 0.05"
                        + "|Field Order, Dongcheng Subdistrict: floor higher by 5% of the need|“秩序”领域（东城街道）：下限提高需求的 5%",
                "field: safety, counties: [A], by: -0.05"
                        + "|Field Safety, County A: floor lower by 5% of the need|“平安”领域（甲县）：下限降低需求的 5%",
                "field: safety, by: -0.05"
                        + "|Field Safety, every county: floor lower by 5% of the need|“平安”领域（各县）：下限降低需求的 5%"
            })
    void it_is_told_in_words(String reform, String english, String chinese) {
        Scenario scenario = scenario("change-field-floor: {" + reform + "}");
        var study = StudyFolder.open(this.study).study();
        Reform read = scenario.reforms().get(0);

        assertThat(new ReformTexts(study, Locale.ENGLISH).of(read)).isEqualTo(english);
        assertThat(new ReformTexts(study, Locale.SIMPLIFIED_CHINESE).of(read)).isEqualTo(chinese);
    }
}
