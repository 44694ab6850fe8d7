package org.zhenjie.scenarios.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhenjie.scenarios.session.ScenarioEntry.State;
import org.zhenjie.scenarios.study.TownKind;

/** Changes of a solved scenario: each counts with a plan of its own, or is refused and everything stays as it was. */
class LiveStudyTest {
    private static final Duration SHORT = Duration.ofMillis(1_500);
    private static final String SCENARIO = "bigger-pool";
    private static final String TOWN = "441502006";
    private static final String POOL = "city-administrative";

    @TempDir
    Path temp;

    private final Studies studies = new FolderStudies();
    private Path folder;
    private Path file;
    private Studies.OpenStudy study;
    private String before;
    private String plan;

    @BeforeEach
    void solveSample() throws IOException {
        Path from = Path.of(System.getProperty("zhenjie.root"), "scenarios", "haibin");
        folder = temp.resolve("haibin");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path one : files.filter(one -> !from.relativize(one).startsWith("plans"))
                    .toList()) {
                Files.copy(one, folder.resolve(from.relativize(one).toString()));
            }
        }
        solve(SCENARIO);
    }

    private void solve(String scenario) throws IOException {
        study = studies.open(folder);
        study.solve(scenario, SHORT).run(snapshot -> {});
        file = folder.resolve("scenarios/" + scenario + ".yaml");
        before = Files.readString(file);
        plan = plan(scenario);
    }

    private String plan(String scenario) throws IOException {
        return Files.readString(folder.resolve("plans/" + scenario + ".plan.json"));
    }

    private void change(Edit edit) {
        study.change(SCENARIO, edit, SHORT, Locale.ENGLISH).run(snapshot -> {});
    }

    /** What people are told; after that everything has to be as it was. */
    private String refusal(Edit edit) throws IOException {
        Throwable refused = catchThrowable(() -> change(edit));
        assertThat(refused).isNotNull();
        assertThat(Files.readString(file)).isEqualTo(before);
        assertThat(plan(SCENARIO)).isEqualTo(plan);
        assertThat(state(study)).isEqualTo(State.SOLVED);
        assertThat(state(studies.open(folder))).isEqualTo(State.SOLVED);
        return String.join("\n", studies.explain(refused, Locale.ENGLISH));
    }

    private static State state(Studies.OpenStudy of) {
        return of.scenarios().stream()
                .filter(one -> one.id().equals(SCENARIO))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private int granted(String pool) {
        return study.why(SCENARIO, TOWN, 0, Locale.ENGLISH).orElseThrow().pools().stream()
                .filter(share -> share.pool().equals(pool))
                .findFirst()
                .orElseThrow()
                .posts();
    }

    @Test
    void a_pin_counts_and_another_of_the_same_pool_and_town_takes_its_place() throws IOException {
        change(new Edit.Pin(POOL, TOWN, 1));
        change(new Edit.Pin(POOL, TOWN, 2));

        assertThat(granted(POOL)).isEqualTo(2);
        assertThat(Files.readString(file))
                .isEqualTo(before + "  - pin: {pool: \"" + POOL + "\", town: \"" + TOWN + "\", posts: 2}  # live\n");
    }

    @Test
    void a_pool_gets_another_size() throws IOException {
        change(new Edit.PoolSize(POOL, 170));

        assertThat(Files.readString(file))
                .isEqualTo(before + "  - change-pool: {pool: \"" + POOL + "\", by: 14, account: outside}  # live\n");
        assertThat(study.why(SCENARIO, TOWN, 0, Locale.ENGLISH).orElseThrow().pools())
                .anySatisfy(share -> {
                    assertThat(share.pool()).isEqualTo(POOL);
                    assertThat(share.size()).isEqualTo(170);
                });
    }

    @Test
    void a_town_becomes_a_street() {
        change(new Edit.Street("441502100"));

        assertThat(study.figures(SCENARIO).town("441502100").orElseThrow().kind())
                .isEqualTo(TownKind.STREET);
    }

    @Test
    void changes_are_undone_from_the_last_to_the_first_and_nothing_that_people_wrote() throws IOException {
        change(new Edit.Pin(POOL, TOWN, 1));
        change(new Edit.PoolSize(POOL, 150));
        for (int i = 0; i < 3; i++) {
            study.undo(SCENARIO, SHORT, Locale.ENGLISH).run(snapshot -> {});
        }

        assertThat(Files.readString(file)).isEqualTo(before);
        assertThat(state(study)).isEqualTo(State.SOLVED);
    }

    @Test
    void a_list_of_reforms_may_be_followed_by_something_else() throws IOException {
        solve("merge-small");
        study.change("merge-small", new Edit.Pin(POOL, TOWN, 1), SHORT, Locale.ENGLISH)
                .run(snapshot -> {});

        assertThat(Files.readString(file).lines().filter(line -> !line.endsWith("# live")))
                .containsExactlyElementsOf(before.lines().toList());
        study.undo("merge-small", SHORT, Locale.ENGLISH).run(snapshot -> {});
        assertThat(Files.readString(file)).isEqualTo(before);
    }

    @Test
    void more_than_the_pool_has_is_refused_with_the_rules_that_cannot_hold_together() throws IOException {
        assertThat(refusal(new Edit.Pin(POOL, TOWN, 5_000))).contains("H1", "City pool administrative", "H8", "5,000");
    }

    @Test
    void more_than_the_ceiling_of_the_town_is_refused_with_it() throws IOException {
        assertThat(refusal(new Edit.Pin(POOL, TOWN, 139))).contains("H3", "Zhelang Subdistrict", "H8", "139");
    }

    @Test
    void an_unknown_town_is_refused() throws IOException {
        assertThat(refusal(new Edit.Pin(POOL, "999999999", 3))).contains("bigger-pool.yaml", "999999999");
    }

    @Test
    void an_unknown_pool_is_refused() throws IOException {
        assertThat(refusal(new Edit.Pin("no-pool", TOWN, 3))).contains("bigger-pool.yaml", "no-pool");
        assertThat(refusal(new Edit.PoolSize("no-pool", 3))).contains("bigger-pool.yaml", "no-pool");
    }

    @Test
    void fewer_than_no_posts_are_refused() throws IOException {
        assertThat(refusal(new Edit.Pin(POOL, TOWN, -3))).contains("bigger-pool.yaml", "posts", "-3");
        assertThat(refusal(new Edit.PoolSize(POOL, -3))).contains("bigger-pool.yaml", POOL);
    }

    @Test
    void a_pool_that_does_not_serve_the_town_is_refused() throws IOException {
        assertThat(refusal(new Edit.Pin("haifeng-institution", TOWN, 3))).contains("haifeng-institution", TOWN);
    }

    @Test
    void a_pin_where_the_scenario_bans_the_pool_is_refused() throws IOException {
        assertThat(refusal(new Edit.Pin(POOL, "441502003", 3))).contains("bigger-pool.yaml", "pin");
    }

    @Test
    void a_pool_that_could_not_give_what_is_pinned_is_refused_with_the_rules() throws IOException {
        assertThat(refusal(new Edit.PoolSize("city-institution", 10))).contains("H1", "H8");
    }

    @Test
    void a_street_that_is_no_town_is_refused() throws IOException {
        assertThat(refusal(new Edit.Street("999999999"))).contains("bigger-pool.yaml", "999999999");
    }

    @Test
    void a_change_that_is_cancelled_before_it_counts_changes_nothing() throws IOException {
        Studies.Solve solve = study.change(SCENARIO, new Edit.Pin(POOL, TOWN, 2), SHORT, Locale.ENGLISH);
        solve.cancel();
        List<Snapshot> heard = new ArrayList<>();
        solve.run(heard::add);

        assertThat(heard).isEmpty();
        assertThat(Files.readString(file)).isEqualTo(before);
        assertThat(state(studies.open(folder))).isEqualTo(State.SOLVED);
    }

    @Test
    void an_undo_that_is_cancelled_before_it_counts_changes_nothing() throws IOException {
        change(new Edit.Pin(POOL, TOWN, 2));
        String with = Files.readString(file);
        Studies.Solve undo = study.undo(SCENARIO, SHORT, Locale.ENGLISH);
        undo.cancel();
        undo.run(snapshot -> {});

        assertThat(Files.readString(file)).isEqualTo(with);
        assertThat(state(studies.open(folder))).isEqualTo(State.SOLVED);
    }
}
