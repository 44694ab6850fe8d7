package org.zhenjie.gis.codes;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How official codes are built: 6 digits of a county-level unit (2 province, 2 city, 2 county; GB/T 2260), 3 more of a
 * town-level unit (GB/T 10114), 3 more of a village. A code of 12 digits that ends with 000 is that of a town.
 */
public final class UnitCode {
    private static final Pattern OFFICIAL = Pattern.compile("\\d{6}|\\d{9}|\\d{12}");
    private static final int COUNTY = 6;
    private static final int TOWN = 9;

    private UnitCode() {}

    /** Kinds of town-level units that a code tells apart by its seventh digit. */
    public enum Kind {
        /** 街道, 0. */
        STREET("街道"),
        /** 镇, 1. */
        TOWN("镇"),
        /** 乡, 2 or 3. */
        TOWNSHIP("乡"),
        /** Farms, forests, zones; 4 and beyond. */
        OTHER("");

        private final String ending;

        Kind(String ending) {
            this.ending = ending;
        }

        /** The kind that a Chinese name ends with, where it ends with one. */
        static Optional<Kind> of(String name) {
            for (Kind kind : new Kind[] {STREET, TOWN, TOWNSHIP}) {
                if (name.endsWith(kind.ending)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    /** Whether a text is built as a code of a county, a town or a village. */
    public static boolean isOfficial(String code) {
        return OFFICIAL.matcher(code).matches();
    }

    /** The code without the zeros of the levels below it: 441502001000 and 441502001 are one. Others stay as they are. */
    public static String shortest(String code) {
        String shorter = code;
        while (isOfficial(shorter) && shorter.length() > COUNTY && shorter.endsWith("000")) {
            shorter = shorter.substring(0, shorter.length() - 3);
        }
        return shorter;
    }

    /** The county's code in an official one. */
    public static String county(String code) {
        return code.substring(0, COUNTY);
    }

    /** The kind of town-level unit that a code says; empty for counties. */
    public static Optional<Kind> kind(String code) {
        String plain = shortest(code);
        if (plain.length() < TOWN) {
            return Optional.empty();
        }
        return Optional.of(
                switch (plain.charAt(COUNTY)) {
                    case '0' -> Kind.STREET;
                    case '1' -> Kind.TOWN;
                    case '2', '3' -> Kind.TOWNSHIP;
                    default -> Kind.OTHER;
                });
    }
}
