package org.zhenjie.gis.problem;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A user's data or call cannot be used. Carries every problem found so far, at least one of them an error. */
public class InputException extends RuntimeException {
    private final transient List<Problem> problems;

    /**
     * @param problems what is wrong, in the order in which people should read it
     * @throws IllegalArgumentException if none of them is an error
     */
    public InputException(List<Problem> problems) {
        this(problems, null);
    }

    /** As {@link #InputException(List)}, with the technical cause kept for a log. */
    public InputException(List<Problem> problems, Throwable cause) {
        super(summary(problems), cause);
        if (problems.stream().noneMatch(p -> p.severity() == Severity.ERROR)) {
            throw new IllegalArgumentException("an InputException needs at least one error");
        }
        this.problems = List.copyOf(problems);
    }

    /** One problem, which must be an error. */
    public InputException(Problem problem) {
        this(List.of(problem), null);
    }

    /** One problem, which must be an error, with the technical cause kept for a log. */
    public InputException(Problem problem, Throwable cause) {
        this(List.of(problem), cause);
    }

    /** What is wrong, in reading order; at least one error. */
    public List<Problem> problems() {
        return problems;
    }

    /** The same failure with each problem changed, e.g. to name a file as the user wrote it. */
    public InputException map(UnaryOperator<Problem> change) {
        InputException changed =
                new InputException(problems.stream().map(change).toList(), getCause());
        changed.setStackTrace(getStackTrace());
        return changed;
    }

    private static String summary(List<Problem> problems) {
        return problems.stream().map(p -> p.text(Locale.ENGLISH)).collect(Collectors.joining("\n"));
    }
}
