package org.zhenjie.scenarios.years;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.AllocationPlan.Grant;
import org.zhenjie.planner.allocation.AllocationPlan.Posting;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.AllocationProblem.BlockRule;
import org.zhenjie.planner.allocation.AllocationProblem.GrantLimit;
import org.zhenjie.planner.allocation.AllocationProblem.Place;
import org.zhenjie.planner.allocation.AllocationResult;
import org.zhenjie.planner.allocation.SolveOptions;
import org.zhenjie.planner.allocation.SolveProgress;
import org.zhenjie.scenarios.plan.PlannedScenario;
import org.zhenjie.scenarios.plan.Planning;
import org.zhenjie.scenarios.plan.PreparedScenario;
import org.zhenjie.scenarios.reform.Reform.MergeTowns;
import org.zhenjie.scenarios.reform.Scenario;
import org.zhenjie.scenarios.study.Study;
import org.zhenjie.scenarios.study.Study.Held;
import org.zhenjie.scenarios.study.Study.Pool;
import org.zhenjie.scenarios.study.StudyFolder;
import org.zhenjie.scenarios.study.TownTerms.Batch;
import org.zhenjie.scenarios.study.TownTerms.Retirement;

/**
 * Plans a scenario year by year. Each year starts from the plan of the year before: what was lent for a term that is over is back in
 * its pool; everything else that was granted stays at least as it is; people who were sent stay where they are; posts of people
 * who retired go to the pool named. Reforms come into force in their year. S5 measures against the plan of the year before.
 */
public final class RollForward {
    private final StudyFolder folder;
    private final Scenario scenario;
    private final SolveOptions options;
    private final SolveProgress.Listener listener;
    private Planning solve;
    private boolean cancelled;

    private List<Lent> lent = List.of();
    private Map<String, Posted> posted = Map.of();

    private record Posted(String town, String platform) {}

    /**
     * A roll-forward that has not begun.
     *
     * @param listener hears of each better plan of each year
     */
    public RollForward(StudyFolder folder, Scenario scenario, SolveOptions options, SolveProgress.Listener listener) {
        this.folder = folder;
        this.scenario = scenario;
        this.options = options;
        this.listener = listener;
    }

    /** The first year that the study or the scenario names: of a retirement, a batch or a reform; empty where they name none. */
    public static OptionalInt firstYear(Study study, Scenario scenario) {
        IntStream dated = scenario.steps().stream()
                .flatMap(step -> step.from().stream().boxed())
                .mapToInt(Integer::intValue);
        IntStream batches = study.terms().batches().stream().map(Batch::year).flatMapToInt(OptionalInt::stream);
        IntStream retirements = study.terms().retirements().stream().mapToInt(Retirement::year);
        return IntStream.concat(dated, IntStream.concat(batches, retirements)).min();
    }

    /**
     * Plans the years in order; ends with the first one for which no plan that keeps every hard rule was found.
     *
     * @throws org.zhenjie.gis.problem.InputException if a reform makes no sense for the study of its year
     * @throws CancellationException if cancelled
     */
    public List<PlannedYear> run(int from, int to) {
        List<PlannedYear> years = new ArrayList<>();
        for (int year = from; year <= to; year++) {
            PlannedYear planned = year(year, year == from);
            years.add(planned);
            if (!planned.planned().result().score().isFeasible()) {
                break;
            }
        }
        return years;
    }

    /** Ends the roll-forward at once. */
    public synchronized void cancel() {
        cancelled = true;
        if (solve != null) {
            solve.cancel();
        }
    }

