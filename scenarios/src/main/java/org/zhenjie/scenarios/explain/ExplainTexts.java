package org.zhenjie.scenarios.explain;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** Words of this package in both languages. */
final class ExplainTexts {
    private final Locale locale;
    private final ResourceBundle bundle;

    ExplainTexts(Locale locale) {
        this.locale = locale;
        // without this control a Chinese machine would answer Chinese to an English user
        this.bundle = ResourceBundle.getBundle(
                "org.zhenjie.scenarios.explain.messages",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    Locale locale() {
        return locale;
    }

    String get(String key, Object... args) {
        return new MessageFormat(bundle.getString(key), locale).format(args);
    }

    /** The text of a key, if there is one. */
    Optional<String> find(String key, Object... args) {
        return bundle.containsKey(key) ? Optional.of(get(key, args)) : Optional.empty();
    }
}
