package org.zhenjie.scenarios.problem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Severity;
import org.zhenjie.gis.problem.Where;

/**
 * Collects problems, so that people hear of all of them at once. A file that is wrong throughout is told of by its first
 * {@value #MOST_ALIKE} problems of a kind and a count of the rest. Not thread-safe.
 */
public final class Problems {
    /** Problems of one kind in one file that are told in full. */
    public static final int MOST_ALIKE = 10;

    private record Kind(String file, String key, Severity severity) {}

    private final List<Problem> told = new ArrayList<>();
    private final Map<Kind, Integer> counts = new HashMap<>();

    /** Adds an error of this module. */
    public void error(String key, Where where, Object... args) {
        add(Problem.error(Texts.BUNDLE, key, where, args));
    }

    /** Adds a warning of this module. */
    public void warning(String key, Where where, Object... args) {
        add(Problem.warning(Texts.BUNDLE, key, where, args));
    }

    /** Adds a problem; one that was told already, as of a file that is read twice, is not told again. */
    public void add(Problem problem) {
        if (told.contains(problem)) {
            return;
        }
        if (counts.merge(kind(problem), 1, Integer::sum) <= MOST_ALIKE) {
            told.add(problem);
        }
    }

    /** Adds problems. */
    public void addAll(Iterable<Problem> problems) {
        problems.forEach(this::add);
    }

    /** Whether one of them is an error. */
    public boolean hasErrors() {
        return told.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }

    /** How many errors were added, those that are only counted included. */
    public int errors() {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().severity() == Severity.ERROR)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** All of them: errors first, each in the order found; where many are alike, a last line with how many more. */
    public List<Problem> list() {
        Map<Severity, List<Problem>> bySeverity = told.stream()
                .collect(Collectors.groupingBy(
                        Problem::severity, TreeMap::new, Collectors.toCollection(ArrayList::new)));
        counts.entrySet().stream()
                .filter(entry -> entry.getValue() > MOST_ALIKE)
                .sorted(Map.Entry.comparingByKey(
                        java.util.Comparator.comparing(Kind::file).thenComparing(Kind::key)))
                .forEach(entry -> bySeverity
                        .get(entry.getKey().severity())
                        .add(rest(entry.getKey(), entry.getValue() - MOST_ALIKE)));
        return bySeverity.values().stream().flatMap(List::stream).toList();
    }

    /** The warnings and notes. */
    public List<Problem> warnings() {
        return list().stream()
                .filter(problem -> problem.severity() != Severity.ERROR)
                .toList();
    }

    /**
     * Ends here if anything is an error.
     *
     * @throws InputException with all of them
     */
    public void throwIfErrors() {
        if (hasErrors()) {
            throw new InputException(list());
        }
    }

    /** Runs a step; what it throws as an {@link InputException} is collected instead. */
    public void collect(Runnable step) {
        try {
            step.run();
        } catch (InputException e) {
            addAll(e.problems());
        }
    }

    private static Kind kind(Problem problem) {
        return new Kind(problem.where().file().orElse(""), problem.key(), problem.severity());
    }

    private static Problem rest(Kind kind, int more) {
        Where where = kind.file().isEmpty() ? Where.nowhere() : Where.file(kind.file());
        return new Problem(
                kind.severity(),
                Texts.BUNDLE,
                "problems.more",
                where,
                Stream.<Object>of(more).toList());
    }
}
