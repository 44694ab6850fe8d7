package org.zhenjie.scenarios.export;

import java.util.Locale;
import org.zhenjie.planner.allocation.Rule;

/** What the rules of the model ask, in words. */
public final class RuleTexts {
    private RuleTexts() {}

    /** A rule in a few words, without its name. */
    public static String of(Rule rule, Locale locale) {
        return new ExportTexts(locale).get("rule." + rule);
    }
}
