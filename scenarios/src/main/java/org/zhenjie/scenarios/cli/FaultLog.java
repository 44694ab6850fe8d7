package org.zhenjie.scenarios.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.zhenjie.gis.layer.JdbcUrl;
import org.zhenjie.scenarios.plan.ProgramVersion;

/**
 * Keeps what libraries log in memory, off the screen, and writes it to a file together with the trace of a fault of the
 * program.
 */
final class FaultLog extends Handler {
    private static final int MOST_RECORDS = 200;

    private final Deque<LogRecord> records = new ArrayDeque<>();

    /** A log that takes the place of the console in all logging of this process. */
    static FaultLog install() {
        LogManager.getLogManager().reset();
        FaultLog log = new FaultLog();
        log.setLevel(Level.INFO);
        Logger.getLogger("").addHandler(log);
        return log;
    }

    @Override
    public synchronized void publish(LogRecord one) {
        records.addLast(one);
        if (records.size() > MOST_RECORDS) {
            records.removeFirst();
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    /** Writes a fault with what led to it; empty where no file can be written at all. */
    synchronized Optional<Path> write(Throwable fault, List<String> arguments) {
        try {
            Path file = Files.createTempFile("zhenjie-fault-", ".log");
            StringWriter text = new StringWriter();
            PrintWriter out = new PrintWriter(text);
            out.println("Zhenjie " + ProgramVersion.current() + ", Java " + System.getProperty("java.version") + ", "
                    + System.getProperty("os.name") + " " + System.getProperty("os.arch"));
            out.println("zhenjie " + String.join(" ", arguments));
            fault.printStackTrace(out);
            SimpleFormatter formatter = new SimpleFormatter();
            records.forEach(one -> out.print(formatter.format(one)));
            Files.writeString(file, JdbcUrl.withoutPasswords(text.toString()), StandardCharsets.UTF_8);
            return Optional.of(file);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
