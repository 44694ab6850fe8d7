package org.zhenjie.scenarios.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.scenarios.batches.PowerBatches;
import org.zhenjie.scenarios.batches.PowerBatches.PowerInTown;
import org.zhenjie.scenarios.plan.PlannedScenario;
import org.zhenjie.scenarios.study.StudyFolder;
import org.zhenjie.scenarios.study.TownTerms;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code zhenjie batches}: in which batch which town takes which power. */
@Command(name = "batches", sortOptions = false)
final class BatchesCommand implements Callable<Integer> {
    private final Call call;

    @Mixin
    private ScenarioChoice choice;

    @Mixin
    private SearchLimits limits;

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "batchesOut", order = 30)
    private Path out;

    BatchesCommand(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        StudyFolder folder = Plans.open(call, choice.study());
        if (out != null) {
            new InputGuard(folder).check(out);
            Targets.check(out);
        }
        requireBatches(folder.study().terms());
        Plans plans = new Plans(call, folder, limits.options());
        PlannedScenario planned = plans.current(plans.scenario(choice.scenario()));
        PowerBatches batches = PowerBatches.of(planned);
        print(planned, batches);
        if (out != null) {
            write(batches);
        }
        return ExitCode.DONE;
    }

    private static void requireBatches(TownTerms terms) {
        Where study = Where.file(StudyFolder.STUDY);
        if (terms.batches().isEmpty()) {
            throw new InputException(Problem.error(CliTexts.BUNDLE, "batches.none", study.field("batches")));
        }
        if (terms.powers().isEmpty()) {
            throw new InputException(Problem.error(CliTexts.BUNDLE, "batches.noPowers", study.field("data.powers")));
        }
    }

    private void print(PlannedScenario planned, PowerBatches batches) {
        CliTexts texts = call.texts();
        Figures figures = new Figures(call.locale());
        List<TownTerms.Batch> known = planned.study().terms().batches();
        call.print(texts.get("batches.title", planned.scenario().title().in(call.locale()), planned.name()));
        TextTable table = new TextTable(Stream.of("batch", "year", "seats", "trained", "powers", "cases")
                .map(key -> texts.get("batches." + key))
                .toList());
        for (int batch = 1; batch <= known.size() + 1; batch++) {
            int number = batch;
            List<PowerInTown> taken = batches.powers().stream()
                    .filter(one -> one.batch() == number)
                    .toList();
            boolean isNone = batch > known.size();
            table.row(
                    isNone ? texts.get("batches.never") : String.valueOf(batch),
                    isNone || known.get(batch - 1).year().isEmpty()
                            ? ""
                            : String.valueOf(known.get(batch - 1).year().getAsInt()),
                    isNone ? "" : figures.whole(known.get(batch - 1).seats()),
                    isNone ? "" : figures.whole(batches.trained(batch)),
                    figures.whole(taken.size()),
                    figures.whole(taken.stream().mapToLong(PowerInTown::cases).sum()));
        }
        table.lines().forEach(line -> call.print("  " + line));
        long cost = batches.plan().cost();
        long bound = batches.plan().bound();
        call.print("  " + texts.get(cost == bound ? "batches.best" : "batches.bound", cost, bound));
    }

    private void write(PowerBatches batches) {
        try {
            CsvFile.write(
                    out,
                    List.of("power", "town", "cases", "batch"),
                    batches.powers().stream()
                            .map(one -> List.<Object>of(
                                    one.power(),
                                    one.town(),
                                    one.cases(),
                                    one.batch() > batches.problem().batches() ? "" : one.batch()))
                            .toList());
        } catch (IOException e) {
            throw Plans.unwritable(out, e);
        }
        call.print(call.texts().get("file.written", out));
    }
}
