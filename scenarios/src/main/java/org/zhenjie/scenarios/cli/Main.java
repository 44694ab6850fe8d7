package org.zhenjie.scenarios.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.scenarios.export.RuleTexts;
import org.zhenjie.scenarios.plan.GroupsNotFoundException;
import org.zhenjie.scenarios.reform.RuleBrokenException;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** The program. */
public final class Main {
    private static final String LANG = "--lang";
    private static final int HELP_WIDTH = 100;
    /** How long the end of the process waits for the work to end; a step of the search takes far less than a second. */
    private static final int SECONDS_TO_END = 10;

    private final Terminal terminal;
    private final Cancellation cancellation;
    private final FaultLog log;

    Main(Terminal terminal, Cancellation cancellation, FaultLog log) {
        this.terminal = terminal;
        this.cancellation = cancellation;
        this.log = log;
    }

    /** Runs the program and ends the process with its exit code. */
    public static void main(String[] args) {
        PrintStream out = stream("stdout", FileDescriptor.out);
        PrintStream err = stream("stderr", FileDescriptor.err);
        System.setOut(out);
        System.setErr(err);
        if (List.of(args).stream().noneMatch(UiCommand.NAME::equals)) {
            // maps are drawn without a display, and without a start of the window system
            System.setProperty("java.awt.headless", "true");
        }
        Terminal terminal = new Terminal(
                new PrintWriter(out, true), new PrintWriter(err, true), Locale.getDefault(), isInteractive());
        Cancellation cancellation = new Cancellation();
        CountDownLatch ended = new CountDownLatch(1);
        Main program = new Main(terminal, cancellation, FaultLog.install());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> program.cancel(List.of(args), ended), "cancel"));
        int code = program.run(List.of(args));
        ended.countDown();
        System.exit(code);
    }

    private static PrintStream stream(String name, FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, OutputCharset.of(name, System::getProperty));
    }

    /** The launcher knows whether people watch; without it the standard library must. */
    private static boolean isInteractive() {
        String told = System.getProperty("zhenjie.terminal");
        return told == null ? System.console() != null : told.equals("true");
    }

    /**
     * Ctrl-C: the process ends with 130 as soon as this returns. A search that nobody keeps anything of is left where it
     * is; all other work is waited for, so that nothing half written stays behind.
     */
    private void cancel(List<String> args, CountDownLatch ended) {
        if (ended.getCount() == 0) {
            return;
        }
        cancellation.request();
        if (cancellation.isWorthless()) {
            tellCancelled(new Call(terminal, locale(args), cancellation));
            return;
        }
        try {
            ended.await(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tellCancelled(Call call) {
        if (cancellation.isToBeTold()) {
            call.notice("cancelled");
        }
    }

    /** Runs one call; returns its exit code and never throws. */
    int run(List<String> args) {
        Call call = new Call(terminal, locale(args), cancellation);
        try {
            return commandLine(call, args).execute(args.toArray(String[]::new));
        } catch (Throwable fault) {
            return fail(call, fault, args);
        } finally {
            terminal.out().flush();
            terminal.err().flush();
        }
    }

    private CommandLine commandLine(Call call, List<String> args) {
        CommandLine line = new CommandLine(new ZhenjieCommand(), factory(call))
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setParameterExceptionHandler(new WrongCall(call))
                .setExecutionExceptionHandler((fault, command, parsed) -> fail(call, fault, args))
                .setUsageHelpWidth(HELP_WIDTH)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setAbbreviatedOptionsAllowed(false);
        translate(line, call.locale());
        return line;
    }

    private static void translate(CommandLine line, Locale locale) {
        line.setResourceBundle(CliTexts.help(locale));
        line.getSubcommands().values().forEach(sub -> translate(sub, locale));
    }

    /** Commands that take a call are given this one. */
    private static IFactory factory(Call call) {
        IFactory plain = CommandLine.defaultFactory();
        return new IFactory() {
            @Override
            public <K> K create(Class<K> type) throws Exception {
                try {
                    var constructor = type.getDeclaredConstructor(Call.class);
                    return constructor.newInstance(call);
                } catch (NoSuchMethodException e) {
                    return plain.create(type);
                }
            }
        };
    }

    private int fail(Call call, Throwable fault, List<String> args) {
        if (fault instanceof InputException input) {
            call.report(input.problems());
            return ExitCode.INPUT;
        }
        if (fault instanceof RuleBrokenException broken) {
            for (RuleBrokenException.Breach breach : broken.breaches()) {
                call.notice("rule.cannotKeep", breach.rule(), RuleTexts.of(breach.rule(), call.locale()));
                call.report(breach.problems());
            }
            return ExitCode.RULE_BROKEN;
        }
        if (fault instanceof GroupsNotFoundException none) {
            call.report(none.problems());
            return ExitCode.RULE_BROKEN;
        }
        if (fault instanceof BrokenPlanException broken) {
            new BrokenRulesText(call).tell(broken.planned());
            return ExitCode.RULE_BROKEN;
        }
        if (fault instanceof CancellationException || cancellation.isRequested()) {
            tellCancelled(call);
            return ExitCode.CANCELLED;
        }
        String where = log.write(fault, args).map(String::valueOf).orElse("-");
        call.notice("fault", fault.getClass().getSimpleName(), where);
        return ExitCode.FAULT;
    }

    /** The language is needed before the call is parsed: what is wrong with it is said in it. */
    private Locale locale(List<String> args) {
        for (int i = 0; i < args.size(); i++) {
            String arg = args.get(i);
            if (arg.startsWith(LANG + "=")) {
                return locale(arg.substring(LANG.length() + 1));
            }
            if (arg.equals(LANG) && i + 1 < args.size()) {
                return locale(args.get(i + 1));
            }
        }
        return locale(terminal.locale().getLanguage());
    }

    private static Locale locale(String language) {
        return language.equalsIgnoreCase("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }
}
