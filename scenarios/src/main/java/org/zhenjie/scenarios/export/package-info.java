/**
 * A planned scenario as files for people and for other programs: workbook, layers for a GIS, map. Figures are those of the
 * indicators; nothing is computed here a second time. The same plan and language give the same bytes. Nothing here solves,
 * and no file is left half written.
 */
package org.zhenjie.scenarios.export;
