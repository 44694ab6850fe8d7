package org.zhenjie.scenarios.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.scenarios.indicator.Evaluation;
import org.zhenjie.scenarios.indicator.Evaluation.Stage;
import org.zhenjie.scenarios.reform.Scenario;
import org.zhenjie.scenarios.study.IndicatorSet;
import org.zhenjie.scenarios.study.StudyFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code zhenjie evaluate}: scores units by sets of indicators before, during and after a change. */
@Command(name = "evaluate", sortOptions = false)
final class EvaluateCommand implements Callable<Integer> {
    private final Call call;

    @Mixin
    private ScenarioChoice choice;

    @Option(names = "--against", paramLabel = "NAME", descriptionKey = "evaluateAgainst", order = 20)
    private String against;

    @Option(names = "--set", paramLabel = "ID", descriptionKey = "evaluateSet", order = 21)
    private String set;

    @Option(names = "--details", descriptionKey = "evaluateDetails", order = 22)
    private boolean details;

    @Mixin
    private SearchLimits limits;

    EvaluateCommand(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        StudyFolder folder = Plans.open(call, choice.study());
        List<IndicatorSet> sets = sets(folder.study().indicatorSets());
        Plans plans = new Plans(call, folder, limits.options());
        List<Scenario> scenarios = Stream.of(against, choice.scenario())
                .filter(name -> name != null)
                .map(plans::scenario)
                .toList();
        List<Stage> stages = new ArrayList<>(List.of(Stage.before(folder.study())));
        scenarios.forEach(scenario -> stages.add(Stage.of(plans.current(scenario))));
        EvaluationText text = new EvaluationText(call, scenarios, details);
        sets.forEach(one -> text.print(Evaluation.of(one, stages)));
        return ExitCode.DONE;
    }

    private List<IndicatorSet> sets(List<IndicatorSet> all) {
        List<IndicatorSet> chosen =
                all.stream().filter(one -> set == null || one.id().equals(set)).toList();
        if (chosen.isEmpty()) {
            throw new InputException(
                    all.isEmpty()
                            ? Problem.error(
                                    CliTexts.BUNDLE,
                                    "evaluate.none",
                                    Where.file(StudyFolder.STUDY).field("indicator_sets"))
                            : Problem.error(
                                    CliTexts.BUNDLE,
                                    "evaluate.unknownSet",
                                    Where.nowhere().field("--set").value(set),
                                    all.stream().map(IndicatorSet::id).toList()));
        }
        return chosen;
    }
}
