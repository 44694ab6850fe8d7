package org.zhenjie.scenarios.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Calls the program in this process, as a shell would. */
record Cli(int code, String out, String err) {

    /** A call with these arguments, in English unless they say otherwise. */
    static Cli call(Object... args) {
        return call(new Cancellation(), args);
    }

    /** A call that can be cancelled. */
    static Cli call(Cancellation cancellation, Object... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), Locale.ENGLISH, false);
        int code = new Main(terminal, cancellation, new FaultLog()).run(words(args));
        return new Cli(code, out.toString(), err.toString());
    }

    static List<String> words(Object... args) {
        return Arrays.stream(args).map(String::valueOf).toList();
    }

    /** Lines of the error stream that tell of an error. */
    List<String> errors() {
        return err.lines()
                .filter(line -> line.startsWith("error: ") || line.startsWith("错误："))
                .toList();
    }
}
