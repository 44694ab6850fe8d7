/**
 * Features to files. A file is complete or not there: it is written beside its place, then moved. The same features give
 * the same bytes.
 */
package org.zhenjie.gis.write;
