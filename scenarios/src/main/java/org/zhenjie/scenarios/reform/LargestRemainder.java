package org.zhenjie.scenarios.reform;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Divides whole numbers by shares so that the parts sum to the whole (method of largest remainder, Hamilton 1792). */
final class LargestRemainder {
    private LargestRemainder() {}

    /**
     * The parts of a whole number.
     *
     * @param total 0 or more
     * @param shares 0 or more, not all 0; what is left over goes to the largest remainders, of equal ones to the first
     */
    static long[] divide(long total, double[] shares) {
        return divide(BigInteger.valueOf(total), shares).stream()
                .mapToLong(BigInteger::longValueExact)
                .toArray();
    }

    /** The parts of a number with as many digits behind the point as are given; the parts sum to it exactly. */
    static List<BigDecimal> divide(BigDecimal total, int digits, double[] shares) {
        int scale = Math.max(digits, total.scale());
        BigInteger units = total.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue();
        return divide(units.abs(), shares).stream()
                .map(part -> new BigDecimal(units.signum() < 0 ? part.negate() : part, scale))
                .toList();
    }

    private static List<BigInteger> divide(BigInteger total, double[] shares) {
        BigDecimal sum = BigDecimal.ZERO;
        for (double share : shares) {
            sum = sum.add(BigDecimal.valueOf(share));
        }
        List<BigInteger> parts = new ArrayList<>();
        List<BigDecimal> remainders = new ArrayList<>();
        BigInteger left = total;
        for (double share : shares) {
            BigDecimal[] quotient =
                    new BigDecimal(total).multiply(BigDecimal.valueOf(share)).divideAndRemainder(sum);
            parts.add(quotient[0].toBigInteger());
            remainders.add(quotient[1]);
            left = left.subtract(parts.get(parts.size() - 1));
        }
        IntStream.range(0, shares.length)
                .boxed()
                .sorted(Comparator.comparing(remainders::get, Comparator.reverseOrder()))
                .limit(left.intValueExact())
                .forEach(i -> parts.set(i, parts.get(i).add(BigInteger.ONE)));
        return parts;
    }
}
