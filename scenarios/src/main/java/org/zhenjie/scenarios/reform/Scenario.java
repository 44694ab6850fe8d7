package org.zhenjie.scenarios.reform;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.scenarios.study.Name;
import org.zhenjie.scenarios.study.StudyFolder;

/**
 * An ordered list of reforms applied to the baseline (情景方案).
 *
 * @param name the name of its file without ending, which its plan carries too
 * @param title title for people
 * @param near the scenario whose plan this one's plan should stay near (S5), if any
 * @param steps the reforms in order
 * @param groups how towns are put into groups after them
 */
public record Scenario(String name, Name title, Optional<Near> near, List<Step> steps, List<GroupTask> groups) {

    /** The scenario without reforms; it needs no file. */
    public static final Scenario BASELINE =
            new Scenario("baseline", new Name("现状", "Baseline"), Optional.empty(), List.of(), List.of());

    public Scenario {
        steps = List.copyOf(steps);
        groups = List.copyOf(groups);
    }

    /** A scenario that has no file yet: each reform is found by its number, from 1. */
    public static Scenario of(String name, Name title, List<Reform> reforms) {
        String file = StudyFolder.scenarioFileName(name);
        return new Scenario(
                name,
                title,
                Optional.empty(),
                IntStream.range(0, reforms.size())
                        .mapToObj(i -> new Step(reforms.get(i), Where.file(file).field("reforms[" + (i + 1) + "]")))
                        .toList(),
                List.of());
    }

    /** The reforms in order. */
    public List<Reform> reforms() {
        return steps.stream().map(Step::reform).toList();
    }

    /** The scenario as it is in force in a year. */
    public Scenario in(int year) {
        return new Scenario(
                name,
                title,
                near,
                steps.stream()
                        .filter(step -> step.from().isEmpty() || step.from().getAsInt() <= year)
                        .toList(),
                groups);
    }

    /**
     * A plan to stay near.
     *
     * @param scenario the name of the scenario whose plan it is
     * @param where named in problems with it
     */
    public record Near(String scenario, Where where) {}

    /**
     * One reform and where people wrote it.
     *
     * @param where named in problems with the reform
     * @param from the year from which it is in force; empty = from the first
     */
    public record Step(Reform reform, Where where, OptionalInt from) {
        /** A reform that is in force from the first year. */
        public Step(Reform reform, Where where) {
            this(reform, where, OptionalInt.empty());
        }
    }
}
