package org.zhenjie.scenarios.join;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** When two cells say the same, though they are not written alike. */
final class Values {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,15}(\\.\\d{0,12})?");
    private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d{0,12})?");
    private static final Pattern WHOLE = Pattern.compile("(\\d+)\\.0+");

    private Values() {}

    /** A unit code in the form in which codes are compared: half-width, upper case, no blanks, no '.0' of a spreadsheet. */
    static String code(String cell) {
        String plain = plain(cell).replace(" ", "").toUpperCase(Locale.ROOT);
        String unquoted = plain.startsWith("'") ? plain.substring(1) : plain;
        var whole = WHOLE.matcher(unquoted);
        return whole.matches() ? whole.group(1) : unquoted;
    }

    /** Whether two cells say the same: equal numbers (1,200 is 1200.0), or texts that differ in width and blanks only. */
    static boolean same(String one, String other) {
        Optional<BigDecimal> a = number(one);
        Optional<BigDecimal> b = number(other);
        return a.isPresent() && b.isPresent()
                ? a.get().compareTo(b.get()) == 0
                : plain(one).equals(plain(other));
    }

    /** The number that a cell holds, thousands separated by commas or not. */
    static Optional<BigDecimal> number(String cell) {
        String plain = plain(cell);
        String digits = GROUPED.matcher(plain).matches() ? plain.replace(",", "") : plain;
        return NUMBER.matcher(digits).matches() ? Optional.of(new BigDecimal(digits)) : Optional.empty();
    }

    private static String plain(String cell) {
        return Normalizer.normalize(cell, Normalizer.Form.NFKC)
                .replaceAll("\\s+", " ")
                .strip();
    }
}
