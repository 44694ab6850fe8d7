package org.zhenjie.scenarios.tables;

import java.math.BigDecimal;

/**
 * Scales of two factors, such as loads and distances, of whose products a sum is to be exact.
 *
 * @param first of the one
 * @param second of the other
 */
public record Products(Scale first, Scale second) {

    /**
     * The same scales, or coarser ones: a sum of products comes to a most in whole units. Digits behind the point go before others, and first those
     * of the factor that has more in all.
     *
     * @param usualFirst a usual one of the first factors
     * @param usualSecond a usual one of the second
     */
    public Products within(BigDecimal sum, long most, double usualFirst, double usualSecond) {
        int digits = first.digits() + second.digits();
        if (sum.movePointRight(digits).compareTo(BigDecimal.valueOf(most)) <= 0) {
            return this;
        }
        boolean onlyOne = first.digits() > 0 != second.digits() > 0;
        boolean finer = usualFirst * Math.pow(10, first.digits()) > usualSecond * Math.pow(10, second.digits());
        boolean takeFirst = onlyOne ? first.digits() > 0 : finer;
        Products coarser = takeFirst ? new Products(first.coarser(), second) : new Products(first, second.coarser());
        return coarser.within(sum, most, usualFirst, usualSecond);
    }

    /** The scale of the products. */
    public Scale product() {
        return new Scale(first.digits() + second.digits(), first.exact() && second.exact());
    }
}
