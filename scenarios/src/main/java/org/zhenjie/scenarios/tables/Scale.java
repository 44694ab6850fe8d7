package org.zhenjie.scenarios.tables;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Stream;

/**
 * Decimals as whole numbers of a unit that is a power of ten, so that sums are exact.
 *
 * @param digits digits behind the point that are kept
 */
public record Scale(int digits) {

    /** The scale that keeps every digit of all numbers. */
    public static Scale of(Stream<BigDecimal> numbers) {
        return new Scale(numbers.mapToInt(Cells::digits).max().orElse(0));
    }

    /** A number in whole units; what is beyond the scale is rounded half up. */
    public long whole(BigDecimal number) {
        return number.movePointRight(digits).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    /** Whole units as a number. */
    public BigDecimal number(long whole) {
        return BigDecimal.valueOf(whole, digits);
    }
}
