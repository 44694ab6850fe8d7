package org.zhenjie.scenarios.reform;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.zhenjie.gis.problem.Problem;

/** The input can be read, but hard rules cannot be kept with it, so that there is nothing to plan. */
public final class RuleBrokenException extends RuntimeException {
    private final transient List<Breach> breaches;

    /**
     * A rule that cannot be kept.
     *
     * @param rule a {@link org.zhenjie.planner.allocation.Rule} or a {@link SiteRule}
     * @param problems where it breaks, by how much and what to do, at least one
     */
    public record Breach(Enum<?> rule, List<Problem> problems) {
        public Breach {
            problems = List.copyOf(problems);
        }
    }

    /** @param breaches at least one */
    public RuleBrokenException(List<Breach> breaches) {
        super(breaches.stream()
                .flatMap(breach -> breach.problems().stream())
                .map(problem -> problem.text(Locale.ENGLISH))
                .collect(Collectors.joining("\n")));
        this.breaches = List.copyOf(breaches);
    }

    /** The rules that cannot be kept. */
    public List<Breach> breaches() {
        return breaches;
    }

    /** Where they break and what to do. */
    public List<Problem> problems() {
        return breaches.stream().flatMap(breach -> breach.problems().stream()).toList();
    }
}
