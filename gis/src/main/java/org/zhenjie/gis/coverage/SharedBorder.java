package org.zhenjie.gis.coverage;

/**
 * Two units that share a border.
 *
 * @param i index of the one, less than {@code j}
 * @param j index of the other
 * @param sharedMetres length of the border they share, more than 0
 */
public record SharedBorder(int i, int j, double sharedMetres) {}
