package org.zhenjie.gis.coverage;

import java.util.List;

/** What would mend a finding. */
public sealed interface Repair {
    /** Nothing that a program should do: people have to decide. */
    record ByHand() implements Repair {}

    /** The unit's rings are made valid: what they enclose stays, crossings become corners. */
    record MakeValid(int unit) implements Repair {}

    /** Vertices that repeat the one before them are dropped. */
    record DropVertices(int unit) implements Repair {}

    /** The unit's border is laid onto that of its neighbours where it runs beside it. */
    record Snap(int unit) implements Repair {}

    /** The area that several claim is left to one of them. */
    record GiveOverlap(int to, List<Integer> from) implements Repair {
        public GiveOverlap {
            from = List.copyOf(from);
        }
    }

    /** The area that nobody claims is given to a neighbour. */
    record FillGap(int to) implements Repair {}
}
