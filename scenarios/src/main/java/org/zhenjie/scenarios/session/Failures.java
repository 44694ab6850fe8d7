package org.zhenjie.scenarios.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Severity;
import org.zhenjie.scenarios.plan.GroupsNotFoundException;
import org.zhenjie.scenarios.reform.RuleBrokenException;

/** Failures in words for people. */
final class Failures {

    private Failures() {}

    static List<String> explain(Throwable failure, Locale locale) {
        if (failure instanceof InputException input) {
            List<Problem> errors = input.problems().stream()
                    .filter(problem -> problem.severity() == Severity.ERROR)
                    .toList();
            return errors.stream().map(problem -> problem.text(locale)).toList();
        }
        if (failure instanceof RuleBrokenException rule) {
            return rule.problems().stream().map(problem -> problem.text(locale)).toList();
        }
        if (failure instanceof GroupsNotFoundException none) {
            return none.problems().stream().map(problem -> problem.text(locale)).toList();
        }
        if (failure instanceof UncheckedIOException io) {
            return List.of(SessionTexts.text(locale, "fault.io", io.getCause().getMessage()));
        }
        if (failure instanceof IOException io) {
            return List.of(SessionTexts.text(locale, "fault.io", io.getMessage()));
        }
        return List.of(
                failure instanceof OutOfMemoryError
                        ? SessionTexts.text(locale, "fault.memory")
                        : SessionTexts.text(locale, "fault.ours", failure));
    }
}
