package org.zhenjie.gis.encoding;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;

/** Charsets by the many names that mapping offices' tools give them. */
public final class Charsets {
    private Charsets() {}

    /**
     * The charset of a name such as {@code GBK}, {@code CP936}, {@code 936}, {@code ANSI 936}, {@code OEM 950},
     * {@code UTF8}, {@code 65001}; empty where it is unknown. Case and surrounding blanks do not matter.
     */
    public static Optional<Charset> named(String name) {
        String plain = name.strip().toUpperCase(Locale.ROOT).replaceFirst("^(ANSI|OEM|LDID/?)\\s*", "");
        return switch (plain) {
            case "" -> Optional.empty();
            case "936", "CP936", "MS936", "GB2312", "EUC-CN", "EUCCN", "77", "122" -> lookUp("GBK");
            case "54936" -> lookUp("GB18030");
            case "950", "CP950", "BIG-5" -> lookUp("Big5");
            case "65001", "UTF8" -> lookUp("UTF-8");
            case "932" -> lookUp("windows-31j");
            case "949" -> lookUp("x-windows-949");
            default ->
                lookUp(
                        plain.matches("125[0-8]")
                                ? "windows-" + plain
                                : plain.replaceFirst("^8859[_-]?(\\d+)$", "ISO-8859-$1"));
        };
    }

    /** The charset of a {@code .dbf} language driver byte; empty for 0, unknown bytes, and those that only say 'the machine's'. */
    public static Optional<Charset> ofLanguageDriver(int ldid) {
        return switch (ldid) {
            case 0x4D, 0x7A -> lookUp("GBK");
            case 0x4F, 0x78 -> lookUp("Big5");
            case 0x13, 0x7B -> lookUp("windows-31j");
            case 0x4E, 0x79 -> lookUp("x-windows-949");
            case 0x01 -> lookUp("IBM437");
            case 0x02 -> lookUp("IBM850");
            case 0xC8 -> lookUp("windows-1250");
            case 0xC9 -> lookUp("windows-1251");
            default -> Optional.empty();
        };
    }

    private static Optional<Charset> lookUp(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }
}
