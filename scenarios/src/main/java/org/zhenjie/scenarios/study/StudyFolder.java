package org.zhenjie.scenarios.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.gis.report.CheckOptions;
import org.zhenjie.gis.report.LayerFindings;
import org.zhenjie.scenarios.problem.Problems;
import org.zhenjie.scenarios.problem.Texts;
import org.zhenjie.scenarios.progress.Progress;

/**
 * A study folder that was read: the study in it, its scenarios and where its plans go. The format is described in
 * {@code docs/study-format.md}. Immutable; files that change afterwards are seen by opening the folder again.
 */
public final class StudyFolder {
    /** The file that says what the study is. */
    public static final String STUDY = "study.yaml";
    /** The folder of the scenarios. */
    public static final String SCENARIOS = "scenarios";
    /** The folder of lines and areas that scenarios name, below that of the scenarios. */
    public static final String DRAWINGS = "drawings";
    /** The folder of the plans. */
    public static final String PLANS = "plans";
    /** The scenario that is there without a file. */
    public static final String BASELINE = "baseline";

    private static final String YAML = ".yaml";
    private static final String PLAN = ".plan.json";
    // a name is part of file names on every system, and of command lines
    private static final Pattern SCENARIO_NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,79}");

    private final Path path;
    private final Study study;
    private final List<Problem> warnings;
    private final InputDigest digest;
    private final TownFindings towns;
    private final LayerFindings findings;

    StudyFolder(
            Path path,
            Study study,
            List<Problem> warnings,
            InputDigest digest,
            TownFindings towns,
            LayerFindings findings) {
        this.path = path;
        this.study = study;
        this.warnings = List.copyOf(warnings);
        this.digest = digest;
        this.towns = towns;
        this.findings = findings;
    }

    /**
     * Reads and validates a study folder.
     *
     * @throws InputException with everything that is wrong with it
     */
    public static StudyFolder open(Path folder) {
        return open(folder, Progress.NONE);
    }

    /**
     * Reads and validates a study folder.
     *
     * @param progress hears of each data source; may cancel
     * @throws InputException with everything that is wrong with it
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public static StudyFolder open(Path folder, Progress progress) {
        if (!Files.isDirectory(folder)) {
            String key = Files.exists(folder) ? "folder.isFile" : "folder.missing";
            throw new InputException(Problem.error(Texts.BUNDLE, key, Where.file(folder.toString())));
        }
        if (!Files.isRegularFile(folder.resolve(STUDY))) {
            throw new InputException(Problem.error(Texts.BUNDLE, "folder.noStudy", Where.file(folder.toString())));
        }
        return new StudyLoader(folder, progress).load();
    }

    /** Whether a path is a study folder by its looks: a folder with a {@value #STUDY}. */
    public static boolean isStudyFolder(Path path) {
        return Files.isRegularFile(path.resolve(STUDY));
    }

    /** The folder itself, as it was given. */
    public Path path() {
        return path;
    }

    /** The study before any reform. */
    public Study study() {
        return study;
    }

    /** What people should look at; nothing of it stops a solve. */
    public List<Problem> warnings() {
        return warnings;
    }

    /** What is wrong or worth a look in the layer of towns, with places in the study's CRS; warnings hold the gravest. */
    public LayerFindings findings() {
        return findings;
    }

    /** As {@link #findings()}, checked anew as the options say; fields of the options do not matter. */
    public LayerFindings findings(CheckOptions options) {
        return towns.check(options);
    }

    /**
     * Names of the scenarios: the baseline, then those that have a file, in alphabetical order.
     *
     * @throws InputException if a file's name cannot be a scenario's
     */
    public List<String> scenarioNames() {
        Path folder = path.resolve(SCENARIOS);
        if (!Files.isDirectory(folder)) {
            return List.of(BASELINE);
        }
        Problems problems = new Problems();
        List<String> names = fileNames(folder).stream()
                .filter(file -> file.toLowerCase(Locale.ROOT).endsWith(YAML))
                .map(file -> file.substring(0, file.length() - YAML.length()))
                .sorted()
                .toList();
        names.forEach(name -> checkName(name, problems));
        problems.throwIfErrors();
        return Stream.concat(Stream.of(BASELINE), names.stream()).toList();
    }

    private static void checkName(String name, Problems problems) {
        Where where = Where.file(SCENARIOS + "/" + name + YAML);
        if (name.equals(BASELINE)) {
            problems.error("scenario.baselineFile", where);
        } else if (!isScenarioName(name)) {
            problems.error("scenario.name", where);
        }
    }

    /** Whether a text may name a scenario: letters, digits, dots, hyphens and underscores, not a dot first, at most 80. */
    public static boolean isScenarioName(String name) {
        return SCENARIO_NAME.matcher(name).matches();
    }

    /** The file of a scenario as people know it, relative to the folder; the baseline has none. */
    public static String scenarioFileName(String scenario) {
        return SCENARIOS + "/" + scenario + YAML;
    }

    /** The file of a scenario; the baseline has none. */
    public Path scenarioFile(String scenario) {
        return path.resolve(SCENARIOS).resolve(scenario + YAML);
    }

    /**
     * A line or area from a file in {@code scenarios/drawings}, in longitude and latitude.
     *
     * @param file its name in that folder
     * @param layer for files of several layers
     * @return empty if the file does not hold exactly one feature with geometry
     * @throws InputException if there is no such file, or it cannot be read
     */
    public Optional<Geometry> drawing(String file, Optional<String> layer) {
        return new SourceReader(
                        path.toAbsolutePath().normalize().resolve(SCENARIOS).resolve(DRAWINGS), new Problems())
                .onlyGeometry(file, layer);
    }

    /** The plan file of a scenario as people know it, relative to the folder. */
    public static String planFileName(String scenario) {
        return PLANS + "/" + scenario + PLAN;
    }

    /** Where the plan of a scenario is kept. */
    public Path planFile(String scenario) {
        return path.resolve(PLANS).resolve(scenario + PLAN);
    }

    /** Where the groups of a scenario's towns are kept. */
    public Path groupFile(String scenario) {
        return path.resolve(PLANS).resolve(scenario + ".groups.json");
    }

    /** Where the record of the run that made a plan is kept: times and machine, which the plan itself does not hold. */
    public Path runFile(String scenario) {
        return path.resolve(PLANS).resolve(scenario + ".run.json");
    }

    /**
     * Digest of everything that a plan of a scenario depends on: SHA-256 over the relative names and bytes of the study
     * file and its data as they were when the folder was opened, and of the scenario's file and all drawings as they are
     * now. A plan that carries another digest is stale.
     *
     * @return 64 hexadecimal digits
     * @throws InputException if the scenario's file cannot be read
     */
    public String inputHash(String scenario) {
        return inputs(scenario).hash();
    }

    /**
     * As {@link #inputHash(String)}, for a plan that also depends on the plan of another scenario.
     *
     * @param near name of that scenario
     * @param planHash SHA-256 of the bytes of its plan file
     */
    public String inputHash(String scenario, String near, String planHash) {
        return inputs(scenario).with(planFileName(near), planHash).hash();
    }

    private InputDigest inputs(String scenario) {
        if (scenario.equals(BASELINE)) {
            return digest;
        }
        InputDigest inputs = digest.with(scenarioFileName(scenario), scenarioFile(scenario));
        Path drawings = path.resolve(SCENARIOS).resolve(DRAWINGS);
        for (String name : Files.isDirectory(drawings) ? fileNames(drawings) : List.<String>of()) {
            inputs = inputs.with(SCENARIOS + "/" + DRAWINGS + "/" + name, drawings.resolve(name));
        }
        return inputs;
    }

    private static List<String> fileNames(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new InputException(
                    Problem.error(Texts.BUNDLE, "file.unreadable", Where.file(SCENARIOS), e.getMessage()), e);
        }
    }
}
