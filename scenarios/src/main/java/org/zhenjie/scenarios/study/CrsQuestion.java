package org.zhenjie.scenarios.study;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Envelope;
import org.zhenjie.gis.crs.CrsCandidates;
import org.zhenjie.gis.crs.CrsCandidates.Candidate;
import org.zhenjie.gis.crs.CrsFit;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.gis.write.AtomicFiles;
import org.zhenjie.scenarios.problem.Problems;
import org.zhenjie.scenarios.problem.Texts;
import org.zhenjie.scenarios.yaml.YamlFile;
import org.zhenjie.scenarios.yaml.YamlMap;

/**
 * A data source of a study whose coordinate reference system is missing or cannot be right, and what its coordinates fit: for
 * people to choose from. What they choose is written into the study file; the data stay as they are.
 *
 * @param role key of the source under {@code data} in the study file, e.g. {@code towns}
 * @param file path of the data as the study writes it
 * @param choices the systems that the coordinates fit, the likelier ones first; those that lie where the other layers do
 */
public record CrsQuestion(String role, String file, List<Choice> choices) {
    public CrsQuestion {
        choices = List.copyOf(choices);
    }

    /**
     * A system to choose.
     *
     * @param code what is written into the study file
     * @param text the code with the system's name and where the data would lie
     */
    public record Choice(String code, String text) {}

    /** A layer that nobody can place. */
    private record Unplaced(Source source, Problem problem, Envelope box) {}

    /**
     * The questions that a study folder leaves open; none where every layer says its system, or where something else is wrong with
     * the study file.
     */
    public static List<CrsQuestion> of(Path folder) {
        try {
            return new Layers(folder).questions();
        } catch (InputException e) {
            return List.of();
        }
    }

    /** The problems of a study, those that say that a system is missing with the candidates that lie where the other layers do. */
    static List<Problem> withCandidates(List<Problem> problems, Path folder) {
        if (problems.stream().noneMatch(CrsQuestion::isMissing)) {
            return problems;
        }
        Layers layers = new Layers(folder);
        return problems.stream().map(layers::withCandidates).toList();
    }

    private static boolean isMissing(Problem problem) {
        return CrsFit.isOfCrs(problem) && problem.key().startsWith("crs.missing");
    }

    /**
     * Writes an answer into the study file: {@code crs:} under the source. Everything else in the file stays as it is.
     *
     * @throws InputException if the file cannot be changed in this way; it is then as it was
     * @throws IOException if the file cannot be written
     */
    public static void answer(Path folder, String role, String code) throws IOException {
        Path file = folder.resolve(StudyFolder.STUDY);
        YamlMap source = source(file, role);
        List<String> lines = new ArrayList<>(YamlFile.lines(file, StudyFolder.STUDY));
        String named = source.has("crs") ? "crs" : "file";
        int at = (int) source.where(named).row().orElse(1) - 1;
        String end = lines.get(at).endsWith("\r") ? "\r" : "";
        String line = lines.get(at).substring(0, lines.get(at).length() - end.length());
        lines.set(at, (source.has("crs") ? replaced(line, code) : added(line, code, end)) + end);
        AtomicFiles.write(file, target -> {
            Files.writeString(target, String.join("\n", lines), StandardCharsets.UTF_8);
            if (!source(target, role).optionalText("crs").equals(Optional.of(code))) {
                throw new InputException(Problem.error(
                        Texts.BUNDLE,
                        "crs.byHand",
                        Where.file(StudyFolder.STUDY).field(role),
                        code));
            }
        });
    }

    private static YamlMap source(Path file, String role) {
        return YamlFile.read(file, StudyFolder.STUDY, new Problems())
                .map("data")
                .map(role);
    }

    private static final Pattern BLOCK = Pattern.compile("(\\s*)file\\s*:.*");
    private static final Pattern FLOW = Pattern.compile("(.*[{,]\\s*)(file\\s*:.*)");
    private static final Pattern CRS = Pattern.compile("(.*?\\bcrs\\s*:\\s*)([^,}#]*?)(\\s*[,}#].*|\\s*)");

    private static String added(String line, String code, String end) {
        Matcher block = BLOCK.matcher(line);
        if (block.matches()) {
            return line + end + "\n" + block.group(1) + "crs: '" + code + "'";
        }
        Matcher flow = FLOW.matcher(line);
        return flow.matches() ? flow.group(1) + "crs: '" + code + "', " + flow.group(2) : line;
    }

    private static String replaced(String line, String code) {
        Matcher crs = CRS.matcher(line);
        return crs.matches() ? crs.group(1) + "'" + code + "'" + crs.group(3) : line;
    }

    /** The layers of a study as far as they can be placed. */
    private static final class Layers {
        private final List<Unplaced> unplaced = new ArrayList<>();
        private final Envelope placed = new Envelope();

        Layers(Path folder) {
            Problems problems = new Problems();
            Path base = folder.toAbsolutePath().normalize();
            YamlMap file = YamlFile.read(base.resolve(StudyFolder.STUDY), StudyFolder.STUDY, problems);
            StudyConfig config = new StudyConfigReader(file, problems).read();
            SourceReader reader = new SourceReader(base, problems);
            for (DataRole role : DataRole.values()) {
                Source source = config.sources().get(role.key());
                if (source != null && role.isOnMap()) {
                    place(reader, source);
                }
            }
        }

        private void place(SourceReader reader, Source source) {
            try {
                reader.misplaced(source)
                        .ifPresentOrElse(
                                problem -> unplaced.add(new Unplaced(source, problem, reader.bounds(source))),
                                () -> placed.expandToInclude(reader.lonLat(source)));
            } catch (InputException e) {
                // told where the study is read: nothing to ask about
            }
        }

        List<CrsQuestion> questions() {
            return unplaced.stream()
                    .map(one -> new CrsQuestion(
                            one.source().role(),
                            one.source().file(),
                            candidates(one).stream()
                                    .map(candidate -> new Choice(candidate.code(), candidate.text()))
                                    .toList()))
                    .toList();
        }

        Problem withCandidates(Problem problem) {
            return unplaced.stream()
                    .filter(one -> isMissing(problem)
                            && problem.where()
                                    .file()
                                    .equals(Optional.of(one.source().file())))
                    .findFirst()
                    .map(one -> CrsFit.missing(problem.bundle(), problem.key(), problem.where(), one.box(), near()))
                    .orElse(problem);
        }

        private List<Candidate> candidates(Unplaced one) {
            return CrsCandidates.of(one.box(), near());
        }

        private Optional<Envelope> near() {
            return placed.isNull() ? Optional.empty() : Optional.of(placed);
        }
    }
}
