package org.zhenjie.scenarios.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.zhenjie.gis.write.AtomicFiles;
import org.zhenjie.planner.allocation.Rule;
import org.zhenjie.planner.allocation.SolveOptions;
import org.zhenjie.planner.robust.NeedDraws;
import org.zhenjie.planner.robust.Robustness;
import org.zhenjie.planner.robust.Robustness.Outcome;
import org.zhenjie.planner.robust.Robustness.TownOutcome;
import org.zhenjie.planner.robust.WeightTrial;
import org.zhenjie.scenarios.export.RuleTexts;
import org.zhenjie.scenarios.plan.PlannedScenario;
import org.zhenjie.scenarios.reform.Scenario;
import org.zhenjie.scenarios.study.StudyFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code zhenjie robustness}: how plans fare when needs or weights are otherwise than estimated. */
@Command(name = "robustness", sortOptions = false)
final class RobustnessCommand implements Callable<Integer> {
    private static final int MOST_DRAWS = 100_000;
    private static final int MOST_THREADS = 8;
    /** Steps of each trial of a weight where the call gives no limit. */
    private static final long TRIAL_STEPS = 200;

    private final Call call;
    private final CliTexts texts;
    private final Figures figures;

    @Mixin
    private ScenarioChoice choice;

    @Option(names = "--against", paramLabel = "B", descriptionKey = "robustAgainst", order = 11)
    private String against;

    @Option(
            names = "--draws",
            paramLabel = "N",
            descriptionKey = "draws",
            defaultValue = "500",
            converter = Draws.class,
            order = 12)
    private Long draws;

    @Option(
            names = "--spread",
            paramLabel = "SHARE",
            descriptionKey = "spread",
            defaultValue = "0.1",
            converter = Spread.class,
            order = 13)
    private Double spread;

    @Option(names = "--weights", descriptionKey = "weightTrials", order = 14)
    private boolean weights;

