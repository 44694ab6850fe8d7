package org.zhenjie.gis.problem;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Something that people have to know of their data or call. It carries no text but a key, so that it can be told in any
 * language that the bundle has.
 *
 * @param severity how much it matters
 * @param bundle base name of the resource bundle that holds the key, e.g. {@code org.zhenjie.gis.messages}
 * @param key key of the message; the message says what is wrong, what was expected and what to do
 * @param where the place
 * @param args arguments of the message: texts, numbers, or collections of them
 */
public record Problem(Severity severity, String bundle, String key, Where where, List<Object> args) {
    public Problem {
        Objects.requireNonNull(severity);
        Objects.requireNonNull(bundle);
        Objects.requireNonNull(key);
        Objects.requireNonNull(where);
        args = List.copyOf(args);
    }

    /** A problem that stops what was asked for. */
    public static Problem error(String bundle, String key, Where where, Object... args) {
        return new Problem(Severity.ERROR, bundle, key, where, Arrays.asList(args));
    }

    /** A problem that people should look at. */
    public static Problem warning(String bundle, String key, Where where, Object... args) {
        return new Problem(Severity.WARNING, bundle, key, where, Arrays.asList(args));
    }

    /** An assumption made or a value detected. */
    public static Problem note(String bundle, String key, Where where, Object... args) {
        return new Problem(Severity.NOTE, bundle, key, where, Arrays.asList(args));
    }

    /** The same problem at another place. */
    public Problem at(Where place) {
        return new Problem(severity, bundle, key, place, args);
    }

    /** One line for people: the place, what is wrong, what to do. English where the bundle lacks the language. */
    public String text(Locale locale) {
        String place = Messages.place(where, locale);
        String message = Messages.text(bundle, key, args, locale);
        return place.isEmpty() ? message : Messages.joined(place, message, locale);
    }
}
