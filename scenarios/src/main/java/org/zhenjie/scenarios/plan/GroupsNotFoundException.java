package org.zhenjie.scenarios.plan;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.zhenjie.gis.problem.Problem;

/** Towns that cannot be put into the groups that a scenario asks for, or for which a search found none. */
public final class GroupsNotFoundException extends RuntimeException {
    private final transient List<Problem> problems;

    /** @param problems why, at least one */
    public GroupsNotFoundException(List<Problem> problems) {
        super(problems.stream().map(problem -> problem.text(Locale.ENGLISH)).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Why, and what to do. */
    public List<Problem> problems() {
        return problems;
    }
}
