/** Tables with coordinates, or with geometries as text, as a GeoTools data store. */
package org.zhenjie.gis.csv;
