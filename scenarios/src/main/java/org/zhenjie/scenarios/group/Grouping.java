package org.zhenjie.scenarios.group;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.planner.grouping.GroupingPlan;
import org.zhenjie.planner.grouping.GroupingProblem;
import org.zhenjie.scenarios.problem.Texts;
import org.zhenjie.scenarios.tables.Scale;

/**
 * A grouping in whole numbers, and what those stand for.
 *
 * @param problem loads and distances times powers of ten
 * @param loads what the whole numbers of loads stand for
 * @param costs what those of loads times distances stand for
 * @param warnings what people should know of the input
 */
public record Grouping(GroupingProblem problem, Scale loads, Scale costs, List<Problem> warnings) {
    /** Most units: the table of all their distances takes memory by the square. */
    static final int MOST_UNITS = 4_000;

    /** Mean distance of the points of a disc to its middle, as a share of its radius. */
    private static final double DISC = 2.0 / 3;

    private static final int MOST_NAMED = 10;
    private static final MathContext MEAN_DIGITS = new MathContext(15);

    /** A grouping whose groups' loads are at most a share of the mean load off it. */
    static GroupingProblem problem(
            List<String> ids, long[] loads, long[][] distances, int[][] neighbours, int groups, BigDecimal tolerance) {
        BigDecimal total = BigDecimal.valueOf(Arrays.stream(loads).sum());
        BigDecimal number = BigDecimal.valueOf(groups);
        long least = total.multiply(BigDecimal.ONE.subtract(tolerance).max(BigDecimal.ZERO))
                .divide(number, 0, RoundingMode.CEILING)
                .longValueExact();
        long most = total.multiply(BigDecimal.ONE.add(tolerance))
                .divide(number, 0, RoundingMode.FLOOR)
                .min(total)
                .longValueExact();
        return new GroupingProblem(ids, loads, distances, neighbours, groups, least, most);
    }

    /**
     * What a group without any compactness costs: the weight times what a disc costs that has the mean load and the mean area of
     * the groups, the load spread evenly over it. So a weight means the same in every place and for every load.
     *
     * @param weight 0 or more, 1 = as much as that disc
     * @param area of all units, in squares of the problem's whole unit of distance
     */
    static long compactnessCost(BigDecimal weight, GroupingProblem problem, double area) {
        double radius = Math.sqrt(area / problem.groups() / Math.PI);
        double disc = (double) problem.totalLoad() / problem.groups() * DISC * radius;
        return Math.round(Math.min(weight.doubleValue() * disc, (double) GroupingProblem.MOST_SUM / problem.groups()));
    }

    /**
     * What alone shows that there is no plan: more parts of the map than groups, pinned units that cannot be together, units and parts
     * whose loads no groups can have.
     *
     * @param wording first part of the keys of the messages: {@code group} for tables, {@code groups} for studies
     * @param where named in the problems
     * @param label a unit as people know it
     */
    public List<Problem> obstacles(String wording, Where where, IntFunction<String> label) {
        List<List<Integer>> parts = problem.parts();
        List<Problem> found = new ArrayList<>();
        if (parts.size() > problem.groups()) {
            found.add(error(wording + ".parts", where, parts.size(), problem.groups(), firsts(parts, label)));
            List<List<Integer>> islands =
                    parts.stream().filter(part -> part.size() == 1).toList();
            if (!islands.isEmpty()) {
                found.add(error(wording + ".islands", where, firsts(islands, label)));
            }
            return found;
        }
        for (int pin : problem.pinsOf(parts.stream().flatMap(List::stream).toList())) {
            List<List<Integer>> torn = parts.stream()
                    .map(part -> part.stream()
                            .filter(unit -> problem.pins()[unit] == pin)
                            .toList())
                    .filter(part -> !part.isEmpty())
                    .toList();
            if (torn.size() > 1) {
                found.add(error(wording + ".pinsTorn", where, firsts(torn, label)));
            }
        }
        if (found.isEmpty() && problem.leastGroups() > problem.groups()) {
            found.add(error(wording + ".pinsMany", where, problem.leastGroups(), problem.groups()));
        }
        return found.isEmpty() ? wrongLoads(wording, where, label) : found;
    }

    private List<Problem> wrongLoads(String wording, Where where, IntFunction<String> label) {
        if (problem.least() > problem.most()) {
            BigDecimal mean =
                    loads.number(problem.totalLoad()).divide(BigDecimal.valueOf(problem.groups()), MEAN_DIGITS);
            return List.of(error(wording + ".noLoad", where, Scale.plain(mean), loads.text(1)));
        }
        List<Integer> heavy = IntStream.range(0, problem.size())
                .filter(unit -> problem.loads()[unit] > problem.most())
                .boxed()
                .toList();
        if (!heavy.isEmpty()) {
            List<String> names =
                    heavy.stream().limit(MOST_NAMED).map(label::apply).toList();
            return List.of(error(wording + ".heavy", where, loads.text(problem.most()), names));
        }
        List<Problem> found = new ArrayList<>();
        int fewest = 0;
        int most = 0;
        for (List<Integer> part : problem.parts()) {
            long load = part.stream().mapToLong(unit -> problem.loads()[unit]).sum();
            int fewestOfPart = problem.fewestGroups(load);
            int mostOfPart = problem.mostGroups(load, part.size());
            if (fewestOfPart > mostOfPart) {
                found.add(error(
                        wording + ".partLoad",
                        where,
                        label.apply(part.get(0)),
                        loads.text(load),
                        loads.text(problem.least()),
                        loads.text(problem.most())));
            }
            fewest += fewestOfPart;
            most += mostOfPart;
        }
        if (found.isEmpty() && (fewest > problem.groups() || most < problem.groups())) {
            found.add(error(wording + ".partsLoad", where, fewest, most, problem.groups()));
        }
        return found;
    }

    private static List<String> firsts(List<List<Integer>> parts, IntFunction<String> label) {
        return parts.stream()
                .limit(MOST_NAMED)
                .map(part -> label.apply(part.get(0)))
                .toList();
    }

    private static Problem error(String key, Where where, Object... args) {
        return Problem.error(Texts.BUNDLE, key, where, args);
    }

    /** Number of the group of each unit, 1 and up in the order of their first units. */
    public List<String> answer(GroupingPlan plan) {
        return plan.inOrder().groups().stream()
                .map(group -> String.valueOf(group + 1))
                .toList();
    }
}
