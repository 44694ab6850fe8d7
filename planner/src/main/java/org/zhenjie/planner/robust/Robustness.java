package org.zhenjie.planner.robust;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.PlanScore;
import org.zhenjie.planner.allocation.PlanScore.RuleCost;
import org.zhenjie.planner.allocation.Rule;
import org.zhenjie.planner.allocation.Score;

/**
 * How plans fare when needs turn out otherwise than estimated. The plans stay as they are; only needs are drawn.
 *
 * @param plans one outcome for each plan, in their order
 */
public record Robustness(List<Outcome> plans) {
    public Robustness {
        plans = List.copyOf(plans);
    }

    /** A plan and its problem. */
    public record Candidate(AllocationProblem problem, AllocationPlan plan) {}

    /**
     * How one plan fared.
     *
     * @param towns by town, in the order of its problem
     * @param shortfalls posts short of need, draw by draw
     * @param costs soft cost, draw by draw
     * @param regrets posts short of need more than the best of the plans in the same draw, draw by draw
     */
    public record Outcome(List<TownOutcome> towns, List<Long> shortfalls, List<Long> costs, List<Long> regrets) {
        public Outcome {
            towns = List.copyOf(towns);
            shortfalls = List.copyOf(shortfalls);
            costs = List.copyOf(costs);
            regrets = List.copyOf(regrets);
        }

        /** In how many draws no other plan was less short; ties count for each. */
        public long best() {
            return regrets.stream().filter(regret -> regret == 0).count();
        }
    }

    /**
     * How one town fared.
     *
     * @param id of the town
     * @param estimate posts short of need with the needs as estimated
     * @param shortDraws draws in which it was short of posts
     * @param total posts short over all draws
     * @param worst posts short in its worst draw
     */
    public record TownOutcome(String id, long estimate, int shortDraws, long total, long worst) {}

    /**
     * Draws needs and counts each plan under the same draws.
     *
     * @param draws how many
     * @param threads at most so many at once; the answer does not depend on it
     * @param stop asked before each draw whether to give up
     * @throws CancellationException when it gave up
     */
    public static Robustness of(
            List<Candidate> candidates, NeedDraws needs, int draws, int threads, BooleanSupplier stop) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<List<Sample>>> futures = new ArrayList<>();
            for (int i = 0; i < draws; i++) {
                int number = i;
                futures.add(pool.submit(() -> samples(candidates, needs, number, stop)));
            }
            List<List<Sample>> samples = new ArrayList<>();
            for (Future<List<Sample>> future : futures) {
                samples.add(future.get());
            }
            return outcome(candidates, samples);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } finally {
            pool.shutdownNow();
        }
    }

    private record Sample(Score score, long[] shortByTown) {}

    private static List<Sample> samples(List<Candidate> candidates, NeedDraws needs, int number, BooleanSupplier stop) {
        if (stop.getAsBoolean()) {
            throw new CancellationException();
        }
        return candidates.stream()
                .map(one -> sample(needs.draw(one.problem(), number), one.plan()))
                .toList();
    }

    private static Sample sample(AllocationProblem problem, AllocationPlan plan) {
        PlanScore score = PlanScore.of(problem, plan);
        long[] shortByTown = new long[problem.towns().size()];
        for (RuleCost cost : score.costs()) {
            if (cost.rule() == Rule.M1) {
                shortByTown[cost.town().orElseThrow()] += cost.amount();
            }
        }
        return new Sample(score.score(), shortByTown);
    }

    private static Robustness outcome(List<Candidate> candidates, List<List<Sample>> samples) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            int plan = i;
            List<Sample> own = samples.stream().map(all -> all.get(plan)).toList();
            List<Long> regrets = samples.stream()
                    .map(all -> -all.get(plan).score().medium()
                            - all.stream()
                                    .mapToLong(one -> -one.score().medium())
                                    .min()
                                    .orElseThrow())
                    .toList();
            outcomes.add(new Outcome(
                    towns(candidates.get(i), own),
                    own.stream().map(one -> -one.score().medium()).toList(),
                    own.stream().map(one -> -one.score().soft()).toList(),
                    regrets));
        }
        return new Robustness(outcomes);
    }

    private static List<TownOutcome> towns(Candidate candidate, List<Sample> samples) {
        Sample estimate = sample(candidate.problem(), candidate.plan());
        List<TownOutcome> towns = new ArrayList<>();
        for (int i = 0; i < estimate.shortByTown().length; i++) {
            int town = i;
            long[] shorts =
                    samples.stream().mapToLong(one -> one.shortByTown()[town]).toArray();
            towns.add(new TownOutcome(
                    candidate.problem().towns().get(i).id(),
                    estimate.shortByTown()[i],
                    (int) java.util.Arrays.stream(shorts)
                            .filter(posts -> posts > 0)
                            .count(),
                    java.util.Arrays.stream(shorts).sum(),
                    java.util.Arrays.stream(shorts).max().orElse(0)));
        }
        return towns;
    }

    /** Cost of a plan by rule, rules that cost nothing left out. */
    static Map<Rule, Long> byRule(AllocationProblem problem, AllocationPlan plan) {
        Map<Rule, Long> byRule = new TreeMap<>();
        PlanScore.of(problem, plan).costs().forEach(cost -> byRule.merge(cost.rule(), cost.amount(), Long::sum));
        return byRule;
    }
}
