/**
 * KML and KMZ as a GeoTools data store: placemarks with their geometry, name, description and extended data, read as a
 * stream by a parser that follows no reference out of the file. Styles, links, overlays and tours may not enter.
 */
package org.zhenjie.gis.kml;
