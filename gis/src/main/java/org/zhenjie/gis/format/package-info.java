/**
 * What opens each format: the one factory that GeoTools' {@code DataStoreFinder} finds. A format is a line in
 * {@link org.zhenjie.gis.layer.Format}, a package of its own with a store, and a line here; nothing else may enter.
 */
package org.zhenjie.gis.format;
