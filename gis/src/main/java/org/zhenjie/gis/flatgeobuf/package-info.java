/**
 * FlatGeobuf as a GeoTools data store, over the generated classes of the format's own library. What the file says of
 * lengths and places is checked here first; with its index only the features within a box are read.
 */
package org.zhenjie.gis.flatgeobuf;
