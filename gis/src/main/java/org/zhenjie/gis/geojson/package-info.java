/** GeoJSON as a GeoTools data store, read as a stream: a file may be larger than memory. */
package org.zhenjie.gis.geojson;
