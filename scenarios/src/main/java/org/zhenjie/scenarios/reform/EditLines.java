package org.zhenjie.scenarios.reform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.gis.write.AtomicFiles;
import org.zhenjie.scenarios.problem.Texts;
import org.zhenjie.scenarios.reform.Reform.ChangePool;
import org.zhenjie.scenarios.reform.Reform.ConvertToStreet;
import org.zhenjie.scenarios.study.Study.Decision.GrantWithin;
import org.zhenjie.scenarios.study.StudyFolder;
import org.zhenjie.scenarios.yaml.YamlFile;

/**
 * Reforms that people make while they talk about a plan, as the last lines of the list in the scenario's file: what people wrote stays as
 * it is, comments and all. Each such line ends with {@value #MARK}.
 */
public final class EditLines {
    private static final String MARK = "# live";
    private static final Pattern OURS = Pattern.compile("\\s*- .*" + MARK + "\\s*");

    private EditLines() {}

    /** A scenario file with a change in it that is not written yet. */
    public record Edited(Path file, List<String> lines, Scenario scenario) {
        public Edited {
            lines = List.copyOf(lines);
        }

        /** Writes the file. */
        public void write() {
            try {
                AtomicFiles.write(file, unfinished -> Files.writeString(unfinished, String.join("\n", lines)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * The scenario with one reform more: a pin of what a pool grants a town, in place of such a pin that was made in the same way before;
     * another size of a pool; or a town that becomes a street.
     *
     * @throws InputException if the scenario is the baseline, which has no file; if its reforms are not one a line; if the reform says what
     *     no file could
     */
    public static Edited with(StudyFolder folder, String name, Reform reform) {
        if (name.equals(StudyFolder.BASELINE)) {
            throw new InputException(Problem.error(Texts.BUNDLE, "scenario.baselinePin", Where.nowhere()));
        }
        List<String> lines = lines(folder, name);
        subject(reform).ifPresent(same -> lines.removeIf(line -> isOurs(line) && line.contains(same)));
        List<Reform> wanted =
                new ArrayList<>(ScenarioFile.read(folder, name, lines).reforms());
        wanted.add(reform);
        lines.replaceAll(line -> line.stripTrailing().equals("reforms: []") ? "reforms:" : line);
        Place place = Place.of(lines);
        lines.add(place.end(), place.indent() + "- " + words(reform) + "  " + MARK);
        Edited edited = new Edited(folder.scenarioFile(name), lines, read(folder, name, lines));
        if (!edited.scenario().reforms().equals(wanted)) {
            throw notOneALine(name);
        }
        return edited;
    }

    /** The scenario without the last such line; empty if the list does not end with one. */
    public static Optional<Edited> withoutLast(StudyFolder folder, String name) {
        if (name.equals(StudyFolder.BASELINE)) {
            return Optional.empty();
        }
        List<String> lines = lines(folder, name);
        int last = Place.of(lines).end() - 1;
        if (last < 0 || !isOurs(lines.get(last))) {
            return Optional.empty();
        }
        lines.remove(last);
        return Optional.of(new Edited(folder.scenarioFile(name), lines, read(folder, name, lines)));
    }

    private static Scenario read(StudyFolder folder, String name, List<String> lines) {
        try {
            return ScenarioFile.read(folder, name, lines);
        } catch (InputException e) {
            throw e.problems().stream()
                            .anyMatch(problem -> problem.where().field().isPresent())
                    ? e
                    : notOneALine(name);
        }
    }

    private static InputException notOneALine(String name) {
        return new InputException(Problem.error(
                Texts.BUNDLE,
                "scenario.reformsLines",
                Where.file(StudyFolder.scenarioFileName(name)).field("reforms")));
    }

    private static boolean isOurs(String line) {
        return OURS.matcher(line).matches();
    }

    private static List<String> lines(StudyFolder folder, String name) {
        return new ArrayList<>(YamlFile.lines(folder.scenarioFile(name), StudyFolder.scenarioFileName(name)));
    }

    /**
     * Where the list of reforms ends.
     *
     * @param end number of the line behind its last one, from 0
     * @param indent what stands before each dash
     */
    private record Place(int end, String indent) {
        static Place of(List<String> lines) {
            int start = 0;
            while (start < lines.size() && !lines.get(start).startsWith("reforms:")) {
                start++;
            }
            int end = start + 1;
            String indent = "  ";
            for (int i = start + 1; i < lines.size() && isWithin(lines.get(i)); i++) {
                if (lines.get(i).isBlank() || lines.get(i).startsWith("#")) {
                    continue;
                }
                if (end == start + 1) {
                    indent = lines.get(i).substring(0, Math.max(0, lines.get(i).indexOf('-')));
                }
                end = i + 1;
            }
            return new Place(Math.min(end, lines.size()), indent);
        }

        private static boolean isWithin(String line) {
            return line.isBlank() || Stream.of(" ", "#", "-").anyMatch(line::startsWith);
        }
    }

    /** The words of a line by which another of the same pool and town is known. */
    private static Optional<String> subject(Reform reform) {
        return reform instanceof Reform.Pin pin && pin.decision() instanceof GrantWithin grant
                ? Optional.of("pin: {pool: " + quoted(grant.pool()) + ", town: " + quoted(grant.town()) + ",")
                : Optional.empty();
    }

    private static String words(Reform reform) {
        if (reform instanceof ChangePool change) {
            return "change-pool: {pool: " + quoted(change.pool()) + ", by: " + change.by() + ", account: "
                    + change.account().orElseThrow() + "}";
        }
        if (reform instanceof ConvertToStreet convert) {
            return "convert-to-street: {towns: ["
                    + String.join(
                            ", ",
                            convert.towns().stream().map(EditLines::quoted).toList()) + "]}";
        }
        GrantWithin grant = (GrantWithin) ((Reform.Pin) reform).decision();
        return subject(reform).orElseThrow() + " posts: " + grant.least() + "}";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
