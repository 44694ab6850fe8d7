package org.zhenjie.scenarios.reform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.scenarios.TinyStudy;
import org.zhenjie.scenarios.reform.Reform.ChangePool;
import org.zhenjie.scenarios.reform.Reform.ConvertToStreet;
import org.zhenjie.scenarios.reform.Reform.MergeTowns;
import org.zhenjie.scenarios.reform.TotalControl.Accounts;
import org.zhenjie.scenarios.study.Name;
import org.zhenjie.scenarios.study.Study;
import org.zhenjie.scenarios.study.StudyFolder;
import org.zhenjie.scenarios.study.TownKind;

/** Total control (H9) by plain accounting. */
class TotalControlTest {
    private static Study study;

    @BeforeAll
    static void open(@TempDir Path temp) {
        study = StudyFolder.open(TinyStudy.in(temp)).study();
    }

    private static Study after(Reform... reforms) {
        Scenario scenario = Scenario.of("test", new Name("试", "Test"), Arrays.asList(reforms));
        return Reforms.apply(scenario, study).study();
    }

    private static TotalControl.Line line(TotalControl total, String type) {
        return total.lines().stream()
                .filter(line -> line.quotaType().equals(type))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void posts_are_counted_by_who_has_them() {
        TotalControl.Line line = line(TotalControl.of(study, study), "administrative");
        // staff.csv, the pool of county A, and the blocks S1, S2 and S4
        assertThat(line.before()).isEqualTo(new Accounts(63, 6, 7, 0, 0));
    }

    @Test
    void conversions_and_mergers_change_no_total() {
        Study reformed = after(
                new ConvertToStreet(List.of("A2")),
                new MergeTowns(List.of("B1", "B2"), "B1", new Name("并", "Merged"), TownKind.TOWN));
        assertThat(TotalControl.of(study, reformed).isKept()).isTrue();
    }

    @Test
    void posts_from_outside_are_balanced_by_the_account() {
        TotalControl total =
                TotalControl.of(study, after(new ChangePool("a-administrative", 4, Optional.of("outside"))));
        assertThat(total.isKept()).isTrue();
        assertThat(line(total, "administrative").reformed()).isEqualTo(new Accounts(63, 10, 7, 0, -4));
    }

    @Test
    void posts_without_an_account_break_the_rule_by_their_number() {
        TotalControl total = TotalControl.of(study, after(new ChangePool("a-administrative", 4, Optional.empty())));
        assertThat(total.breaches()).extracting(TotalControl.Line::quotaType).containsExactly("administrative");
        assertThat(total.breaches().get(0).breach()).isEqualTo(4);
    }

    @Test
    void a_plan_moves_posts_from_pools_and_departments_to_towns() {
        AllocationPlan plan = new AllocationPlan(
                List.of(new AllocationPlan.Grant("a-administrative", 1, 0, 5)),
                List.of(new AllocationPlan.Posting("S1", 2, 1)));
        TotalControl total = TotalControl.of(study, study, plan);
        assertThat(line(total, "administrative").planned()).hasValue(new Accounts(71, 1, 4, 0, 0));
        assertThat(total.isKept()).isTrue();
    }
}
