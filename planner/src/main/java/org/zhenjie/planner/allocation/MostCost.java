package org.zhenjie.planner.allocation;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.zhenjie.planner.allocation.AllocationProblem.Block;
import org.zhenjie.planner.allocation.AllocationProblem.Destination;
import org.zhenjie.planner.allocation.AllocationProblem.Pool;
import org.zhenjie.planner.allocation.AllocationProblem.Town;
import org.zhenjie.planner.allocation.TownRules.Power;

/**
 * What the soft cost of a plan within pools and departments can come to at most, in floating point: scores are whole numbers of 64 bits,
 * and what does not fit into them must be refused before it is counted.
 *
 * @param parts by soft rule
 */
public record MostCost(List<Part> parts) {
    /** Half of what a score holds: the other half is for sums and differences on the way. */
    public static final double COUNTABLE = Long.MAX_VALUE / 2.0;

    private static final double MILLION = 1e6;

    /**
     * The part of one rule.
     *
     * @param town the town that brings most of it, where it falls in one
     */
    public record Part(Rule rule, double cost, OptionalInt town) {}

    /** Of a problem. */
    public static MostCost of(AllocationProblem problem) {
        Count count = new Count(problem);
        return new MostCost(List.of(
                count.balanceOfTowns(),
                count.balanceOfCounties(),
                count.part(Rule.S3, count.people(block -> farthest(block, Destination::metres))),
                count.part(Rule.S4, count.people(block -> 1)),
                count.part(Rule.S5, count.moved()),
                count.part(Rule.S6, count.people(block -> farthest(block, Destination::wishesBefore))),
                count.part(Rule.S7, count.cases())));
    }

    /** Whether every score can be counted. */
    public boolean isCountable() {
        return parts.stream().mapToDouble(Part::cost).sum() < COUNTABLE;
    }

    /** The part that is greatest. */
    public Part greatest() {
        return parts.stream().max(Comparator.comparingDouble(Part::cost)).orElseThrow();
    }

    private static double farthest(Block block, ToDoubleFunction<Destination> way) {
        return block.destinations().stream().mapToDouble(way).max().orElse(0);
    }

    private static final class Count {
        private final AllocationProblem problem;
        private final AllocationProblem.Ratio ratio;
        private final double supply;
        private final double[] held;
        private final double[] inflow;

        Count(AllocationProblem problem) {
            this.problem = problem;
            ratio = problem.ratio();
            supply = problem.pools().stream().mapToDouble(Pool::usable).sum() + people(block -> 1);
            held = new double[problem.towns().size()];
            inflow = new double[held.length];
            problem.held().forEach(one -> held[one.town()] += one.posts());
            for (Pool pool : problem.pools()) {
                towns(pool).forEach(town -> inflow[town] += pool.usable());
            }
            problem.blocks().forEach(block -> block.destinations().forEach(to -> inflow[to.town()] += block.size()));
        }

        private IntStream towns(Pool pool) {
            return problem.isOn(Rule.H2)
                    ? pool.serves().stream().mapToInt(Integer::intValue)
                    : IntStream.range(0, held.length);
        }

        Part part(Rule rule, double amount) {
            return new Part(rule, problem.weight(rule) * amount, OptionalInt.empty());
        }

        double people(ToDoubleFunction<Block> each) {
            return problem.blocks().stream()
                    .mapToDouble(block -> block.size() * each.applyAsDouble(block))
                    .sum();
        }

        double moved() {
            return problem.reference()
                    .map(plan -> supply
                            + plan.grants().stream()
                                    .mapToDouble(AllocationPlan.Grant::posts)
                                    .sum())
                    .orElse(0.0);
        }

        double cases() {
            List<Power> powers = problem.townRules().powers();
            return problem.townRules().townPowers().stream()
                    .mapToDouble(one -> powers.get(one.power()).cases())
                    .sum();
        }

        Part balanceOfTowns() {
            double[] need =
                    problem.towns().stream().mapToDouble(Town::totalNeed).toArray();
            double most = balance(held, need, inflow);
            int worst = IntStream.range(0, held.length)
                    .boxed()
                    .max(Comparator.comparingDouble(town ->
                            deviation(held[town], need[town]) + deviation(held[town] + inflow[town], need[town])))
                    .orElse(0);
            return new Part(Rule.S1, problem.weight(Rule.S1) * most, OptionalInt.of(worst));
        }

        Part balanceOfCounties() {
            double[][] sums = new double[3][problem.counties().size()];
            for (int town = 0; town < held.length; town++) {
                int county = problem.towns().get(town).county();
                sums[0][county] += held[town];
                sums[1][county] += problem.towns().get(town).totalNeed();
                sums[2][county] += inflow[town];
            }
            return part(Rule.S2, balance(sums[0], sums[1], sums[2]));
        }

        /** Convex, so that it is at most what is held costs and, for each post to give, what the steepest ascent brings. */
        private double balance(double[] level, double[] need, double[] more) {
            double most = 0;
            double steepest = 0;
            for (int unit = 0; unit < level.length; unit++) {
                double before = deviation(level[unit], need[unit]);
                most += before;
                double posts = Math.min(supply, more[unit]);
                if (posts > 0) {
                    steepest = Math.max(steepest, (deviation(level[unit] + posts, need[unit]) - before) / posts);
                }
            }
            return most + supply * steepest;
        }

        private double deviation(double level, double need) {
            double off = level - (double) ratio.supply() / ratio.need() * need;
            return need == 0 ? 0 : off * off / need * MILLION;
        }
    }
}
