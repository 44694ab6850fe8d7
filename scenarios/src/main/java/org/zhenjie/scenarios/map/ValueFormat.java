package org.zhenjie.scenarios.map;

import java.text.NumberFormat;
import java.util.Locale;

/**
 * How an indicator's figures are written.
 *
 * @param percent whether 1 is written as 100 %
 * @param decimals digits after the point, 0 or more
 * @param unit what the figures count, in the reader's language, e.g. {@code posts}; may be blank; stands in titles, not
 *     behind each figure
 * @param signed whether a figure above 0 carries a plus, as differences do
 */
public record ValueFormat(boolean percent, int decimals, String unit, boolean signed) {

    /** Shares: 1 is 100 %. */
    public static ValueFormat percent(int decimals) {
        return new ValueFormat(true, decimals, "", false);
    }

    /** Plain figures. */
    public static ValueFormat number(int decimals, String unit) {
        return new ValueFormat(false, decimals, unit, false);
    }

    /** The same with a plus sign for figures above 0. */
    public ValueFormat withSign() {
        return new ValueFormat(percent, decimals, unit, true);
    }

    /** Digits that breaks of classes are rounded to, in the figure's own scale. */
    public int breakDecimals() {
        return percent ? decimals + 2 : decimals;
    }

    /** The figure in the writing of a locale, without the unit. */
    public String format(double value, Locale locale) {
        NumberFormat format =
                percent ? NumberFormat.getPercentInstance(locale) : NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        String text = format.format(value);
        if (text.equals(format.format(-0.0))) {
            text = format.format(0.0); // no minus before a rounded nothing
        }
        return signed && value > 0 && !text.equals(format.format(0.0)) ? "+" + text : text;
    }
}
