package org.zhenjie.scenarios.travel;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Ways as a table gives them; what is not in it is measured otherwise.
 *
 * @param table lengths by pair and measure; a pair holds both ways
 * @param otherwise for pairs that the table does not have
 */
public record TableWays(Map<TableWays.Pair, Double> table, Ways otherwise) implements Ways {

    public TableWays {
        table = Collections.unmodifiableMap(new HashMap<>(table));
    }

    /** Two ids and what the length between them is counted in. */
    public record Pair(String from, String to, Measure measure) {}

    /** What the table says of two places, whichever of their ids it knows them by. */
    public OptionalDouble known(Place from, Place to, Measure measure) {
        for (String one : from.ids()) {
            for (String other : to.ids()) {
                Double there = table.get(new Pair(one, other, measure));
                Double back = there == null ? table.get(new Pair(other, one, measure)) : there;
                if (back != null) {
                    return OptionalDouble.of(back);
                }
            }
        }
        return OptionalDouble.empty();
    }

    @Override
    public double[] lengths(Place from, List<Place> to, Measure measure) {
        double[] lengths = new double[to.size()];
        double[] others = null;
        for (int i = 0; i < lengths.length; i++) {
            OptionalDouble known = known(from, to.get(i), measure);
            if (known.isEmpty() && others == null) {
                others = otherwise.lengths(from, to, measure);
            }
            lengths[i] = known.isPresent() ? known.getAsDouble() : others[i];
        }
        return lengths;
    }
}
