package org.zhenjie.scenarios.cli;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.OptionalDouble;
import org.zhenjie.scenarios.indicator.Indicator;
import org.zhenjie.scenarios.indicator.Unit;

/** Figures as the terminal shows them. */
final class Figures {
    private static final String NONE = "–";

    private final Locale locale;

    Figures(Locale locale) {
        this.locale = locale;
    }

    /** A whole number. */
    String whole(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** A number with at most three digits behind the point. */
    String number(BigDecimal number) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(3);
        return format.format(number);
    }

    /** A number with all of its digits behind the point, those that are 0 too: so that the points of a column stand below each other. */
    String even(BigDecimal number) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(number.scale());
        format.setMaximumFractionDigits(number.scale());
        return format.format(number);
    }

    /** A share, 1 = 100 %, with two digits; a dash where there is none. */
    String share(OptionalDouble share) {
        return share.isPresent() ? share(share.getAsDouble(), 2) : NONE;
    }

    /** A share with so many digits. */
    String share(double share, int digits) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(share);
    }

    /** Name of an indicator with its unit, unless each figure carries that itself. */
    static String heading(Indicator indicator, Locale locale) {
        return indicator.unit() == Unit.SHARE ? indicator.name(locale) : indicator.heading(locale);
    }

    static String none() {
        return NONE;
    }
}
