/**
 * Tables of a PostGIS database as a GeoTools data store, over PostgreSQL's JDBC driver: read only, in one snapshot, as a
 * stream. A password never leaves this package.
 */
package org.zhenjie.gis.postgis;
