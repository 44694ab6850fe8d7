package org.zhenjie.gis.coverage;

/**
 * Two units that share a border, or touch.
 *
 * @param i index of the one, less than {@code j}
 * @param j index of the other
 * @param sharedMetres length of the border they share; 0 where they touch in points alone
 */
public record SharedBorder(int i, int j, double sharedMetres) {}