    private PlannedYear year(int year, boolean isFirst) {
        Scenario inForce = scenario.in(year);
        Retired retired = retired(year);
        PreparedScenario prepared = PreparedScenario.of(retired.study(), withoutReference(inForce));
        Map<String, String> merged = new HashMap<>();
        inForce.reforms().stream()
                .filter(MergeTowns.class::isInstance)
                .map(MergeTowns.class::cast)
                .forEach(merge -> merge.towns().forEach(town -> merged.put(town, merge.code())));
        Positions positions = new Positions(prepared.study());
        List<Lent> before = lent.stream()
                .map(one -> one.in(merged.getOrDefault(one.town(), one.town())))
                .filter(one -> positions.knows(one.pool(), one.town(), one.platform()))
                .toList();
        List<Lent> staying = before.stream().filter(one -> !one.isBack(year)).toList();
        Map<String, Posted> sent = new LinkedHashMap<>();
        posted.forEach((block, place) ->
                sent.put(block, new Posted(merged.getOrDefault(place.town(), place.town()), place.platform())));
        PreparedScenario carried =
                isFirst ? prepared : with(prepared, carried(prepared.problem(), positions, before, staying, sent));
        PlannedScenario planned = solve(carried);
        int back = total(before) - total(staying);
        remember(year, planned, staying);
        return new PlannedYear(year, planned, lent, back, retired.toPools());
    }

    private static int total(List<Lent> lent) {
        return lent.stream().mapToInt(Lent::posts).sum();
    }

    private static Scenario withoutReference(Scenario scenario) {
        return new Scenario(scenario.name(), scenario.title(), Optional.empty(), scenario.steps(), List.of());
    }

    private static PreparedScenario with(PreparedScenario prepared, AllocationProblem problem) {
        return new PreparedScenario(
                prepared.scenario(),
                prepared.baseline(),
                prepared.study(),
                problem,
                prepared.reference(),
                prepared.total(),
                prepared.warnings());
    }

    private PlannedScenario solve(PreparedScenario prepared) {
        Planning planning = Planning.of(prepared, options, folder.inputHash(scenario.name()));
        synchronized (this) {
            if (cancelled) {
                throw new CancellationException();
            }
            solve = planning;
        }
        PlannedScenario planned = planning.run(listener);
        if (planned.result().stoppedBy() == AllocationResult.StoppedBy.CANCELLED) {
            throw new CancellationException();
        }
        return planned;
    }

    private record Retired(Study study, int toPools) {}

    /** The study as those who retired up to a year left it. Posts that stay vacant in the town count as held all the same. */
    private Retired retired(int year) {
        Study study = folder.study();
        List<Held> held = new ArrayList<>(study.held());
        Map<String, Integer> sizes = new HashMap<>();
        int thisYear = 0;
        for (Retirement one : study.terms().retirements()) {
            if (one.year() > year) {
                continue;
            }
            for (int i = 0; i < held.size(); i++) {
                Held desk = held.get(i);
                if (desk.town().equals(one.town())
                        && desk.platform().equals(one.platform())
                        && desk.quotaType().equals(one.quotaType())) {
                    int people = Math.min(desk.people(), one.people());
                    int posts = one.pool().isPresent() ? Math.min(desk.posts(), one.people()) : 0;
                    held.set(
                            i,
                            new Held(
                                    desk.town(),
                                    desk.platform(),
                                    desk.quotaType(),
                                    desk.posts() - posts,
                                    desk.people() - people));
                    one.pool().ifPresent(pool -> sizes.merge(pool, posts, Integer::sum));
                    thisYear += one.year() == year ? posts : 0;
                }
            }
        }
        List<Pool> pools = study.pools().stream()
                .map(pool -> pool.withSize(pool.size() + sizes.getOrDefault(pool.id(), 0)))
                .toList();
        return new Retired(study.with(held, pools), thisYear);
    }

