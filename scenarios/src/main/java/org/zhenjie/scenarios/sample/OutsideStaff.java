package org.zhenjie.scenarios.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.zhenjie.scenarios.study.Study.Held;

/** Made staff outside establishment: in each town about a third of its posts, at a cost that differs. */
record OutsideStaff(String town, String county, int people, int unitCost) {
    private static final double SHARE = 0.33;
    private static final int ROUND_COST = 500;

    static List<OutsideStaff> of(List<Indicators> towns, List<Held> held, Random dice) {
        List<OutsideStaff> staff = new ArrayList<>();
        for (Indicators town : towns) {
            String code = town.area().fact().code();
            int posts = held.stream()
                    .filter(one -> one.town().equals(code))
                    .mapToInt(Held::posts)
                    .sum();
            int people = (int) Math.rint(posts * Indicators.spread(SHARE, 0.3, dice));
            int cost = (int) Math.rint(Indicators.spread(52_000, 0.12, dice) / ROUND_COST) * ROUND_COST;
            staff.add(new OutsideStaff(code, town.area().fact().county(), people, cost));
        }
        return staff;
    }
}
