package org.zhenjie.scenarios.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.scenarios.access.Access;
import org.zhenjie.scenarios.indicator.Indicator;
import org.zhenjie.scenarios.indicator.Indicator.Plain;
import org.zhenjie.scenarios.reform.Reformed;
import org.zhenjie.scenarios.reform.Reforms;
import org.zhenjie.scenarios.reform.ScenarioFile;
import org.zhenjie.scenarios.study.Study;
import org.zhenjie.scenarios.study.Study.ServiceKind;
import org.zhenjie.scenarios.study.StudyFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code zhenjie access}: who reaches which service points, town by town. */
@Command(name = "access", sortOptions = false)
final class AccessCommand implements Callable<Integer> {
    private final Call call;

    @Mixin
    private ScenarioChoice choice;

    @Option(names = "--kind", paramLabel = "ID", descriptionKey = "serviceKind", order = 20)
    private String kind;

    AccessCommand(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        StudyFolder folder = Plans.open(call, choice.study());
        Reformed reformed = Reforms.apply(ScenarioFile.read(folder, choice.scenario()), folder.study());
        call.report(reformed.warnings());
        Study study = reformed.study();
        List<ServiceKind> kinds = study.serviceKinds().stream()
                .filter(one -> kind == null || one.id().equals(kind))
                .toList();
        if (kinds.isEmpty()) {
            throw new InputException(Problem.error(
                    CliTexts.BUNDLE,
                    kind == null ? "access.noKinds" : "access.unknownKind",
                    kind == null
                            ? Where.file(StudyFolder.STUDY)
                            : Where.nowhere().value(kind),
                    study.serviceKinds().stream().map(ServiceKind::id).toList()));
        }
        Access.Survey survey = new Access.Survey(study);
        for (ServiceKind one : kinds) {
            print(study, one, survey.of(one));
        }
        return ExitCode.DONE;
    }

    private void print(Study study, ServiceKind kind, Access access) {
        List<Indicator> columns =
                List.of(Plain.PEOPLE, Indicator.reach(kind), Indicator.nearest(kind), Indicator.supply(kind));
        List<String> headings = new ArrayList<>(List.of(kind.name().in(call.locale())));
        columns.forEach(indicator -> headings.add(Figures.heading(indicator, call.locale())));
        TextTable table = new TextTable(headings);
        table.row(row(study.name().in(call.locale()), columns, sum(study, access, county -> true)));
        if (study.counties().size() > 1) {
            study.counties()
                    .forEach(county -> table.row(
                            row(county.name().in(call.locale()), columns, sum(study, access, county.code()::equals))));
        }
        for (int i = 0; i < study.towns().size(); i++) {
            table.row(row(
                    study.towns().get(i).name().in(call.locale()),
                    columns,
                    access.towns().get(i)));
        }
        table.lines().forEach(call::print);
        call.print("");
    }

    private static Access.Sums sum(Study study, Access access, Predicate<String> ofCounty) {
        Access.Sums sums = Access.Sums.NONE;
        for (int i = 0; i < study.towns().size(); i++) {
            if (ofCounty.test(study.towns().get(i).county())) {
                sums = sums.plus(access.towns().get(i));
            }
        }
        return sums;
    }

    private List<String> row(String name, List<Indicator> columns, Access.Sums sums) {
        List<OptionalDouble> values =
                List.of(OptionalDouble.of(sums.people()), sums.reach(), sums.nearest(), sums.supplyPerThousand());
        List<String> cells = new ArrayList<>(List.of(name));
        for (int i = 0; i < columns.size(); i++) {
            Indicator indicator = columns.get(i);
            OptionalDouble value = values.get(i);
            cells.add(value.isPresent() ? indicator.format(value.getAsDouble(), call.locale()) : Figures.none());
        }
        return cells;
    }
}
