package org.zhenjie.scenarios.stations;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many sites stay: a number, or every number between two, as {@code 5} or {@code 5..20}.
 *
 * @param least 0 or more
 * @param most no less
 */
public record NumberRange(int least, int most) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9})(?:\\.\\.(\\d{1,9}))?");

    /** The numbers of a text; empty where it is neither of the two forms, or the second number is below the first. */
    public static Optional<NumberRange> parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        int least = Integer.parseInt(form.group(1));
        int most = form.group(2) == null ? least : Integer.parseInt(form.group(2));
        return most < least ? Optional.empty() : Optional.of(new NumberRange(least, most));
    }

    /** Whether there is more than one. */
    public boolean isSeveral() {
        return most > least;
    }

    @Override
    public String toString() {
        return isSeveral() ? least + ".." + most : String.valueOf(least);
    }
}
