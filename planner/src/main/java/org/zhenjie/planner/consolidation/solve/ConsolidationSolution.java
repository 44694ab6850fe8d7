package org.zhenjie.planner.consolidation.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.optaplanner.core.api.domain.solution.PlanningEntityCollectionProperty;
import org.optaplanner.core.api.domain.solution.PlanningScore;
import org.optaplanner.core.api.domain.solution.PlanningSolution;
import org.optaplanner.core.api.domain.solution.ProblemFactCollectionProperty;
import org.optaplanner.core.api.domain.solution.ProblemFactProperty;
import org.optaplanner.core.api.domain.solution.cloner.SolutionCloner;
import org.optaplanner.core.api.domain.valuerange.CountableValueRange;
import org.optaplanner.core.api.domain.valuerange.ValueRangeFactory;
import org.optaplanner.core.api.domain.valuerange.ValueRangeProvider;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import org.zhenjie.planner.consolidation.ConsolidationPlan;
import org.zhenjie.planner.consolidation.ConsolidationProblem;

/** The whole consolidation as OptaPlanner searches it. */
@PlanningSolution(solutionCloner = ConsolidationSolution.Cloner.class)
public final class ConsolidationSolution {

    private ConsolidationProblem problem;

    @ProblemFactCollectionProperty
    private List<Host> hosts;

    @ProblemFactProperty
    private CoverLimit coverLimit;

    @PlanningEntityCollectionProperty
    private List<Merge> merges;

    @PlanningScore
    private HardSoftLongScore score;

    /** For the search library. */
    public ConsolidationSolution() {}

    private ConsolidationSolution(
            ConsolidationProblem problem, List<Host> hosts, CoverLimit coverLimit, List<Merge> merges) {
        this.problem = problem;
        this.hosts = hosts;
        this.coverLimit = coverLimit;
        this.merges = merges;
    }

    static ConsolidationSolution of(ConsolidationProblem problem, ConsolidationPlan start) {
        List<Host> hosts = new ArrayList<>();
        List<Merge> merges = new ArrayList<>();
        for (int site = 0; site < problem.size(); site++) {
            hosts.add(new Host(site, problem.sites().get(site).capacity()));
            merges.add(new Merge(problem, site, start.hosts().get(site)));
        }
        CoverLimit limit = new CoverLimit(
                problem.cover().isEmpty() ? Long.MAX_VALUE : problem.totalLoad() - problem.loadToCover());
        return new ConsolidationSolution(problem, hosts, limit, merges);
    }

    /** Every site. */
    @ValueRangeProvider(id = "hosts")
    public CountableValueRange<Integer> hostRange() {
        return ValueRangeFactory.createIntValueRange(0, problem.size());
    }

    ConsolidationProblem problem() {
        return problem;
    }

    List<Merge> merges() {
        return merges;
    }

    HardSoftLongScore score() {
        return score;
    }

    ConsolidationPlan plan() {
        return new ConsolidationPlan(merges.stream().map(Merge::host).toList());
    }

    boolean isKept(int site) {
        return merges.get(site).host() == site;
    }

    int[] kept() {
        return IntStream.range(0, merges.size()).filter(this::isKept).toArray();
    }

    /** Copies decisions and shares facts. */
    public static final class Cloner implements SolutionCloner<ConsolidationSolution> {
        @Override
        public ConsolidationSolution cloneSolution(ConsolidationSolution original) {
            ConsolidationSolution copy = new ConsolidationSolution(
                    original.problem,
                    original.hosts,
                    original.coverLimit,
                    original.merges.stream().map(Merge::copy).toList());
            copy.score = original.score;
            return copy;
        }
    }
}
