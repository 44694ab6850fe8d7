package org.zhenjie.scenarios.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.zhenjie.scenarios.compare.Comparison;
import org.zhenjie.scenarios.reform.Scenario;
import org.zhenjie.scenarios.study.StudyFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code zhenjie compare}: holds two scenarios against each other. */
@Command(name = "compare", sortOptions = false)
final class CompareCommand implements Callable<Integer> {
    private final Call call;

    @Parameters(index = "0", paramLabel = "STUDY", descriptionKey = "study")
    private Path study;

    @Parameters(index = "1", paramLabel = "A", descriptionKey = "a")
    private String a;

    @Parameters(index = "2", paramLabel = "B", descriptionKey = "b")
    private String b;

    @Mixin
    private SearchLimits limits;

    CompareCommand(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        StudyFolder folder = Plans.open(call, study);
        Plans plans = new Plans(call, folder, limits.options());
        Scenario one = plans.scenario(a);
        Scenario other = plans.scenario(b);
        new ComparisonText(call).print(Comparison.of(plans.current(one), plans.current(other)));
        return ExitCode.DONE;
    }
}
