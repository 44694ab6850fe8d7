/** Shapefiles as a GeoTools data store: geometry, index, attribute table, projection text and code page. */
package org.zhenjie.gis.shapefile;
