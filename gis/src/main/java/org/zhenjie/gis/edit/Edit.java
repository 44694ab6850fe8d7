package org.zhenjie.gis.edit;

import java.util.List;

/** One edit of a coverage. */
public sealed interface Edit {

    /**
     * Units that become one.
     *
     * @param units two or more, joined by chains of shared borders
     * @param into code of the new unit: one of theirs or one that no other unit has
     */
    record Merge(List<String> units, String into) implements Edit {
        public Merge {
            units = List.copyOf(units);
        }
    }

    /**
     * A unit that becomes two along a line.
     *
     * @param cut a line; its side does not matter
     * @param left code of what lies left of the line as it was drawn: the unit's own or one that no other unit has
     * @param right code of what lies right of it, likewise
     */
    record Split(String unit, Cut.Line cut, String left, String right) implements Edit {}

    /**
     * A part of one unit that goes to a neighbour.
     *
     * @param cut of a line without a side the part is meant that borders the neighbour
     */
    record Move(String from, String to, Cut cut) implements Edit {}

    /**
     * The inverse of an edit.
     *
     * @param before the coverage that it restores
     * @param after the coverage that it applies to
     * @param lineage from the units of {@code after} to those of {@code before}
     */
    record Restore(Coverage before, Coverage after, Lineage lineage) implements Edit {}
}
