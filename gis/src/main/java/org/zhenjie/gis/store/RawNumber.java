package org.zhenjie.gis.store;

/**
 * A number as written, so that a column that turns out to be text keeps its digits.
 *
 * @param text digits as they stand in the file; parsed by Java as they are
 * @param whole whether it was written without point and exponent
 */
public record RawNumber(String text, boolean whole) {}
