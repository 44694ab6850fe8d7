package org.zhenjie.scenarios.reform;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.planner.allocation.SolveOptions;
import org.zhenjie.planner.consolidation.ConsolidationPlan;
import org.zhenjie.planner.consolidation.ConsolidationProblem;
import org.zhenjie.planner.consolidation.ConsolidationResult;
import org.zhenjie.scenarios.reform.Reform.Consolidate;
import org.zhenjie.scenarios.stations.NumberRange;
import org.zhenjie.scenarios.stations.Stations;
import org.zhenjie.scenarios.stations.StationsPlanning;
import org.zhenjie.scenarios.study.Study.Institution;

/**
 * Units of which some stayed: what there was to choose from, and what was chosen. The same for the same study.
 *
 * @param reform what was asked for
 * @param where named in problems with it
 * @param area the town or county in which they stay; empty = all
 * @param units the units as they were, in the order of the problem
 * @param problem which unit may merge into which, and what that costs
 * @param frontier what each number of units that was asked for comes to, the fewest first; at least one
 * @param chosen the position in it of what was chosen
 */
public record Consolidated(
        Consolidate reform,
        Where where,
        Optional<String> area,
        List<Institution> units,
        ConsolidationProblem problem,
        List<Choice> frontier,
        int chosen) {
    /** What a distance by duties of 1 becomes. */
    static final long DUTY_SCALE = 1_000_000;

    private static final int METRE_DIGITS = 3;
    private static final int DUTY_DIGITS = 6;
    private static final SolveOptions OPTIONS = new SolveOptions(0, OptionalLong.of(300), Optional.empty());

    public Consolidated {
        units = List.copyOf(units);
        frontier = List.copyOf(frontier);
    }

    /**
     * One number of units that stay.
     *
     * @param keep the number
     * @param result who merges into whom
     * @param freed posts that go to the pool
     * @param leadersCut leadership positions that end
     */
    public record Choice(int keep, ConsolidationResult result, int freed, int leadersCut) {}

    /** What was chosen. */
    public Choice choice() {
        return frontier.get(chosen);
    }

    /** The hosts that were chosen. */
    public ConsolidationPlan plan() {
        return choice().result().plan();
    }

    /** The problem with the number of units that was chosen. */
    public ConsolidationProblem chosenProblem() {
        return problem.keeping(choice().keep());
    }

    /** A cost of the problem as people count it: load times km, or load times unlikeness of duties. */
    public BigDecimal cost(long scaled) {
        return cost(reform, scaled);
    }

    /** The cost of merging less the value of the freed posts. */
    public BigDecimal net(Choice choice) {
        return net(reform, choice);
    }

    /** What other numbers of units would come to; each is solved anew. */
    public List<Choice> frontier(NumberRange keep) {
        return frontier(reform, units, problem, keep);
    }

    static List<Choice> frontier(
            Consolidate reform, List<Institution> units, ConsolidationProblem problem, NumberRange keep) {
        List<Choice> choices = new ArrayList<>();
        int most = Math.min(keep.most(), units.size());
        for (int number = Math.min(Math.max(1, keep.least()), units.size()); number <= most; number++) {
            Stations stations = Stations.of(problem.keeping(number));
            ConsolidationResult result = new StationsPlanning(stations, OPTIONS).run((cost, bound) -> {});
            choices.add(choice(reform, units, number, result));
        }
        return choices;
    }

    private static Choice choice(Consolidate reform, List<Institution> units, int keep, ConsolidationResult result) {
        int freed = 0;
        int cut = 0;
        for (int i = 0; i < units.size(); i++) {
            if (result.plan().hosts().get(i) != i) {
                freed += share(reform.freedShare(), units.get(i).posts());
                int leaders = units.get(i).leaders().orElse(0);
                cut += leaders - share(reform.leadersShare(), leaders);
            }
        }
        return new Choice(keep, result, freed, cut);
    }

    /** A share of posts or positions, rounded down. */
    static int share(BigDecimal share, int number) {
        return share.multiply(BigDecimal.valueOf(number))
                .setScale(0, RoundingMode.FLOOR)
                .intValueExact();
    }

    static BigDecimal net(Consolidate reform, Choice choice) {
        BigDecimal value = reform.keep().postValue().multiply(BigDecimal.valueOf(choice.freed()));
        return cost(reform, choice.result().account().cost()).subtract(value);
    }

    private static BigDecimal cost(Consolidate reform, long scaled) {
        return BigDecimal.valueOf(scaled, reform.by() == Consolidate.Distance.PLACE ? METRE_DIGITS : DUTY_DIGITS);
    }
}
