package org.zhenjie.scenarios.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.scenarios.explain.Deadlock;
import org.zhenjie.scenarios.explain.Explainer;
import org.zhenjie.scenarios.explain.SiteExplainer;
import org.zhenjie.scenarios.plan.PlannedScenario;
import org.zhenjie.scenarios.plan.PreparedScenario;
import org.zhenjie.scenarios.reform.Consolidated;
import org.zhenjie.scenarios.reform.Reforms;
import org.zhenjie.scenarios.reform.Scenario;
import org.zhenjie.scenarios.study.Study;
import org.zhenjie.scenarios.study.StudyFolder;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code zhenjie explain}: why a plan is as it is, what a change would cost, and why there is none. */
@Command(name = "explain", sortOptions = false)
final class ExplainCommand implements Callable<Integer> {
    private static final int MOST_KNOWN = 8;

    private final Call call;

    @Mixin
    private ScenarioChoice choice;

    @ArgGroup
    private Subject subject = new Subject();

    @Option(names = "--platform", paramLabel = "F", descriptionKey = "explainPlatform", order = 15)
    private String platform;

    @ArgGroup
    private Step step = new Step();

    @Mixin
    private SearchLimits limits;

    /** What is asked about. */
    static final class Subject {
        @Option(names = "--town", paramLabel = "T", descriptionKey = "explainTown", order = 11)
        private String town;

        @Option(names = "--block", paramLabel = "B", descriptionKey = "explainBlock", order = 12)
        private String block;

        @Option(names = "--pool", paramLabel = "P", descriptionKey = "explainPool", order = 13)
        private String pool;

        @Option(names = "--site", paramLabel = "S", descriptionKey = "explainSite", order = 14)
        private String site;

        @Option(names = "--infeasible", descriptionKey = "explainInfeasible", order = 14)
        private boolean infeasible;
    }

    /** How many posts more or fewer. */
    static final class Step {
        @Option(
                names = "--more",
                paramLabel = "N",
                descriptionKey = "more",
                converter = SearchLimits.Count.class,
                order = 16)
        private Long more;

        @Option(
                names = "--fewer",
                paramLabel = "N",
                descriptionKey = "fewer",
                converter = SearchLimits.Count.class,
                order = 17)
        private Long fewer;

        int by() {
            return Math.toIntExact(more != null ? more : fewer != null ? -fewer : 0);
        }
    }

    ExplainCommand(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        StudyFolder folder = Plans.open(call, choice.study());
        Plans plans = new Plans(call, folder, limits.options());
        Scenario scenario = plans.scenario(choice.scenario());
        if (subject.infeasible) {
            return infeasible(PreparedScenario.of(folder.study(), scenario));
        }
        if (subject.site != null) {
            return site(folder.study(), scenario);
        }
        PreparedScenario prepared = PreparedScenario.of(folder.study(), scenario);
        check(prepared.study());
        PlannedScenario planned = plans.current(scenario);
        ExplainText text = new ExplainText(call);
        Explainer explainer = new Explainer(planned, call.locale());
        text.title(planned);
        if (subject.town != null) {
            text.town(explainer, subject.town, Optional.ofNullable(platform), step.by());
        } else if (subject.block != null) {
            text.block(explainer, subject.block);
        } else if (subject.pool != null) {
            text.pool(explainer, subject.pool, step.by());
        } else {
            text.whole(explainer, planned);
        }
        return ExitCode.DONE;
    }

    /** No plan of posts is needed for it. */
    private int site(Study study, Scenario scenario) {
        List<Consolidated> all = Reforms.apply(scenario, study).consolidations();
        List<String> known = all.stream()
                .flatMap(one -> one.units().stream())
                .map(Study.Institution::id)
                .distinct()
                .toList();
        check(subject.site, known, Function.identity(), "explain.unknownSite");
        Consolidated last = all.stream()
                .filter(one -> one.units().stream().anyMatch(unit -> unit.id().equals(subject.site)))
                .reduce((a, b) -> b)
                .orElseThrow();
        call.print(title(scenario));
        new SiteText(call).print(new SiteExplainer(last, call.locale()), subject.site);
        return ExitCode.DONE;
    }

    private String title(Scenario scenario) {
        return call.texts().get("plan.title", scenario.title().in(call.locale()), scenario.name());
    }

    private int infeasible(PreparedScenario prepared) {
        ExplainText text = new ExplainText(call);
        Optional<Deadlock> deadlock = Deadlock.of(
                prepared.study(),
                prepared.problem(),
                call.locale(),
                () -> call.cancellation().isRequested());
        if (deadlock.isEmpty()) {
            Scenario scenario = prepared.scenario();
            call.print(call.texts().get("explain.possible", scenario.title().in(call.locale()), scenario.name()));
            return ExitCode.DONE;
        }
        text.lines(deadlock.get()).forEach(call::print);
        return ExitCode.RULE_BROKEN;
    }

    private void check(Study study) {
        check(subject.town, study.towns(), Study.Town::code, "explain.unknownTown");
        check(subject.block, study.blocks(), Study.StaffBlock::id, "explain.unknownBlock");
        check(subject.pool, study.pools(), Study.Pool::id, "explain.unknownPool");
        check(platform, study.platforms(), Study.Platform::id, "explain.unknownPlatform");
    }

    private static <T> void check(String id, List<T> known, Function<T, String> idOf, String key) {
        if (id != null && known.stream().noneMatch(one -> idOf.apply(one).equals(id))) {
            List<String> some = known.stream().map(idOf).limit(MOST_KNOWN).toList();
            throw new InputException(
                    Problem.error(CliTexts.BUNDLE, key, Where.nowhere().value(id), some));
        }
    }
}
