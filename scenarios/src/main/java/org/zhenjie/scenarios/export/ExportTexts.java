package org.zhenjie.scenarios.export;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Words of this package in both languages. */
final class ExportTexts {
    static final String BUNDLE = "org.zhenjie.scenarios.export.messages";

    private final Locale locale;
    private final ResourceBundle bundle;

    ExportTexts(Locale locale) {
        this.locale = locale;
        // without this control a Chinese machine would answer Chinese to an English user
        this.bundle = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
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
}
