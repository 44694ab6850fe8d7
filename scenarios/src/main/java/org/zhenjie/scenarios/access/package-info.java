/**
 * Who reaches which service points, how far the nearest one is, and how much of what they give there is for each resident. Reads
 * a study and its ways; solves, draws and writes nothing.
 */
package org.zhenjie.scenarios.access;
