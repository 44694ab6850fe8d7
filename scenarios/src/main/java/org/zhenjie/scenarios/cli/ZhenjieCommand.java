package org.zhenjie.scenarios.cli;

import java.util.concurrent.Callable;
import org.zhenjie.scenarios.plan.ProgramVersion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program without a command: says what commands there are. */
@Command(
        name = "zhenjie",
        versionProvider = ZhenjieCommand.Version.class,
        sortOptions = false,
        subcommands = {
            DemoCommand.class,
            CheckCommand.class,
            ConvertCommand.class,
            SolveCommand.class,
            CompareCommand.class,
            ExplainCommand.class,
            RobustnessCommand.class,
            ExportCommand.class,
            AccessCommand.class,
            RepairCommand.class,
            DissolveCommand.class,
            JoinCommand.class,
            LayersCommand.class,
            BatchesCommand.class,
            GroupsCommand.class,
            YearsCommand.class,
            SitesCommand.class,
            DutiesCommand.class,
            EvaluateCommand.class,
            StationsCommand.class,
            AssignCommand.class,
            GroupCommand.class,
            BenchCommand.class,
            UiCommand.class,
            SampleCommand.class
        })
final class ZhenjieCommand implements Callable<Integer> {

    /** Languages of the interface. */
    enum Language {
        EN,
        ZH
    }

    /** Read before anything else is parsed, see {@link Main}; named here for help and to be refused where it is wrong. */
    @Option(names = "--lang", paramLabel = "en|zh", descriptionKey = "lang", scope = ScopeType.INHERIT, order = 90)
    private Language language;

    @Option(
            names = {"-h", "--help"},
            descriptionKey = "helpOption",
            usageHelp = true,
            scope = ScopeType.INHERIT,
            order = 91)
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            descriptionKey = "versionOption",
            versionHelp = true,
            scope = ScopeType.INHERIT,
            order = 92)
    private boolean version;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine line = spec.commandLine();
        line.usage(line.getErr());
        return ExitCode.INPUT;
    }

    /** Prints the version that the build wrote down. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"zhenjie " + ProgramVersion.current()};
        }
    }
}
