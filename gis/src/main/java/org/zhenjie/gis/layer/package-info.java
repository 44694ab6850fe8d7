/**
 * One way to read features, whatever the format: a request in, a layer out. Data stores are found through GeoTools'
 * {@code DataStoreFinder}, so this package knows formats by name only and no store by class.
 */
package org.zhenjie.gis.layer;
