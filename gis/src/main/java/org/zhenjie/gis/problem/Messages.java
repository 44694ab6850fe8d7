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
    /** Of a detail, which may quote a damaged file at any length. */
    private static final int LONGEST_DETAIL = 300;

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
                .format(args.stream()
                        .map(arg -> detail(plain(arg, locale), arg))
                        .toArray());
    }

    static String place(Where where, Locale locale) {
        List<String> parts = new ArrayList<>();
        where.file().ifPresent(parts::add);
        where.row().ifPresent(row -> parts.add(own("where.row", locale, row)));
        where.field().ifPresent(field -> parts.add(own("where.field", locale, field)));
        where.value().ifPresent(value -> parts.add(own("where.value", locale, shortened(value, LONGEST_VALUE))));
        return String.join(separator(locale), parts);
    }

    static String joined(String place, String message, Locale locale) {
        return new MessageFormat(bundle(BUNDLE, locale).getString("where.joined"), locale)
                .format(new Object[] {place, message});
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

    /** A list is never cut: it says what to choose from. */
    private static String detail(String text, Object arg) {
        boolean endless = arg instanceof String && text.length() > LONGEST_DETAIL;
        return endless ? shortened(text, LONGEST_DETAIL) : text;
    }

    private static String shortened(String value, int longest) {
        String line = value.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= longest ? line : line.substring(0, longest) + "…";
    }
}
