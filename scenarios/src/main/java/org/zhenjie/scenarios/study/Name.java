package org.zhenjie.scenarios.study;

import java.util.Locale;

/**
 * A name in both languages of the interface.
 *
 * @param zh Chinese name, never blank
 * @param en English or romanised name, never blank; equal to {@code zh} where the data gives none
 */
public record Name(String zh, String en) {
    /** Both names, where they differ: for messages that are written before their reader's language is known. */
    public String both() {
        return zh.equals(en) ? zh : zh + " " + en;
    }

    /** The name for a locale: Chinese for Chinese locales, else English. */
    public String in(Locale locale) {
        return "zh".equals(locale.getLanguage()) ? zh : en;
    }
}
