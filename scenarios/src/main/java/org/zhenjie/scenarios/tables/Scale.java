package org.zhenjie.scenarios.tables;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.scenarios.problem.Problems;

/**
 * Decimals as whole numbers of a unit that is a power of ten, so that sums are exact.
 *
 * @param digits digits behind the point that are kept; below 0 so many before it are not
 * @param exact whether numbers are kept as they stand
 */
public record Scale(int digits, boolean exact) {
    private static final int LENGTH_DIGITS = 3;
    private static final double LENGTH_UNITS = 1e7;

    /** A scale for numbers that have no more digits. */
    public Scale(int digits) {
        this(digits, true);
    }

    /** The scale that keeps every digit of all numbers. */
    public static Scale of(Stream<BigDecimal> numbers) {
        return new Scale(numbers.mapToInt(Cells::digits).max().orElse(0));
    }

    /** A scale for lengths that are reckoned: thousandths, or finer ones where the longest would have less than 7 digits. */
    public static Scale ofLengths(double longest) {
        int digits = LENGTH_DIGITS;
        while (longest > 0 && longest * Math.pow(10, digits) < LENGTH_UNITS) {
            digits++;
        }
        return new Scale(digits);
    }

    /** The same, or a coarser one: a sum comes to a most in whole units. */
    public Scale within(BigDecimal sum, long most) {
        return sum.movePointRight(digits).compareTo(BigDecimal.valueOf(most)) > 0
                ? coarser().within(sum, most)
                : this;
    }

    /** With one digit less. */
    Scale coarser() {
        return new Scale(digits - 1, false);
    }

    /** A number in whole units; what is beyond the scale is rounded half up. */
    public long whole(BigDecimal number) {
        return number.movePointRight(digits).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    /**
     * A limit in whole units: where the numbers are exact, what keeps the one keeps the other; else it is rounded like them, as it may
     * equal one of them or a sum.
     *
     * @param most the answer for limits that are greater
     */
    public long limit(BigDecimal limit, long most) {
        return limit.movePointRight(digits)
                .setScale(0, exact ? RoundingMode.FLOOR : RoundingMode.HALF_UP)
                .min(BigDecimal.valueOf(most))
                .longValueExact();
    }

    /** Warns of columns whose numbers are rounded, if there are any. */
    public static void tellRounded(Map<String, Scale> columns, Problems problems) {
        List<String> rounded = columns.entrySet().stream()
                .filter(column -> !column.getValue().exact())
                .map(column -> column.getKey() + " " + column.getValue().text(1))
                .sorted()
                .toList();
        if (!rounded.isEmpty()) {
            problems.warning("tables.rounded", Where.nowhere(), rounded);
        }
    }

    /** Whole units as a number. */
    public BigDecimal number(long whole) {
        return BigDecimal.valueOf(whole, digits);
    }

    /** Whole units as {@link #plain} words. */
    public String text(long whole) {
        return plain(number(whole));
    }

    /** A number in digits alone, without exponent and without zeros at its end. */
    public static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
