package org.zhenjie.scenarios.session;

import java.util.List;

/**
 * The best plan of a running solve.
 *
 * @param elapsedMillis since the solve began
 * @param price of the plan
 * @param levels staffing of each town, in the study's order
 */
public record Snapshot(long elapsedMillis, Price price, List<Level> levels) {

    public Snapshot {
        levels = List.copyOf(levels);
    }

    /** Need and posts of a town. */
    public record Level(String town, int need, int posts) {
        /** Staffing ratio; 0 without need. */
        public double ratio() {
            return need > 0 ? (double) posts / need : 0;
        }
    }
}
