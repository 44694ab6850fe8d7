/**
 * What is made from a coverage: the union by an attribute, simpler versions for drawing, places for labels. Works on JTS
 * geometries in one metric CRS; knows no files. Adjacency is in {@code coverage}, since the check needs it too.
 */
package org.zhenjie.gis.derive;
