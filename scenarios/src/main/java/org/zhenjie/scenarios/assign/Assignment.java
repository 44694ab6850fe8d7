package org.zhenjie.scenarios.assign;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.gis.table.Table;
import org.zhenjie.gis.table.TableRequest;
import org.zhenjie.gis.table.Tables;
import org.zhenjie.planner.assignment.AssignmentPlan;
import org.zhenjie.planner.assignment.AssignmentProblem;
import org.zhenjie.planner.assignment.AssignmentProblem.Worker;
import org.zhenjie.scenarios.problem.Problems;
import org.zhenjie.scenarios.tables.Cells;
import org.zhenjie.scenarios.tables.Scale;

/**
 * An assignment as its tables give it: the problem in whole numbers, and what those stand for.
 *
 * @param problem costs and loads times powers of ten
 * @param costs what the whole numbers of costs stand for
 * @param loads what those of loads and capacities stand for
 * @param warnings what people should know of the tables
 */
public record Assignment(AssignmentProblem problem, Scale costs, Scale loads, List<Problem> warnings) {
    /** Most pairs of a worker and a task: each is held in memory, whether it is in the table or not. */
    private static final long MOST_PAIRS = 10_000_000;

    private static final String MOST = "1000000000";

    public Assignment {
        warnings = List.copyOf(warnings);
    }

    private record Pair(int worker, int task, BigDecimal cost, BigDecimal load) {}

    /**
     * Reads the tables.
     *
     * @throws org.zhenjie.gis.problem.InputException with all that is wrong with them
     */
    public static Assignment read(Path workers, Path tasks, Path costs) {
        Problems problems = new Problems();
        Map<String, Integer> workerIds = new LinkedHashMap<>();
        List<BigDecimal> capacities = new ArrayList<>();
        Map<String, Integer> taskIds = new LinkedHashMap<>();
        problems.collect(() -> readIds(workers, workerIds, capacities, problems));
        problems.collect(() -> readIds(tasks, taskIds, null, problems));
        problems.throwIfErrors();
        long number = (long) workerIds.size() * taskIds.size();
        if (number == 0 || number > MOST_PAIRS) {
            problems.error("assign.count", Where.file(costs.toString()).value(String.valueOf(number)), MOST_PAIRS);
        }
        problems.throwIfErrors();
        List<Pair> pairs = pairs(costs, workerIds, workers.toString(), taskIds, tasks.toString(), problems);
        problems.throwIfErrors();
        return scaled(workerIds, capacities, taskIds, pairs, problems);
    }

    private static void readIds(
            Path file, Map<String, Integer> positions, List<BigDecimal> capacities, Problems problems) {
        Table table = Tables.read(TableRequest.of(file));
        Cells cells = new Cells(table, problems);
        boolean complete = cells.require("id") & (capacities == null || cells.require("capacity"));
        Map<String, Long> seen = new HashMap<>();
        for (Table.Row row : complete ? table.rows() : List.<Table.Row>of()) {
            positions.putIfAbsent(cells.id(row, "id", seen), positions.size());
            if (capacities != null) {
                capacities.add(cells.number(row, "capacity", "0", "1000000000000"));
            }
        }
    }

    private static List<Pair> pairs(
            Path file,
            Map<String, Integer> workers,
            String workersFile,
            Map<String, Integer> tasks,
            String tasksFile,
            Problems problems) {
        Table table = Tables.read(TableRequest.of(file));
        Cells cells = new Cells(table, problems);
        boolean complete =
                cells.require("worker") & cells.require("task") & cells.require("cost") & cells.require("load");
        List<Pair> pairs = new ArrayList<>();
        long[] seen = new long[complete ? workers.size() * tasks.size() : 0];
        for (Table.Row row : complete ? table.rows() : List.<Table.Row>of()) {
            int worker = cells.reference(row, "worker", workers, workersFile);
            int task = cells.reference(row, "task", tasks, tasksFile);
            BigDecimal cost = cells.number(row, "cost", "-" + MOST, MOST);
            BigDecimal load = cells.number(row, "load", "0", MOST);
            if (worker < 0 || task < 0) {
                continue;
            }
            int pair = worker * tasks.size() + task;
            if (seen[pair] != 0) {
                problems.error("assign.twice", table.where(row, "task"), seen[pair]);
            }
            seen[pair] = row.number();
            pairs.add(new Pair(worker, task, cost, load));
        }
        return pairs;
    }

    private static Assignment scaled(
            Map<String, Integer> workers,
            List<BigDecimal> capacities,
            Map<String, Integer> tasks,
            List<Pair> pairs,
            Problems problems) {
        Scale costs = scale(tasks.size(), pairs, Pair::cost);
        Scale loads = scale(tasks.size(), pairs, Pair::load);
        Scale.tellRounded(Map.of("cost", costs, "load", loads), problems);
        long[][] cost = new long[tasks.size()][workers.size()];
        long[][] load = new long[tasks.size()][workers.size()];
        for (long[] row : cost) {
            Arrays.fill(row, AssignmentProblem.CLOSED);
        }
        for (Pair pair : pairs) {
            cost[pair.task()][pair.worker()] = costs.whole(pair.cost());
            load[pair.task()][pair.worker()] = loads.whole(pair.load());
        }
        List<Worker> doers = new ArrayList<>();
        for (Map.Entry<String, Integer> worker : workers.entrySet()) {
            BigDecimal capacity = capacities.get(worker.getValue());
            doers.add(new Worker(worker.getKey(), loads.limit(capacity, AssignmentProblem.MOST_SUM)));
        }
        AssignmentProblem problem = new AssignmentProblem(doers, List.copyOf(tasks.keySet()), cost, load);
        return new Assignment(problem, costs, loads, problems.warnings());
    }

    /** The scale in which no plan comes to too much, even if of each task the greatest amount counted. */
    private static Scale scale(int tasks, List<Pair> pairs, Function<Pair, BigDecimal> amount) {
        BigDecimal[] most = new BigDecimal[tasks];
        Arrays.fill(most, BigDecimal.ZERO);
        for (Pair pair : pairs) {
            most[pair.task()] = most[pair.task()].max(amount.apply(pair).abs());
        }
        BigDecimal sum = Arrays.stream(most).reduce(BigDecimal.ZERO, BigDecimal::add);
        // each may be rounded up
        return Scale.of(pairs.stream().map(amount)).within(sum, AssignmentProblem.MOST_SUM - tasks);
    }

    /** Id of the worker of each task. */
    public List<String> answer(AssignmentPlan plan) {
        return plan.workers().stream()
                .map(worker -> problem.workers().get(worker).id())
                .toList();
    }
}
