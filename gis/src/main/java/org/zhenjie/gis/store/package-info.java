/**
 * What this module's own data stores share: the frame between GeoTools' {@code ContentDataStore} and a format's reader.
 * A format brings a {@link org.zhenjie.gis.store.LayerData}; nothing of a particular format may enter.
 */
package org.zhenjie.gis.store;
