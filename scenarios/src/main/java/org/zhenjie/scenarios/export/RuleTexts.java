package org.zhenjie.scenarios.export;

import java.util.Locale;

/** What the rules of the model ask, in words. */
public final class RuleTexts {
    private RuleTexts() {}

    /** A rule of an allocation or of a consolidation in a few words, without its name. */
    public static String of(Enum<?> rule, Locale locale) {
        return new ExportTexts(locale).get("rule." + rule.name());
    }
}
