package org.zhenjie.scenarios.years;

import java.util.OptionalInt;

/**
 * Posts that a pool has granted to a town.
 *
 * @param since the year in which they were granted
 * @param due the year in which they come back to the pool; empty = granted for good
 */
public record Lent(String pool, String town, String platform, int posts, int since, OptionalInt due) {

    boolean isBack(int year) {
        return due.isPresent() && due.getAsInt() <= year;
    }

    Lent in(String code) {
        return new Lent(pool, code, platform, posts, since, due);
    }

    Lent of(int number) {
        return new Lent(pool, town, platform, number, since, due);
    }
}
