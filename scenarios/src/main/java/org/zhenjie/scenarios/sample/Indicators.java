package org.zhenjie.scenarios.sample;

import java.util.List;
import java.util.Random;
import org.zhenjie.scenarios.sample.Facts.TownFact;
import org.zhenjie.scenarios.sample.Territory.Area;
import org.zhenjie.scenarios.study.TownKind;

/**
 * Residents and workload of a town: residents from the census where they are known, the rest made.
 *
 * @param people residents
 * @param serviceMattersK matters dealt with at the window in a year, thousands
 * @param enforcementCases cases in a year
 * @param hazardSites sites to be watched in storm and flood
 */
record Indicators(
        Area area, long people, String peopleSource, double serviceMattersK, int enforcementCases, int hazardSites) {
    private static final int ROUND_PEOPLE = 100;

    /** Indicators of all towns, in the order of the map. */
    static List<Indicators> of(Territory map, Random dice) {
        return map.towns().stream().map(area -> of(area, dice)).toList();
    }

    private static Indicators of(Area area, Random dice) {
        TownFact fact = area.fact();
        long made = made(fact.kind(), dice);
        long people = fact.people().orElse(made);
        double thousands = people / 1000.0;
        return new Indicators(
                area,
                people,
                fact.peopleSource(),
                Math.rint(thousands * spread(0.9, 0.25, dice) * 10) / 10,
                (int) Math.rint(80 + thousands * spread(11, 0.3, dice)),
                (int) Math.rint(2 + area.km2() * spread(0.06, 0.4, dice) + area.coastKm() * 0.25));
    }

    private static long made(TownKind kind, Random dice) {
        double thousands = switch (kind) {
            case STREET -> spread(56, 0.4, dice);
            case TOWN, TOWNSHIP -> spread(43, 0.5, dice);
            case OTHER -> spread(16, 0.2, dice);
        };
        return Math.round(thousands * 1000 / ROUND_PEOPLE) * ROUND_PEOPLE;
    }

    /** A value around a middle, by a factor whose logarithm has this spread; never more than three spreads off. */
    static double spread(double middle, double sigma, Random dice) {
        double swing = Math.max(-3, Math.min(3, dice.nextGaussian()));
        return middle * StrictMath.exp(swing * sigma);
    }
}
