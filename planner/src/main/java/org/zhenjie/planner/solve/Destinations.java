package org.zhenjie.planner.solve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.zhenjie.planner.solve.Slots.PlatformSlot;

/** The destinations of one kind of block (same home, reach and skills): near ones first, and by platform. */
final class Destinations {

    private final List<Destination> nearFirst;
    private final Map<PlatformSlot, Destination> byPlatform = new IdentityHashMap<>();

    Destinations(List<Destination> all) {
        List<Destination> sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparing(Destination::tooFar).thenComparing(Destination::metres));
        nearFirst = List.copyOf(sorted);
        nearFirst.forEach(destination -> byPlatform.put(destination.platform(), destination));
    }

    List<Destination> nearFirst() {
        return nearFirst;
    }

    /** The destination at a platform; null where the block cannot be sent there. */
    Destination at(PlatformSlot platform) {
        return byPlatform.get(platform);
    }
}
