package org.zhenjie.scenarios.cli;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.AllocationPlan.Grant;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.AllocationProblem.GrantLimit;
import org.zhenjie.planner.allocation.ProblemDraft;
import org.zhenjie.planner.allocation.SolveOptions;
import org.zhenjie.planner.allocation.SolveProgress;
import org.zhenjie.planner.live.LiveSolve;
import org.zhenjie.planner.sample.Region;
import org.zhenjie.planner.solve.AllocationSolve;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code zhenjie bench live}: how soon, and by how few moves, a plan bends to a pin. */
@Command(name = "live", sortOptions = false)
final class BenchLiveCommand implements Callable<Integer> {
    private static final SolveOptions AFTER_A_PIN =
            new SolveOptions(0, OptionalLong.empty(), Optional.of(Duration.ofSeconds(2)));
    private static final int MORE = 3;

    private final Call call;

    @Option(
            names = "--towns",
            paramLabel = "N",
            descriptionKey = "liveTowns",
            defaultValue = "51",
            converter = SearchLimits.Count.class,
            order = 1)
    private Long towns;

    @Option(
            names = "--pins",
            paramLabel = "N",
            descriptionKey = "livePins",
            defaultValue = "5",
            converter = SearchLimits.Count.class,
            order = 2)
    private Long pins;

    @Option(
            names = "--time",
            paramLabel = "TIME",
            descriptionKey = "liveTime",
            defaultValue = "10s",
            converter = SearchLimits.Time.class,
            order = 3)
    private Duration time;

    @Option(names = "--seed", paramLabel = "S", descriptionKey = "seed", defaultValue = "0", order = 4)
    private long seed;

    BenchLiveCommand(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        int number = Math.max(2, Math.toIntExact(towns));
        Region region = number <= Region.CITY.towns() ? Region.CITY : Region.PROVINCE;
        int posts = Math.toIntExact((long) region.posts() * number / region.towns());
        AllocationProblem problem = new Region(
                        "live",
                        number,
                        Math.min(number, region.townsInCity()),
                        posts,
                        region.poolShare(),
                        region.largestBlock(),
                        region.uneven())
                .problem(seed);
        AllocationSolve solve =
                new AllocationSolve(problem, new SolveOptions(seed, OptionalLong.empty(), Optional.of(time)));
        call.cancellation().onRequest(solve::cancel);
        AllocationPlan plan = solve.run(SolveProgress.Listener.NONE).plan();
        call.cancellation().check();
        TextTable table = new TextTable(List.of(
                call.texts().get("live.pin"),
                call.texts().get("live.posts"),
                call.texts().get("live.millis"),
                call.texts().get("live.moved"),
                call.texts().get("live.least"),
                call.texts().get("live.beyond")));
        try (LiveSolve live = new LiveSolve(problem, plan, AFTER_A_PIN, update -> {})) {
            call.cancellation().onRequest(live::close);
            Random random = new Random(seed);
            for (int i = 0; i < pins; i++) {
                table.row(row(live, random));
            }
        } catch (java.util.concurrent.CancellationException | CompletionException e) {
            call.cancellation().check();
            throw e;
        }
        call.print(call.texts().get("live.title", number, pins));
        table.lines().forEach(call::print);
        return ExitCode.DONE;
    }

    /** Some place gets a few posts more than it has, and may have no fewer from then on. */
    private List<String> row(LiveSolve live, Random random) {
        AllocationPlan before = live.plan();
        Grant grant = before.grants().get(random.nextInt(before.grants().size()));
        int granted = before.grants().stream()
                .filter(one -> one.pool().equals(grant.pool()) && one.town() == grant.town())
                .mapToInt(Grant::posts)
                .sum();
        GrantLimit pin =
                new GrantLimit(grant.pool(), grant.town(), OptionalInt.empty(), granted + MORE, Integer.MAX_VALUE);
        LiveSolve.Answer answer = live.change(problem -> {
                    ProblemDraft draft = new ProblemDraft(problem);
                    draft.grantLimits().add(pin);
                    return draft.problem();
                })
                .join();
        String name = call.texts()
                .get(
                        "live.pinned",
                        live.problem().towns().get(grant.town()).id(),
                        grant.pool(),
                        granted,
                        granted + MORE);
        if (!(answer instanceof LiveSolve.Adopted adopted)) {
            return List.of(name, "", "", "", "", call.texts().get("live.refused"));
        }
        LiveSolve.Update first = adopted.first();
        long posts = posts(live.problem(), before);
        Figures figures = new Figures(call.locale());
        return List.of(
                name,
                figures.whole(posts),
                figures.whole(first.elapsedMillis()),
                figures.whole(first.moved()),
                figures.whole(first.least()),
                figures.share((double) (first.moved() - first.least()) / posts, 2));
    }

    private static long posts(AllocationProblem problem, AllocationPlan plan) {
        java.util.Map<String, Integer> sizes = new java.util.HashMap<>();
        problem.blocks().forEach(block -> sizes.put(block.id(), block.size()));
        return plan.grants().stream().mapToLong(Grant::posts).sum()
                + plan.postings().stream()
                        .mapToLong(posting -> sizes.get(posting.block()))
                        .sum();
    }
}
