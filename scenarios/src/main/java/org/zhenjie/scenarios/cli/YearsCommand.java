package org.zhenjie.scenarios.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.scenarios.reform.Scenario;
import org.zhenjie.scenarios.study.StudyFolder;
import org.zhenjie.scenarios.years.Lent;
import org.zhenjie.scenarios.years.PlannedYear;
import org.zhenjie.scenarios.years.RollForward;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code zhenjie years}: a scenario rolled forward over years. */
@Command(name = "years", sortOptions = false)
final class YearsCommand implements Callable<Integer> {
    private static final int MOST_YEARS = 100;

    private final Call call;

    @Mixin
    private ScenarioChoice choice;

    @Option(
            names = "--to",
            paramLabel = "YEAR",
            descriptionKey = "toYear",
            required = true,
            converter = SearchLimits.Count.class,
            order = 11)
    private Long to;

    @Option(
            names = "--from",
            paramLabel = "YEAR",
            descriptionKey = "fromYear",
            converter = SearchLimits.Count.class,
            order = 12)
    private Long from;

    @Mixin
    private SearchLimits limits;

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "yearsOut", order = 30)
    private Path out;

    YearsCommand(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        StudyFolder folder = Plans.open(call, choice.study());
        if (out != null) {
            new InputGuard(folder).check(out);
            Targets.check(out);
        }
        Scenario scenario = new Plans(call, folder, limits.options()).scenario(choice.scenario());
        int first = from != null
                ? from.intValue()
                : RollForward.firstYear(folder.study(), scenario).orElse(to.intValue());
        if (first > to || to - first >= MOST_YEARS) {
            throw new InputException(
                    Problem.error(CliTexts.BUNDLE, "years.span", Where.nowhere().value(first + "–" + to), MOST_YEARS));
        }
        List<PlannedYear> years = solve(folder, scenario, first);
        PlannedYear last = years.get(years.size() - 1);
        Plans.feasible(last.planned());
        print(scenario, years);
        if (out != null) {
            write(years);
        }
        return ExitCode.DONE;
    }

    private List<PlannedYear> solve(StudyFolder folder, Scenario scenario, int first) {
        String title = call.texts().get("years.solving", scenario.title().in(call.locale()), first, to);
        try (ProgressView view = ProgressView.open(call, title)) {
            RollForward roll = new RollForward(
                    folder,
                    scenario,
                    limits.options(),
                    progress -> view.state(call.texts()
                            .get(
                                    "solving.best",
                                    -progress.best().medium(),
                                    -progress.best().soft())));
            call.cancellation().onRequest(roll::cancel);
            call.cancellation().worthless(true);
            return roll.run(first, to.intValue());
        } finally {
            call.cancellation().worthless(false);
            call.cancellation().onRequest(() -> {});
        }
    }

    private void print(Scenario scenario, List<PlannedYear> years) {
        CliTexts texts = call.texts();
        Figures figures = new Figures(call.locale());
        call.print(texts.get("years.title", scenario.title().in(call.locale()), scenario.name()));
        TextTable table = new TextTable(
                Stream.of("year", "need", "posts", "granted", "begun", "back", "retired", "sent", "short", "cost")
                        .map(key -> texts.get("years." + key))
                        .toList());
        for (PlannedYear year : years) {
            table.row(
                    String.valueOf(year.year()),
                    figures.whole(year.need()),
                    figures.whole(year.posts()),
                    figures.whole(year.granted()),
                    figures.whole(year.begun()),
                    figures.whole(year.back()),
                    figures.whole(year.retired()),
                    figures.whole(year.sent()),
                    figures.whole(year.shortfall()),
                    figures.whole(-year.planned().result().score().soft()));
        }
        table.lines().forEach(line -> call.print("  " + line));
    }

    private void write(List<PlannedYear> years) {
        List<List<Object>> rows = new ArrayList<>();
        for (PlannedYear year : years) {
            for (Lent one : year.lent()) {
                Object due = one.due().isPresent() ? one.due().getAsInt() : "";
                rows.add(List.of(year.year(), one.pool(), one.town(), one.platform(), one.posts(), one.since(), due));
            }
        }
        try {
            CsvFile.write(out, List.of("year", "pool", "town", "platform", "posts", "since", "due"), rows);
        } catch (IOException e) {
            throw Plans.unwritable(out, e);
        }
        call.print(call.texts().get("file.written", out));
    }
}
