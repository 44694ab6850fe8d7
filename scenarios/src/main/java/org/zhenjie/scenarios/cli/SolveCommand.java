package org.zhenjie.scenarios.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.zhenjie.scenarios.plan.PlanFile;
import org.zhenjie.scenarios.plan.PlanProof;
import org.zhenjie.scenarios.plan.PlanProof.Proven;
import org.zhenjie.scenarios.plan.PlannedScenario;
import org.zhenjie.scenarios.reform.Scenario;
import org.zhenjie.scenarios.study.StudyFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code zhenjie solve}: plans one scenario. */
@Command(name = "solve", sortOptions = false)
final class SolveCommand implements Callable<Integer> {
    private final Call call;

    @Mixin
    private ScenarioChoice choice;

    @Mixin
    private SearchLimits limits;

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "out", order = 30)
    private Path out;

    @Option(names = "--keep-best", descriptionKey = "keepBest", order = 31)
    private boolean keepBest;

    @Option(names = "--prove", descriptionKey = "prove", order = 32)
    private boolean prove;

    SolveCommand(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        StudyFolder folder = Plans.open(call, choice.study());
        if (out != null) {
            new InputGuard(folder).check(out);
        }
        Plans plans = new Plans(call, folder, prove ? limits.optionsBeforeProof() : limits.options());
        Scenario chosen = plans.scenario(choice.scenario());
        Targets.check(out == null ? folder.planFile(chosen.name()) : out);
        PlannedScenario found = plans.search(chosen, keepBest);
        PlanProof proof = new PlanProof();
        Optional<Proven> proven = prove && !call.cancellation().isRequested()
                ? Optional.of(plans.prove(proof, found, limits.timeOfProof(found.run()), keepBest))
                : Optional.empty();
        PlannedScenario planned = proven.map(Proven::planned).orElse(found);
        boolean cancelled = call.cancellation().isRequested();
        if (cancelled && !keepBest) {
            throw new CancellationException();
        }
        Plans.feasible(planned);
        new PlanText(call).print(planned);
        proven.ifPresent(one -> call.print("  " + call.texts().get("proof." + one.verdict(), proof.solver())));
        Path file = keep(plans, planned);
        call.print(call.texts().get("file.written", file));
        return cancelled ? ExitCode.CANCELLED : ExitCode.DONE;
    }

    private Path keep(Plans plans, PlannedScenario planned) {
        if (out == null) {
            return plans.keep(planned);
        }
        try {
            PlanFile.write(out, planned);
            return out;
        } catch (IOException e) {
            throw Plans.unwritable(out, e);
        }
    }
}
