package org.zhenjie.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhenjie.planner.allocation.SolveOptions;
import org.zhenjie.planner.allocation.SolveProgress;
import org.zhenjie.scenarios.plan.PlanFile;
import org.zhenjie.scenarios.plan.Planning;
import org.zhenjie.scenarios.reform.Scenario;
import org.zhenjie.scenarios.reform.ScenarioFile;
import org.zhenjie.scenarios.study.StudyFolder;

/** The JSON Schemas in {@code docs} say the same as the page beside them, the samples, and the program. */
class SchemaTest {
    private static final Path ROOT = Path.of(System.getProperty("zhenjie.root"));
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);

    private static Set<ValidationMessage> faults(String schema, JsonNode document) throws IOException {
        JsonSchema rules = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(ROOT.resolve("docs/" + schema + ".schema.json")));
        return rules.validate(document);
    }

    private static List<String> examples() throws IOException {
        Matcher matcher = EXAMPLE.matcher(Files.readString(ROOT.resolve("docs/study-format.md")));
        return matcher.results().map(hit -> hit.group(1)).toList();
    }

    @Test
    void the_examples_of_the_page_are_valid() throws IOException {
        assertThat(examples()).hasSize(2);
        assertThat(faults("study", YAML.readTree(examples().get(0)))).isEmpty();
        assertThat(faults("scenario", YAML.readTree(examples().get(1)))).isEmpty();
    }

    static List<Path> studies() throws IOException {
        try (Stream<Path> folders = Files.list(ROOT.resolve("scenarios"))) {
            return folders.filter(StudyFolder::isStudyFolder).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("studies")
    void the_samples_are_valid(Path study) throws IOException {
        assertThat(faults("study", YAML.readTree(study.resolve("study.yaml").toFile())))
                .isEmpty();
        try (Stream<Path> files = Files.walk(study)) {
            for (Path scenario : files.filter(file -> file.toString().endsWith(".yaml")
                            && !file.getParent().equals(study))
                    .toList()) {
                assertThat(faults("scenario", YAML.readTree(scenario.toFile())))
                        .as(scenario.toString())
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "crs: EPSG:4547 -> crss: EPSG:4547",
                "format: 1 -> format: 2",
                "kind: STREET, platform -> kind: ROAD, platform",
                "posts: 2 -> posts: -2",
                "S1: 100 -> S1: 1.5",
                "off: [] -> off: [H13]",
                "reach_km: 3 -> reach_km: near",
                "file: data/pools.csv -> path: data/pools.csv"
            })
    void what_the_program_refuses_the_schema_refuses(String change, @TempDir Path temp) throws IOException {
        assertThat(faults("study", YAML.readTree(TinyStudy.STUDY))).isEmpty();
        String[] parts = change.split(" -> ");
        String changed = TinyStudy.STUDY.replace(parts[0], parts[1]);
        assertThat(faults("study", YAML.readTree(changed))).isNotEmpty();

        Path study = TinyStudy.in(temp);
        Files.writeString(study.resolve("study.yaml"), changed);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> StudyFolder.open(study)))
                .isInstanceOf(org.zhenjie.gis.problem.InputException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"near: []", "near: {scenario: baseline}", "near: ' '", "near_to: baseline"})
    void a_scenario_may_be_near_one_other_by_name(String wrong, @TempDir Path temp) throws IOException {
        String scenario = "format: 1\nname: x\nnear: baseline\nreforms: []\n";
        assertThat(faults("scenario", YAML.readTree(scenario))).isEmpty();
        String changed = scenario.replace("near: baseline", wrong);
        assertThat(faults("scenario", YAML.readTree(changed))).isNotEmpty();

        Path study = TinyStudy.in(temp);
        TinyStudy.scenario(study, "x", changed);
        StudyFolder folder = StudyFolder.open(study);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> ScenarioFile.read(folder, "x")))
                .isInstanceOf(org.zhenjie.gis.problem.InputException.class);
    }

    @Test
    void a_plan_file_that_names_a_reference_is_valid(@TempDir Path temp) throws IOException {
        Path study = TinyStudy.in(temp);
        TinyStudy.scenario(study, "x", "format: 1\nname: x\nnear: baseline\nreforms: []\n");
        StudyFolder folder = StudyFolder.open(study);
        SolveOptions options = new SolveOptions(1, OptionalLong.of(50), Optional.empty());
        PlanFile.write(folder, Planning.solve(folder, Scenario.BASELINE, options, SolveProgress.Listener.NONE));
        Path plan = PlanFile.write(
                folder, Planning.solve(folder, ScenarioFile.read(folder, "x"), options, SolveProgress.Listener.NONE));
        JsonNode document = new ObjectMapper().readTree(plan.toFile());
        assertThat(document.has("reference")).isTrue();
        assertThat(faults("plan", document)).isEmpty();
    }

    @Test
    void a_plan_file_is_valid(@TempDir Path temp) throws IOException {
        StudyFolder folder = StudyFolder.open(TinyStudy.in(temp));
        SolveOptions options = new SolveOptions(1, OptionalLong.of(50), Optional.empty());
        Path plan =
                PlanFile.write(folder, Planning.solve(folder, Scenario.BASELINE, options, SolveProgress.Listener.NONE));
        assertThat(faults("plan", new ObjectMapper().readTree(plan.toFile()))).isEmpty();
    }
}
