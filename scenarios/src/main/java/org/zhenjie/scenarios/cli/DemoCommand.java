package org.zhenjie.scenarios.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.scenarios.compare.ScenarioSummary;
import org.zhenjie.scenarios.export.ExportFormat;
import org.zhenjie.scenarios.export.PlanExport;
import org.zhenjie.scenarios.export.PlanMap;
import org.zhenjie.scenarios.export.PlanReport;
import org.zhenjie.scenarios.indicator.Indicator.Plain;
import org.zhenjie.scenarios.plan.PlannedScenario;
import org.zhenjie.scenarios.reform.Scenario;
import org.zhenjie.scenarios.reform.ScenarioFile;
import org.zhenjie.scenarios.study.StudyFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code zhenjie demo}: the whole way on the sample study, from files on disk to plans, comparison and exports. */
@Command(name = "demo", sortOptions = false)
final class DemoCommand implements Callable<Integer> {
    private static final String EXPORTS = "exports";
    private static final String ALL_MAPS = "all-scenarios.png";

    private final Call call;

    @Option(names = "--dir", paramLabel = "DIR", descriptionKey = "demoDir", defaultValue = "zhenjie-demo", order = 10)
    private Path dir;

    @Mixin
    private SearchLimits limits;

    DemoCommand(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() throws IOException {
        if (StudyFolder.isStudyFolder(dir)) {
            call.notice("demo.uses", dir);
        } else {
            new SampleFolder(call).make(dir);
        }
        StudyFolder folder = Plans.open(call, dir);
        List<PlannedScenario> planned = solve(folder);
        GroupPlans groups = GroupPlans.besidePlans(call, folder);
        List<PlanReport> reports = planned.stream()
                .map(one -> PlanReport.of(one, Optional.of(planned.get(0)))
                        .with(groups.current(one.scenario(), one.study())))
                .toList();
        call.print(call.texts().get("demo.comparison"));
        call.print("");
        new SummaryText(call)
                .print(reports.stream()
                        .map(report -> ScenarioSummary.of(report.planned(), report.table()))
                        .toList());
        call.print("");
        call.print(call.texts().get("demo.files"));
        planned.forEach(one -> call.print("  " + folder.planFile(one.name())));
        export(reports).forEach(file -> call.print("  " + file));
        call.notice("demo.next", dir);
        return ExitCode.DONE;
    }

    private List<PlannedScenario> solve(StudyFolder folder) {
        Plans plans = new Plans(call, folder, limits.options());
        Map<String, Scenario> scenarios = new LinkedHashMap<>();
        ScenarioFile.readAll(folder).forEach(one -> scenarios.put(one.name(), one));
        Map<String, PlannedScenario> planned = new HashMap<>();
        scenarios.values().forEach(one -> solve(one, scenarios, plans, planned));
        return scenarios.keySet().stream().map(planned::get).toList();
    }

    /** A plan that others stay near is solved before them, and only once: a second search may find another plan. */
    private void solve(
            Scenario scenario, Map<String, Scenario> scenarios, Plans plans, Map<String, PlannedScenario> planned) {
        if (planned.containsKey(scenario.name())) {
            return;
        }
        scenario.near()
                .map(near -> scenarios.get(near.scenario()))
                .filter(near -> !planned.containsKey(near.name()))
                .ifPresent(near -> {
                    plans.tellReference(scenario);
                    solve(near, scenarios, plans, planned);
                });
        PlannedScenario one = plans.solve(scenario);
        plans.keep(one);
        new PlanText(call).print(one);
        call.print("");
        call.out().flush();
        planned.put(one.name(), one);
    }

    private List<Path> export(List<PlanReport> reports) {
        List<Path> files = new ArrayList<>();
        Set<Problem> notes = new LinkedHashSet<>();
        Path exports = dir.resolve(EXPORTS);
        int parts = reports.size() * ExportFormat.values().length + 1;
        try (ProgressView view = ProgressView.of(call, call.texts().get("demo.exporting"), parts)) {
            for (PlanReport report : reports) {
                for (ExportFormat format : ExportFormat.values()) {
                    call.cancellation().check();
                    Path file = exports.resolve(report.planned().name() + format.ending());
                    view.at(files.size(), parts, file.getFileName().toString());
                    notes.addAll(PlanExport.write(report, file, call.locale()));
                    files.add(file);
                }
            }
            Path maps = exports.resolve(ALL_MAPS);
            writeMaps(maps, reports);
            files.add(maps);
        }
        call.report(List.copyOf(notes));
        return files;
    }

    private void writeMaps(Path file, List<PlanReport> reports) {
        try {
            PlanMap.write(file, reports, Plain.RATIO_AFTER, call.locale());
        } catch (IOException e) {
            throw Plans.unwritable(file, e);
        }
    }
}
