package org.zhenjie.scenarios.map;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.scenarios.study.Name;

/**
 * The typeface of maps and pages: one that can show Chinese where this machine has one. A name that cannot be shown is
 * replaced by its romanised form, never by boxes.
 */
public final class Fonts {

    /** Characters that any Chinese interface needs; a font without them is none for Chinese. */
    private static final String PROBE = "镇街编制配备率海滨市";

    /** Good Chinese screen fonts of Windows, macOS and Linux, tried before all others. */
    private static final List<String> PREFERRED = List.of(
            "Microsoft YaHei UI",
            "Microsoft YaHei",
            "PingFang SC",
            "Hiragino Sans GB",
            "Noto Sans CJK SC",
            "Noto Sans SC",
            "Source Han Sans SC",
            "WenQuanYi Micro Hei",
            "WenQuanYi Zen Hei",
            "SimHei",
            "SimSun");

    private final Font base;
    private final BiPredicate<Font, String> shows;
    private final boolean chinese;

    /**
     * Fonts chosen from candidates: the first that can show Chinese, else the first.
     *
     * @param candidates fonts to choose from, best first, at least one
     * @param shows whether a font can show all of a text
     */
    public Fonts(List<Font> candidates, BiPredicate<Font, String> shows) {
        this.shows = shows;
        this.base = candidates.stream()
                .filter(font -> shows.test(font, PROBE))
                .findFirst()
                .orElse(candidates.get(0));
        this.chinese = shows.test(base, PROBE);
    }

    /** The fonts of this machine; looked up once. */
    public static Fonts system() {
        return Machine.FONTS;
    }

    private static final class Machine {
        private static final Fonts FONTS = new Fonts(candidates(), (font, text) -> font.canDisplayUpTo(text) < 0);

        private static List<Font> candidates() {
            Font logical = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
            if (logical.canDisplayUpTo(PROBE) < 0) {
                return List.of(logical); // the platform's own fallback knows best
            }
            List<String> families = Arrays.asList(
                    GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames(Locale.ROOT));
            return Stream.concat(
                            Stream.of(logical),
                            Stream.concat(PREFERRED.stream().filter(families::contains), families.stream())
                                    .map(family -> new Font(family, Font.PLAIN, 12)))
                    .toList();
        }
    }

    /** The font at a size in points. */
    public Font at(float size) {
        return base.deriveFont(size);
    }

    /** Whether Chinese can be shown at all. */
    public boolean showsChinese() {
        return chinese;
    }

    /**
     * What people who read a language should know of a map that this machine draws: a note where it can only romanise
     * their names.
     */
    public Optional<Problem> notice(Locale wanted) {
        return displayLocale(wanted).equals(wanted)
                ? Optional.empty()
                : Optional.of(Problem.note(MapTexts.BUNDLE, "font.notice", Where.nowhere()));
    }

    /** The name for a locale; the romanised one where the Chinese cannot be shown in full. */
    public String displayName(Name name, Locale locale) {
        String wanted = name.in(locale);
        return shows.test(base, wanted) ? wanted : shown(name.en());
    }

    /** A text with a question mark for each character that cannot be shown. */
    public String shown(String text) {
        if (shows.test(base, text)) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        text.codePoints().mapToObj(Character::toString).forEach(c -> shown.append(shows.test(base, c) ? c : "?"));
        return shown.toString();
    }

    /** The locale to write in: English where Chinese is wanted and cannot be shown. */
    public Locale displayLocale(Locale wanted) {
        return chinese || !"zh".equals(wanted.getLanguage()) ? wanted : Locale.ENGLISH;
    }
}