    /** The problem with what goes on from the year before; pins and bans of the scenario win over it. */
    private static AllocationProblem carried(
            AllocationProblem problem,
            Positions positions,
            List<Lent> before,
            List<Lent> staying,
            Map<String, Posted> sent) {
        Set<List<Object>> decided = problem.grantLimits().stream()
                .map(limit -> List.<Object>of(limit.pool(), limit.town()))
                .collect(Collectors.toSet());
        Map<Grant, Integer> least = positions.grants(staying);
        List<GrantLimit> limits = Stream.concat(
                        problem.grantLimits().stream(),
                        least.entrySet().stream()
                                .filter(one -> !decided.contains(List.<Object>of(
                                        one.getKey().pool(), one.getKey().town())))
                                .map(one -> new GrantLimit(
                                        one.getKey().pool(),
                                        one.getKey().town(),
                                        OptionalInt.of(one.getKey().platform()),
                                        one.getValue(),
                                        Integer.MAX_VALUE)))
                .toList();
        Set<String> ruled = problem.blockRules().stream().map(BlockRule::block).collect(Collectors.toSet());
        Set<String> known =
                problem.blocks().stream().map(AllocationProblem.Block::id).collect(Collectors.toSet());
        List<Posting> postings = sent.entrySet().stream()
                .filter(one -> known.contains(one.getKey())
                        && positions.knows(one.getValue().town(), one.getValue().platform()))
                .map(one -> new Posting(
                        one.getKey(),
                        positions.towns.get(one.getValue().town()),
                        positions.platforms.get(one.getValue().platform())))
                .toList();
        List<BlockRule> rules = Stream.concat(
                        problem.blockRules().stream(),
                        postings.stream()
                                .filter(posting -> !ruled.contains(posting.block()))
                                .map(posting -> new BlockRule(
                                        posting.block(), false, Set.of(new Place(posting.town(), posting.platform())))))
                .toList();
        List<Grant> reference = positions.grants(before).entrySet().stream()
                .map(one -> new Grant(
                        one.getKey().pool(), one.getKey().town(), one.getKey().platform(), one.getValue()))
                .toList();
        return new AllocationProblem(
                problem.platforms(),
                problem.quotaTypes(),
                problem.counties(),
                problem.towns(),
                problem.held(),
                problem.pools(),
                problem.departments(),
                problem.blocks(),
                limits,
                rules,
                Optional.of(new AllocationPlan(reference, postings)),
                problem.weights(),
                problem.off(),
                problem.given(),
                problem.townRules());
    }

    /** Grants beyond what stayed began this year; where fewer are granted than stayed, the latest ones ended. */
    private void remember(int year, PlannedScenario planned, List<Lent> staying) {
        Study study = planned.study();
        List<Lent> now = new ArrayList<>();
        for (Grant grant : planned.plan().grants()) {
            String town = study.towns().get(grant.town()).code();
            String platform = study.platforms().get(grant.platform()).id();
            int left = grant.posts();
            for (Lent one : staying) {
                boolean isSame = one.pool().equals(grant.pool())
                        && one.town().equals(town)
                        && one.platform().equals(platform);
                int kept = isSame ? Math.min(left, one.posts()) : 0;
                if (kept > 0) {
                    now.add(one.of(kept));
                    left -= kept;
                }
            }
            if (left > 0) {
                OptionalInt term = study.pool(grant.pool()).orElseThrow().termYears();
                OptionalInt due = term.isPresent() ? OptionalInt.of(year + term.getAsInt()) : term;
                now.add(new Lent(grant.pool(), town, platform, left, year, due));
            }
        }
        lent = List.copyOf(now);
        Map<String, Posted> sent = new LinkedHashMap<>();
        for (Posting posting : planned.plan().postings()) {
            sent.put(
                    posting.block(),
                    new Posted(
                            study.towns().get(posting.town()).code(),
                            study.platforms().get(posting.platform()).id()));
        }
        posted = sent;
    }

    /** Positions of a study's towns and platforms, by code and id. */
    private static final class Positions {
        private final Map<String, Integer> towns = new HashMap<>();
        private final Map<String, Integer> platforms = new HashMap<>();
        private final Set<String> pools;

        Positions(Study study) {
            study.towns().forEach(town -> towns.put(town.code(), towns.size()));
            study.platforms().forEach(platform -> platforms.put(platform.id(), platforms.size()));
            pools = study.pools().stream().map(Pool::id).collect(Collectors.toSet());
        }

        boolean knows(String pool, String town, String platform) {
            return pools.contains(pool) && knows(town, platform);
        }

        boolean knows(String town, String platform) {
            return towns.containsKey(town) && platforms.containsKey(platform);
        }

        Map<Grant, Integer> grants(List<Lent> lent) {
            Map<Grant, Integer> posts = new LinkedHashMap<>();
            for (Lent one : lent) {
                Grant key = new Grant(one.pool(), towns.get(one.town()), platforms.get(one.platform()), 0);
                posts.merge(key, one.posts(), Integer::sum);
            }
            return posts;
        }
    }
}
