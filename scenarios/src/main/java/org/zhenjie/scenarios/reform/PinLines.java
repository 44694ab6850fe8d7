package org.zhenjie.scenarios.reform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.gis.write.AtomicFiles;
import org.zhenjie.scenarios.problem.Texts;
import org.zhenjie.scenarios.study.Study.Decision.GrantWithin;
import org.zhenjie.scenarios.study.StudyFolder;

/** Pins as the last lines of a scenario file: what people wrote above them stays as it is, comments and all. */
public final class PinLines {
    private PinLines() {}

    /**
     * The scenario with one pin more, as its file will say it; nothing is written yet.
     *
     * @throws InputException for the baseline, which has no file
     */
    public static Scenario with(Scenario scenario, GrantWithin pin) {
        if (scenario.name().equals(StudyFolder.BASELINE)) {
            throw new InputException(Problem.error(Texts.BUNDLE, "scenario.baselinePin", Where.nowhere()));
        }
        List<Scenario.Step> steps = new java.util.ArrayList<>(scenario.steps());
        Where where = Where.file(StudyFolder.scenarioFileName(scenario.name()))
                .field("reforms[" + (steps.size() + 1) + "].pin");
        steps.add(new Scenario.Step(new Reform.Pin(pin), where));
        return new Scenario(scenario.name(), scenario.title(), scenario.near(), steps, scenario.groups());
    }

    /**
     * Writes the pin that {@link #with} added to the end of the scenario's file.
     *
     * @throws InputException if the file does not end with its list of reforms, so that the line would mean something else; the
     *     file is then as it was
     */
    public static void append(StudyFolder folder, Scenario with) {
        GrantWithin pin =
                (GrantWithin) ((Reform.Pin) with.reforms().get(with.reforms().size() - 1)).decision();
        String line =
                "  - pin: {pool: \"" + pin.pool() + "\", town: \"" + pin.town() + "\", posts: " + pin.least() + "}\n";
        Path file = folder.scenarioFile(with.name());
        String before = read(file);
        String ended = before.endsWith("\n") ? before : before + "\n";
        write(file, ended + line);
        boolean isRead;
        try {
            isRead = ScenarioFile.read(folder, with.name()).reforms().equals(with.reforms());
        } catch (InputException e) {
            isRead = false;
        }
        if (!isRead) {
            write(file, before);
            throw new InputException(Problem.error(
                    Texts.BUNDLE,
                    "scenario.reformsLast",
                    Where.file(StudyFolder.scenarioFileName(with.name())).field("reforms")));
        }
    }

    /** Takes back the last line of a scenario's file if it is a pin such as this class writes; empty if it is none. */
    public static Optional<Scenario> removeLast(StudyFolder folder, String scenario) {
        Path file = folder.scenarioFile(scenario);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String text = read(file);
        int start = text.lastIndexOf("\n  - pin: {pool: \"");
        if (start < 0 || text.indexOf('\n', start + 1) != text.length() - 1) {
            return Optional.empty();
        }
        write(file, text.substring(0, start + 1));
        return Optional.of(ScenarioFile.read(folder, scenario));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            AtomicFiles.write(file, unfinished -> Files.writeString(unfinished, text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
