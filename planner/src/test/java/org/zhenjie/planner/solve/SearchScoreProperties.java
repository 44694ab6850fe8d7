package org.zhenjie.planner.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import org.optaplanner.core.api.score.stream.ConstraintStreamImplType;
import org.optaplanner.core.api.solver.SolutionManager;
import org.optaplanner.core.api.solver.SolverFactory;
import org.optaplanner.core.config.score.director.ScoreDirectorFactoryConfig;
import org.optaplanner.core.config.solver.SolverConfig;
import org.zhenjie.planner.AnyCity;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.PlanScore;
import org.zhenjie.planner.allocation.Score;

/** The search counts like the plain accounting, whatever the problem and the plan. */
class SearchScoreProperties {

    static final SolutionManager<AllocationSolution, HardMediumSoftLongScore> SEARCH =
            SolutionManager.create(SolverFactory.create(new SolverConfig()
                    .withSolutionClass(AllocationSolution.class)
                    .withEntityClassList(List.of(PoolGrant.class, BlockSending.class))
                    .withScoreDirectorFactory(new ScoreDirectorFactoryConfig()
                            .withConstraintProviderClass(AllocationRules.class)
                            .withConstraintStreamImplType(ConstraintStreamImplType.BAVET))));

    @Property(tries = 400)
    void the_search_and_the_accounting_give_the_same_score(@ForAll @IntRange(max = 399) int seed) {
        AllocationProblem problem = AnyCity.MIXED.problem(seed);
        AllocationPlan plan = AnyCity.anyPlan(problem, seed + 1);

        HardMediumSoftLongScore searched = SEARCH.update(SolutionBuilder.build(problem, plan));

        assertThat(new Score(searched.hardScore(), searched.mediumScore(), searched.softScore()))
                .isEqualTo(PlanScore.of(problem, plan).score());
    }

    @Property(tries = 400)
    void a_plan_passes_through_the_search_unchanged(@ForAll @IntRange(max = 399) int seed) {
        AllocationProblem problem = AnyCity.MIXED.problem(seed);
        AllocationPlan plan = AnyCity.anyPlan(problem, seed + 1);

        assertThat(SolutionBuilder.build(problem, plan).plan()).isEqualTo(plan);
    }
}
