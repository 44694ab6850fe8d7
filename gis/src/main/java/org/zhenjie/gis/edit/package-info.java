/**
 * Edits of a coverage that keep it whole: units that merge, are split or change hands in part, each with what it takes to
 * undo it and with the lineage from old units to new ones. Pure geometry in one metric CRS; knows no files, no attributes and
 * no studies.
 */
package org.zhenjie.gis.edit;
