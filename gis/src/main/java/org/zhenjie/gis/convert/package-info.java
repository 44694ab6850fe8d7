/** From a file of one format to a file of another, as a stream. Knows layers and writers; no format by name. */
package org.zhenjie.gis.convert;