    @Mixin
    private SearchLimits limits;

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "robustnessOut", order = 30)
    private Path out;

    /** From 1 to what is worth drawing. */
    static final class Draws implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            long number = new SearchLimits.Count().convert(text);
            if (number < 1 || number > MOST_DRAWS) {
                throw new TypeConversionException(text);
            }
            return number;
        }
    }

    /** A share from 0 to 1. */
    static final class Spread implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            try {
                double share = Double.parseDouble(text.strip());
                if (share >= 0 && share <= 1) {
                    return share;
                }
            } catch (NumberFormatException e) {
                throw new TypeConversionException(text);
            }
            throw new TypeConversionException(text);
        }
    }

    RobustnessCommand(Call call) {
        this.call = call;
        this.texts = call.texts();
        this.figures = new Figures(call.locale());
    }

    @Override
    public Integer call() {
        StudyFolder folder = Plans.open(call, choice.study());
        if (out != null) {
            new InputGuard(folder).check(out);
            Targets.check(out);
        }
        SolveOptions options = limits.options();
        Plans plans = new Plans(call, folder, options);
        List<Scenario> scenarios = new ArrayList<>(List.of(plans.scenario(choice.scenario())));
        if (against != null) {
            scenarios.add(plans.scenario(against));
        }
        List<PlannedScenario> planned = scenarios.stream().map(plans::current).toList();
        Robustness robustness = Robustness.of(
                planned.stream()
                        .map(one -> new Robustness.Candidate(one.problem(), one.plan()))
                        .toList(),
                new NeedDraws(options.seed(), spread),
                Math.toIntExact(draws),
                Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()),
                () -> call.cancellation().isRequested());
        print(planned, robustness, options.seed());
        if (weights) {
            boolean isDefault = options.steps().equals(OptionalLong.of(SearchLimits.STEPS));
            trials(
                    planned.get(0),
                    isDefault
                            ? new SolveOptions(options.seed(), OptionalLong.of(TRIAL_STEPS), options.time())
                            : options);
        }
        if (out != null) {
            write(planned, robustness);
        }
        return ExitCode.DONE;
    }

    private void print(List<PlannedScenario> planned, Robustness robustness, long seed) {
        call.print(texts.get("robust.title", draws, figures.share(spread, 0), seed));
        TextTable table = new TextTable(List.of(
                "",
                texts.get("robust.estimate"),
                texts.get("robust.mean"),
                texts.get("robust.worst"),
                texts.get("robust.regret"),
                texts.get("robust.worstRegret"),
                texts.get("robust.best")));
        for (int i = 0; i < planned.size(); i++) {
            Outcome outcome = robustness.plans().get(i);
            table.row(
                    title(planned.get(i)),
                    figures.whole(outcome.towns().stream()
                            .mapToLong(TownOutcome::estimate)
                            .sum()),
                    mean(sum(outcome.shortfalls())),
                    figures.whole(most(outcome.shortfalls())),
                    mean(sum(outcome.regrets())),
                    figures.whole(most(outcome.regrets())),
                    figures.share((double) outcome.best() / draws, 0));
        }
        table.lines().forEach(call::print);
        for (int i = 0; i < planned.size(); i++) {
            towns(planned.get(i), robustness.plans().get(i));
        }
    }

    private void towns(PlannedScenario planned, Outcome outcome) {
        call.print("");
        TextTable table = new TextTable(List.of(
                title(planned),
                texts.get("robust.estimate"),
                texts.get("robust.often"),
                texts.get("robust.mean"),
                texts.get("robust.worst")));
        for (int i = 0; i < outcome.towns().size(); i++) {
            TownOutcome town = outcome.towns().get(i);
            table.row(
                    planned.study().towns().get(i).name().in(call.locale()),
                    figures.whole(town.estimate()),
                    figures.share((double) town.shortDraws() / draws, 0),
                    mean(town.total()),
                    figures.whole(town.worst()));
        }
        table.lines().forEach(call::print);
    }

    private void trials(PlannedScenario planned, SolveOptions options) {
        List<WeightTrial> trials = WeightTrial.of(planned.problem(), planned.plan(), options);
        List<Rule> rules = java.util.Arrays.stream(Rule.values())
                .filter(rule -> trials.stream()
                        .anyMatch(trial -> trial.before().containsKey(rule)
                                || trial.after().containsKey(rule)))
                .toList();
        List<String> headings = new ArrayList<>(List.of(
                texts.get("robust.trials", title(planned)), texts.get("explain.weight"), texts.get("robust.moved")));
        rules.forEach(rule -> headings.add(rule.name()));
        TextTable table = new TextTable(headings);
        for (WeightTrial trial : trials) {
            List<String> row = new ArrayList<>(List.of(
                    trial.rule() + " " + RuleTexts.of(trial.rule(), call.locale()),
                    figures.number(BigDecimal.valueOf(trial.weight())),
                    figures.whole(trial.moved())));
            for (Rule rule : rules) {
                long more =
                        trial.after().getOrDefault(rule, 0L) - trial.before().getOrDefault(rule, 0L);
                row.add(more > 0 ? "+" + figures.whole(more) : figures.whole(more));
            }
            table.row(row);
        }
        call.print("");
        table.lines().forEach(call::print);
    }

    private String title(PlannedScenario planned) {
        return planned.scenario().title().in(call.locale());
    }

    private String mean(long total) {
        return String.format(java.util.Locale.ROOT, "%.1f", (double) total / draws);
    }

    private static long sum(List<Long> numbers) {
        return numbers.stream().mapToLong(Long::longValue).sum();
    }

    private static long most(List<Long> numbers) {
        return numbers.stream().flatMapToLong(LongStream::of).max().orElse(0);
    }

    /** A row for each scenario and town. */
    private void write(List<PlannedScenario> planned, Robustness robustness) {
        try {
            StringBuilder text = new StringBuilder();
            CSVFormat format =
                    CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();
            try (CSVPrinter printer = new CSVPrinter(text, format)) {
                printer.printRecord(
                        "scenario", "town", "short_estimate", "draws", "draws_short", "short_mean", "short_worst");
                for (int i = 0; i < planned.size(); i++) {
                    for (TownOutcome town : robustness.plans().get(i).towns()) {
                        printer.printRecord(
                                planned.get(i).name(),
                                town.id(),
                                town.estimate(),
                                draws,
                                town.shortDraws(),
                                String.format(java.util.Locale.ROOT, "%.3f", (double) town.total() / draws),
                                town.worst());
                    }
                }
            }
            AtomicFiles.write(out, file -> Files.writeString(file, text, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw Plans.unwritable(out, e);
        }
        call.print(texts.get("file.written", out));
    }
}
