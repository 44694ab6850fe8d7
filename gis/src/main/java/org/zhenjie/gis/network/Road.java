package org.zhenjie.gis.network;

import org.locationtech.jts.geom.LineString;

/**
 * A road, open both ways.
 *
 * @param line its course, metres; roads join where they share a vertex, or where one ends within a metre of another
 * @param metres its length, above 0; it may differ from that of the line
 * @param minutes time to drive it, above 0
 */
public record Road(LineString line, double metres, double minutes) {}
