package org.zhenjie.scenarios.problem;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of this module, English and Chinese. */
public final class Texts {
    /** Base name of the resource bundle; English is its root. */
    public static final String BUNDLE = "org.zhenjie.scenarios.messages";

    private Texts() {}

    /**
     * A text in the language of the locale, English where the bundle lacks it.
     *
     * @param key key of the bundle
     * @param args arguments of the message; numbers are formatted for the locale
     * @throws java.util.MissingResourceException if no such key exists: a fault of the program
     */
    public static String of(String key, Locale locale, Object... args) {
        // without this control a Chinese machine would answer Chinese to an English user
        ResourceBundle bundle = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new MessageFormat(bundle.getString(key), locale).format(args);
    }
}
