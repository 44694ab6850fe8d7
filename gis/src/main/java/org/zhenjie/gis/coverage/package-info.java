/**
 * Polygons that together cover an area: who borders whom, what is wrong with the cover, and unions. Works on JTS
 * geometries in one metric CRS; knows no files and no attributes.
 */
package org.zhenjie.gis.coverage;
