package org.zhenjie.scenarios.indicator;

import java.util.Locale;
import org.zhenjie.scenarios.problem.Texts;

/** What an indicator is counted in; its text goes into headings. */
public enum Unit {
    PEOPLE("#,##0"),
    SQUARE_KM("#,##0.0"),
    PEOPLE_PER_SQUARE_KM("#,##0"),
    POSTS("#,##0"),
    POST_KM("#,##0"),
    KM("#,##0.0"),
    SHARE("0.0%"),
    POINTS("#,##0"),
    UNITS("#,##0"),
    LEADERS("#,##0"),
    MONEY("#,##0"),
    HOURS("#,##0"),
    MINUTES("#,##0"),
    PER_THOUSAND("#,##0.000"),
    INDEX("0.000"),
    NUMBER("#,##0.###"),
    SCORE("0.0");

    private final String pattern;

    Unit(String pattern) {
        this.pattern = pattern;
    }

    /** Pattern of {@link java.text.DecimalFormat}, which spreadsheets understand too. */
    public String pattern() {
        return pattern;
    }

    /** The unit for people; blank where it is none. */
    public String text(Locale locale) {
        return Texts.of("unit." + name(), locale);
    }
}
