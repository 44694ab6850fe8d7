package org.zhenjie.scenarios.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.zhenjie.gis.layer.JdbcUrl;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Severity;

/** One call of the program: where it writes, its language, and how it is cancelled. */
final class Call {
    private final Terminal terminal;
    private final Cancellation cancellation;
    private final CliTexts texts;
    private final long began = System.nanoTime();

    Call(Terminal terminal, Locale locale, Cancellation cancellation) {
        this.terminal = terminal;
        this.cancellation = cancellation;
        this.texts = new CliTexts(locale);
    }

    /** Results. */
    PrintWriter out() {
        return terminal.out();
    }

    Terminal terminal() {
        return terminal;
    }

    Cancellation cancellation() {
        return cancellation;
    }

    /** How long it has taken so far. */
    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    Locale locale() {
        return texts.locale();
    }

    CliTexts texts() {
        return texts;
    }

    /** Prints a result. */
    void print(String line) {
        out().println(line);
    }

    /** Prints a notice beside the results. */
    void notice(String key, Object... args) {
        terminal.err().println(JdbcUrl.withoutPasswords(texts.get(key, args)));
        terminal.err().flush();
    }

    /** Prints problems as notices, one line each. */
    void report(List<Problem> problems) {
        problems.forEach(problem -> terminal.err().println(line(problem)));
        terminal.err().flush();
    }

    /** A problem as one line, with its severity. */
    String line(Problem problem) {
        return texts.get("severity." + problem.severity(), problem.text(locale()));
    }

    static boolean hasErrors(List<Problem> problems) {
        return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }
}
