/**
 * Coordinate reference systems through GeoTools: by code, from {@code .prj} text, which metric one fits an extent, and
 * transforms of JTS geometries. Coordinates are x, y (longitude, latitude; easting, northing) everywhere in this program.
 */
package org.zhenjie.gis.crs;
