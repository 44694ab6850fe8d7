package org.zhenjie.scenarios.cli;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.SolveOptions;
import org.zhenjie.planner.live.LiveSolve;
import org.zhenjie.planner.live.LiveTrial;
import org.zhenjie.planner.sample.Region;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code zhenjie bench live}: how soon, and by how few moves, a plan bends to a pin. */
@Command(name = "live", sortOptions = false)
final class BenchLiveCommand implements Callable<Integer> {
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
        Figures figures = new Figures(call.locale());
        call.notice(
                "bench.running", "live", figures.whole(number), figures.whole(posts), figures.whole(time.toSeconds()));
        List<LiveTrial> trials = LiveTrial.of(
                problem,
                new SolveOptions(seed, OptionalLong.empty(), Optional.of(time)),
                Math.toIntExact(pins),
                pin -> call.notice("live.pinning", pin, pins),
                () -> call.cancellation().isRequested());
        call.cancellation().check();
        TextTable table = new TextTable(List.of(
                call.texts().get("live.pin"),
                call.texts().get("live.posts"),
                call.texts().get("live.millis"),
                call.texts().get("live.moved"),
                call.texts().get("live.least"),
                call.texts().get("live.beyond")));
        trials.forEach(trial -> table.row(row(trial)));
        call.print(call.texts().get("live.title", number, pins));
        table.lines().forEach(call::print);
        return ExitCode.DONE;
    }

    private List<String> row(LiveTrial trial) {
        Figures figures = new Figures(call.locale());
        String name = call.texts()
                .get("live.pinned", trial.town(), trial.pool(), trial.granted(), trial.granted() + LiveTrial.MORE);
        if (trial.answer() instanceof LiveSolve.Refused refused) {
            String why = refused.conflict().isPresent() ? "live.impossible" : "live.notFound";
            return List.of(
                    name, figures.whole(trial.posts()), "", "", "", call.texts().get(why));
        }
        LiveSolve.Update first = ((LiveSolve.Adopted) trial.answer()).first();
        return List.of(
                name,
                figures.whole(trial.posts()),
                figures.whole(first.elapsedMillis()),
                figures.whole(first.moved()),
                figures.whole(first.least()),
                figures.share((double) (first.moved() - first.least()) / trial.posts(), 2));
    }
}
