package org.zhenjie.scenarios.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.AllocationResult;
import org.zhenjie.planner.allocation.PlanScore;
import org.zhenjie.planner.allocation.Rule;
import org.zhenjie.planner.allocation.Score;
import org.zhenjie.planner.allocation.SolveOptions;
import org.zhenjie.planner.allocation.SolveProgress;
import org.zhenjie.planner.solve.AllocationSolve;
import org.zhenjie.scenarios.plan.PreparedScenario;
import org.zhenjie.scenarios.plan.StudyProblem;
import org.zhenjie.scenarios.reform.Reform;
import org.zhenjie.scenarios.reform.Reform.ChangePool;
import org.zhenjie.scenarios.reform.RuleBrokenException;
import org.zhenjie.scenarios.reform.Scenario;
import org.zhenjie.scenarios.reform.ScenarioFile;
import org.zhenjie.scenarios.study.Study;
import org.zhenjie.scenarios.study.Study.Policy;
import org.zhenjie.scenarios.study.StudyFolder;

/** The sample study binds: no hard rule of the model is there for show. */
class HardRulesBindTest {
    private static final SolveOptions SHORT = new SolveOptions(7, OptionalLong.of(100), Optional.empty());
    private static final StudyFolder FOLDER = StudyFolder.open(SampleStudyTest.SHIPPED);
    private static final Map<AllocationProblem, AllocationResult> SOLVED = new HashMap<>();

    @ParameterizedTest
    @EnumSource(
            value = Rule.class,
            names = {"H1", "H2", "H3", "H4", "H6", "H7", "H8"})
    void without_a_rule_the_plan_is_another_one_that_breaks_it(Rule rule) {
        Study study = study(rule == Rule.H8 ? "bigger-pool" : StudyFolder.BASELINE);
        AllocationProblem problem = StudyProblem.of(study);
        AllocationResult kept = solve(problem);
        AllocationPlan free = solve(StudyProblem.of(without(rule, study))).plan();

        assertThat(kept.score().isFeasible()).isTrue();
        assertThat(free).isNotEqualTo(kept.plan());
        assertThat(broken(problem, free)).containsExactly(rule);
    }

    @ParameterizedTest
    @EnumSource(
            value = Rule.class,
            names = {"H1", "H4"})
    void without_a_rule_even_a_short_search_beats_every_plan_that_keeps_it(Rule rule) {
        Study study = study(StudyFolder.BASELINE);
        AllocationResult kept = solve(StudyProblem.of(study));
        AllocationResult free = solve(StudyProblem.of(without(rule, study)));

        Score best = kept.yardstick()
                .map(bound -> new Score(0, -bound.leastShortfall(), -bound.lowerBound()))
                .orElseThrow();
        assertThat(free.score()).isGreaterThan(best);
    }

    @Test
    void without_total_control_a_pool_grows_out_of_nothing_and_the_plan_is_another_one() {
        Study study = study(StudyFolder.BASELINE);
        Reform nobodyGives = new ChangePool("city-institution", 60, Optional.empty());
        Scenario scenario = Scenario.of("out-of-nothing", study.name(), List.of(nobodyGives));

        assertThatThrownBy(() -> PreparedScenario.of(study, scenario))
                .isInstanceOfSatisfying(
                        RuleBrokenException.class,
                        e -> assertThat(e.breaches().get(0).rule()).isEqualTo(Rule.H9));
        AllocationProblem free =
                PreparedScenario.of(without(Rule.H9, study), scenario).problem();
        assertThat(solve(free).score().medium())
                .isGreaterThan(
                        -solve(StudyProblem.of(study)).yardstick().orElseThrow().leastShortfall());
    }

    private static Study without(Rule rule, Study study) {
        return new Study(
                study.name(),
                study.note(),
                study.crs(),
                study.platforms(),
                study.quotaTypes(),
                study.serviceKinds(),
                study.counties(),
                study.towns(),
                study.zones(),
                study.servicePoints(),
                study.ground(),
                study.attributeRules(),
                study.held(),
                study.pools(),
                study.departments(),
                study.blocks(),
                study.institutions(),
                study.teamStaff(),
                study.norms(),
                study.floors(),
                study.ceilings(),
                new Policy(study.policy().weights(), Set.of(rule)),
                study.indicatorSets(),
                study.decisions(),
                study.terms(),
                study.ledger());
    }

    private static Study study(String scenario) {
        return PreparedScenario.of(FOLDER.study(), ScenarioFile.read(FOLDER, scenario))
                .study();
    }

    private static AllocationResult solve(AllocationProblem problem) {
        return SOLVED.computeIfAbsent(problem, one -> new AllocationSolve(one, SHORT).run(SolveProgress.Listener.NONE));
    }

    private static Set<Rule> broken(AllocationProblem problem, AllocationPlan plan) {
        Set<Rule> broken = EnumSet.noneOf(Rule.class);
        PlanScore.of(problem, plan).costs().stream()
                .filter(cost -> cost.rule().level() == Rule.Level.HARD && cost.amount() != 0)
                .forEach(cost -> broken.add(cost.rule()));
        return broken;
    }
}
