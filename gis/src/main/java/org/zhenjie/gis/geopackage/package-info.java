/** GeoPackages as a GeoTools data store, over SQLite's JDBC driver. Opened read-only; the file is never touched. */
package org.zhenjie.gis.geopackage;
