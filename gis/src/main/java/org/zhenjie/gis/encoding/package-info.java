/** Which charset a text is in, and how that was found. Knows bytes and charsets; no file format, no feature. */
package org.zhenjie.gis.encoding;
