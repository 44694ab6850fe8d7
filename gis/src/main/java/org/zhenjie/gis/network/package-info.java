/**
 * Ways over a network of roads: lines joined into a graph, places joined to the nearest road, shortest paths by JGraphT. Works
 * on JTS geometries in one metric CRS; knows no files and no studies.
 */
package org.zhenjie.gis.network;
