package org.zhenjie.ui.text;

import java.text.Collator;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.Comparator;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.ResourceBundle;
import org.zhenjie.scenarios.map.Fonts;
import org.zhenjie.scenarios.map.ValueFormat;
import org.zhenjie.scenarios.study.Name;

/** Words, names and figures for one language of the interface; falls back to English where Chinese cannot be shown. */
public final class Texts {

    /** What stands where there is no figure. */
    public static final String NONE = "–";

    private static final String BUNDLE = "org.zhenjie.ui.messages";

    private final Locale locale;
    private final Fonts fonts;
    private final ResourceBundle bundle;

    /** Texts for a wanted language: Chinese for Chinese locales, else English. */
    public Texts(Locale wanted, Fonts fonts) {
        this.fonts = fonts;
        this.locale =
                fonts.displayLocale("zh".equals(wanted.getLanguage()) ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH);
        this.bundle = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT));
    }

    /** The language that is written in. */
    public Locale locale() {
        return locale;
    }

    /** Whether this is Chinese. */
    public boolean isChinese() {
        return "zh".equals(locale.getLanguage());
    }

    /** The fonts that names are chosen for. */
    public Fonts fonts() {
        return fonts;
    }

    /** The text of a key, with its arguments put in. */
    public String get(String key, Object... args) {
        String pattern = bundle.getString(key);
        return args.length == 0 ? pattern.replace("''", "'") : new MessageFormat(pattern, locale).format(args);
    }

    /** A name in this language. */
    public String name(Name name) {
        return fonts.displayName(name, locale);
    }

    /** Text that an HTML label shows as it is, whatever signs it has. */
    public static String html(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** A whole number. */
    public String number(long value) {
        return NumberFormat.getIntegerInstance(locale).format(value);
    }

    /** A whole number with a plus when above 0. */
    public String signed(long value) {
        return value > 0 ? "+" + number(value) : number(value);
    }

    /** A whole number, a great one rounded to three or four digits and a word for its size. */
    public String compact(long value) {
        if (Math.abs(value) < 100_000) {
            return number(value);
        }
        NumberFormat format = NumberFormat.getCompactNumberInstance(locale, NumberFormat.Style.SHORT);
        format.setMaximumFractionDigits(2);
        return format.format(value);
    }

    /** A figure with so many decimals. */
    public String number(double value, int decimals) {
        return ValueFormat.number(decimals, "").format(value, locale);
    }

    /** A share, 1 = 100 %, with one decimal. */
    public String percent(double share) {
        return ValueFormat.percent(1).format(share, locale);
    }

    /** A share, or {@link #NONE}. */
    public String percent(OptionalDouble share) {
        return share.isPresent() ? percent(share.getAsDouble()) : NONE;
    }

    /** The order of names in this language. */
    public Comparator<String> order() {
        Collator collator = Collator.getInstance(locale);
        return collator::compare;
    }
}
