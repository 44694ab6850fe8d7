package org.zhenjie.gis.shapefile;

/**
 * A column of an attribute table as its header describes it.
 *
 * @param nameBytes the name, in the table's charset
 * @param kind type letter: C text, N and F decimal text, L logical, D date, I binary integer, O and B binary double
 * @param offset of the value in a record
 * @param length of the value in bytes
 * @param decimals digits after the point
 */
record DbfColumn(byte[] nameBytes, char kind, int offset, int length, int decimals) {
    private static final int DIGITS_OF_INT = 9;
    private static final int DIGITS_OF_LONG = 20;

    boolean isText() {
        return kind == 'C';
    }

    /** The Java type of its values; {@code String} for kinds that are not read, whose values are all null. */
    Class<?> type() {
        return switch (kind) {
            case 'N' ->
                decimals > 0 || length > DIGITS_OF_LONG
                        ? Double.class
                        : length > DIGITS_OF_INT ? Long.class : Integer.class;
            case 'F', 'O', 'B' -> Double.class;
            case 'L' -> Boolean.class;
            case 'D' -> java.sql.Date.class;
            case 'I', '+' -> Integer.class;
            default -> String.class;
        };
    }

    boolean isRead() {
        return "CNFLDIOB+".indexOf(kind) >= 0;
    }
}
