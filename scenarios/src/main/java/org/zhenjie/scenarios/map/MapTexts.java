package org.zhenjie.scenarios.map;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Words on the map. */
final class MapTexts {

    static final String BUNDLE = "org.zhenjie.scenarios.map.messages";

    private MapTexts() {}

    static String text(Locale locale, String key, Object... args) {
        ResourceBundle.Control ownOnly =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT);
        String pattern = ResourceBundle.getBundle(BUNDLE, locale, ownOnly).getString(key);
        return new MessageFormat(pattern, locale).format(args);
    }
}
