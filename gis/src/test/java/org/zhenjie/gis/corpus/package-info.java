/**
 * Files damaged on purpose, for every reader: sound ones, what can be done to their bytes, traps made by hand, and fuzz
 * targets. What is asked of each is the same: data or a clear error, soon.
 */
package org.zhenjie.gis.corpus;
