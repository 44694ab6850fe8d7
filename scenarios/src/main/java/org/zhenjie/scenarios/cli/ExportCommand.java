package org.zhenjie.scenarios.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.scenarios.export.ExportFormat;
import org.zhenjie.scenarios.export.PlanExport;
import org.zhenjie.scenarios.export.PlanMap;
import org.zhenjie.scenarios.export.PlanReport;
import org.zhenjie.scenarios.indicator.Indicator;
import org.zhenjie.scenarios.plan.PlanFile;
import org.zhenjie.scenarios.plan.PlannedScenario;
import org.zhenjie.scenarios.reform.Scenario;
import org.zhenjie.scenarios.study.StudyFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code zhenjie export}: writes a plan as a workbook, as layers or as a map. */
@Command(name = "export", sortOptions = false)
final class ExportCommand implements Callable<Integer> {
    private final Call call;

    @Mixin
    private ScenarioChoice choice;

    @Option(names = "--to", paramLabel = "FILE", descriptionKey = "to", required = true, order = 11)
    private Path to;

    @Option(
            names = "--indicator",
            paramLabel = "ID",
            descriptionKey = "indicator",
            defaultValue = "ratio-after",
            order = 12)
    private String indicator;

    @Mixin
    private SearchLimits limits;

    ExportCommand(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        ExportFormat.of(to);
        StudyFolder folder = Plans.open(call, choice.study());
        new InputGuard(folder).check(to);
        Targets.check(to);
        Indicator mapped = indicator(folder);
        Plans plans = new Plans(call, folder, limits.options());
        Scenario chosen = plans.scenario(choice.scenario());
        PlannedScenario planned = plans.current(chosen);
        PlanReport report = PlanReport.of(planned, baseline(folder))
                .with(GroupPlans.besidePlans(call, folder).current(chosen, planned.study()));
        call.cancellation().check();
        call.report(PlanExport.write(report, to, mapped, call.locale()));
        call.print(call.texts().get("file.written", to));
        return ExitCode.DONE;
    }

    /** The baseline's plan where it is there; nobody waits for a comparison that was not asked for. */
    private static Optional<PlannedScenario> baseline(StudyFolder folder) {
        return PlanFile.find(folder, Scenario.BASELINE).plan();
    }

    private Indicator indicator(StudyFolder folder) {
        return Indicator.of(folder.study(), indicator)
                .filter(PlanMap::canShow)
                .orElseThrow(() -> new InputException(Problem.error(
                        CliTexts.BUNDLE,
                        "indicator.unknown",
                        Where.nowhere().field("--indicator").value(indicator),
                        Indicator.of(folder.study()).stream()
                                .filter(PlanMap::canShow)
                                .map(Indicator::id)
                                .toList())));
    }
}
