package org.zhenjie.scenarios.cli;

import java.text.NumberFormat;
import java.util.Locale;
import java.util.OptionalDouble;

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

    static String none() {
        return NONE;
    }
}
