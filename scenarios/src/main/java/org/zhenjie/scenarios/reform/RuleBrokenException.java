package org.zhenjie.scenarios.reform;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.planner.allocation.Rule;

/** The input can be read, but a hard rule cannot be kept with it, so that there is nothing to plan. */
public final class RuleBrokenException extends RuntimeException {
    private final Rule rule;
    private final transient List<Problem> problems;

    /**
     * @param rule the rule that cannot be kept
     * @param problems where it breaks, at least one
     */
    public RuleBrokenException(Rule rule, List<Problem> problems) {
        super(problems.stream().map(problem -> problem.text(Locale.ENGLISH)).collect(Collectors.joining("\n")));
        this.rule = rule;
        this.problems = List.copyOf(problems);
    }

    /** The rule that cannot be kept. */
    public Rule rule() {
        return rule;
    }

    /** Where it breaks and what to do. */
    public List<Problem> problems() {
        return problems;
    }
}
