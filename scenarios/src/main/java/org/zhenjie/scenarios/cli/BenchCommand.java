package org.zhenjie.scenarios.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code zhenjie bench}: what the program's work costs on this machine; each benchmark is a command below it. */
@Command(
        name = "bench",
        sortOptions = false,
        subcommands = {
            BenchSolverCommand.class,
            BenchLiveCommand.class,
            BenchStationsCommand.class,
            BenchAssignCommand.class,
            BenchGroupCommand.class,
            BenchCoverageCommand.class,
            BenchFormatsCommand.class
        })
final class BenchCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine line = spec.commandLine();
        line.usage(line.getErr());
        return ExitCode.INPUT;
    }
}
