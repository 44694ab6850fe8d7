package org.zhenjie.scenarios.session;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.zhenjie.scenarios.study.Name;

/** Words of this package in both languages. */
final class SessionTexts {

    private static final String BUNDLE = "org.zhenjie.scenarios.session.messages";

    private SessionTexts() {}

    static String text(Locale locale, String key, Object... args) {
        String pattern = ResourceBundle.getBundle(
                        BUNDLE,
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString(key);
        return args.length == 0 ? pattern : new MessageFormat(pattern, locale).format(args);
    }

    static Name name(String key) {
        return new Name(text(Locale.CHINESE, key), text(Locale.ENGLISH, key));
    }
}
