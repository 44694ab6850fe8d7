package org.zhenjie.gis.edit;

/**
 * What an edit gives.
 *
 * @param coverage the new coverage
 * @param undo the edit that gives the old one again, exactly
 * @param lineage which new unit comes from which old one; units whose area stays are not in it
 */
public record Edited(Coverage coverage, Edit undo, Lineage lineage) {}
