/**
 * Codes of administrative units after GB/T 2260 (counties) and GB/T 10114 (town-level units), as the statistical codes
 * write them: how they are built, what an official table says of them, and what is wrong with those of a layer.
 */
package org.zhenjie.gis.codes;
