package org.zhenjie.gis.problem;

import static org.zhenjie.gis.problem.GisMessages.BUNDLE;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** Texts out of resource bundles. */
final class Messages {
    private static final int LONGEST_VALUE = 60;

    private Messages() {}

    static String text(String bundle, String key, List<Object> args, Locale locale) {
        String pattern;
        try {
            pattern = bundle(bundle, locale).getString(key);
        } catch (MissingResourceException e) {
            // a wrong key must not hide the problem itself from the user
            return key + " " + args;
        }
        return new MessageFormat(pattern, locale)
                .format(args.stream().map(a -> plain(a, locale)).toArray());
    }

    static String place(Where where, Locale locale) {
        List<String> parts = new ArrayList<>();
        where.file().ifPresent(parts::add);
        where.row().ifPresent(row -> parts.add(own("where.row", locale, row)));
        where.field().ifPresent(field -> parts.add(own("where.field", locale, field)));
        where.value().ifPresent(value -> parts.add(own("where.value", locale, shortened(value))));
        return String.join(separator(locale), parts);
    }

    static String joined(String place, String message, Locale locale) {
        return own("where.joined", locale, place, message);
    }

    private static String own(String key, Locale locale, Object... args) {
        return text(BUNDLE, key, List.of(args), locale);
    }

    private static String separator(Locale locale) {
        return own("list.separator", locale);
    }

    private static ResourceBundle bundle(String name, Locale locale) {
        // English is the root bundle: without this control a Chinese machine would answer Chinese to an English user
        return ResourceBundle.getBundle(
                name, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** Codes and row numbers must not get thousands separators, so numbers go in as plain text. */
    private static String plain(Object arg, Locale locale) {
        if (arg instanceof Collection<?> many) {
            return many.stream().map(one -> plain(one, locale)).collect(Collectors.joining(separator(locale)));
        }
        if (arg instanceof Double number && Double.isFinite(number)) {
            return new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
        }
        return String.valueOf(arg);
    }

    private static String shortened(String value) {
        String line = value.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= LONGEST_VALUE ? line : line.substring(0, LONGEST_VALUE) + "…";
    }
}
