package org.zhenjie.scenarios.cli;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Words of this package in both languages. */
final class CliTexts {
    static final String BUNDLE = "org.zhenjie.scenarios.cli.messages";
    private static final String HELP = "org.zhenjie.scenarios.cli.help";

    private final Locale locale;
    private final ResourceBundle bundle;

    CliTexts(Locale locale) {
        this.locale = locale;
        this.bundle = bundle(BUNDLE, locale);
    }

    Locale locale() {
        return locale;
    }

    /** The text of a key, or what stands in for it where data have a name that no text is written for. */
    String or(String key, String otherwise) {
        return bundle.containsKey(key) ? get(key) : otherwise;
    }

    String get(String key, Object... args) {
        return new MessageFormat(bundle.getString(key), locale).format(args);
    }

    /** Texts of {@code --help}, by the keys of the command line library. */
    static ResourceBundle help(Locale locale) {
        return bundle(HELP, locale);
    }

    private static ResourceBundle bundle(String name, Locale locale) {
        // without this control a Chinese machine would answer Chinese to an English user
        return ResourceBundle.getBundle(
                name, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
