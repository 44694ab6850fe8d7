package org.zhenjie.scenarios.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.scenarios.reform.Reforms;
import org.zhenjie.scenarios.reform.Scenario;
import org.zhenjie.scenarios.reform.ScenarioFile;
import org.zhenjie.scenarios.study.Duties;
import org.zhenjie.scenarios.study.Duties.Duty;
import org.zhenjie.scenarios.study.Duties.Holding;
import org.zhenjie.scenarios.study.Study;
import org.zhenjie.scenarios.study.StudyFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code zhenjie duties}: the list of duty boundaries as a scenario leaves it. */
@Command(name = "duties", sortOptions = false)
final class DutiesCommand implements Callable<Integer> {
    private final Call call;
    private final Figures figures;

    @Mixin
    private ScenarioChoice choice;

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "dutiesOut", order = 30)
    private Path out;

    DutiesCommand(Call call) {
        this.call = call;
        this.figures = new Figures(call.locale());
    }

    @Override
    public Integer call() {
        StudyFolder folder = Plans.open(call, choice.study());
        if (out != null) {
            new InputGuard(folder).check(out);
            Targets.check(out);
        }
        if (folder.study().terms().duties().all().isEmpty()) {
            throw new InputException(Problem.error(
                    CliTexts.BUNDLE,
                    "duties.none",
                    Where.file(StudyFolder.STUDY).field("data.duties")));
        }
        Scenario scenario = ScenarioFile.read(folder, choice.scenario());
        Study study = Reforms.apply(scenario, folder.study()).study();
        call.print(call.texts().get("plan.title", scenario.title().in(call.locale()), scenario.name()));
        print(study, folder.study().terms().duties());
        if (out != null) {
            write(study.terms().duties());
        }
        return ExitCode.DONE;
    }

    private void print(Study study, Duties before) {
        CliTexts texts = call.texts();
        Duties duties = study.terms().duties();
        TextTable table = new TextTable(List.of(
                texts.get("duties.duty"),
                texts.get("duties.before"),
                texts.get("duties.share"),
                texts.get("duties.hours"),
                texts.get("duties.posts")));
        for (Duty duty : duties.all()) {
            duties.holdings().stream()
                    .filter(one -> one.duty().equals(duty.id()))
                    .forEach(one -> table.row(
                            texts.get("duties.of", duty.name().in(call.locale()), duty.id(), holder(study, one)),
                            share(before.share(duty.id(), one.holder())),
                            share(one.share()),
                            figures.number(duties.hours(one)),
                            figures.number(inPosts(duties, one))));
        }
        table.lines().forEach(line -> call.print("  " + line));
    }

    private String holder(Study study, Holding holding) {
        return study.holder(holding.holder())
                .map(name -> name.in(call.locale()))
                .orElse(holding.holder());
    }

    private static BigDecimal inPosts(Duties duties, Holding holding) {
        return duties.hours(holding).divide(BigDecimal.valueOf(duties.hoursPerPost()), 2, RoundingMode.HALF_UP);
    }

    private String share(BigDecimal share) {
        return share.signum() == 0 ? Figures.none() : figures.share(share.doubleValue(), 2);
    }

    private void write(Duties duties) {
        try {
            CsvFile.write(
                    out,
                    List.of("duty", "holder", "share", "hours"),
                    duties.holdings().stream()
                            .map(one -> List.<Object>of(
                                    one.duty(),
                                    one.holder(),
                                    one.share().stripTrailingZeros().toPlainString(),
                                    duties.hours(one).stripTrailingZeros().toPlainString()))
                            .toList());
        } catch (IOException e) {
            throw Plans.unwritable(out, e);
        }
        call.print(call.texts().get("file.written", out));
    }
}
