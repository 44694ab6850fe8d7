package org.zhenjie.planner.allocation;

/**
 * Score of a plan, each part zero or negative, compared in the order hard, medium, soft; greater is better.
 *
 * @param hard posts by which hard rules are broken, negated; 0 = feasible
 * @param medium posts short of need (M1), negated
 * @param soft weighted cost of the soft rules, negated
 */
public record Score(long hard, long medium, long soft) implements Comparable<Score> {

    /** Whether every hard rule is kept. */
    public boolean isFeasible() {
        return hard == 0;
    }

    /** The score of two parts together. */
    public Score plus(Score other) {
        return new Score(hard + other.hard, medium + other.medium, soft + other.soft);
    }

    /** The score without that of a part. */
    public Score minus(Score other) {
        return new Score(hard - other.hard, medium - other.medium, soft - other.soft);
    }

    @Override
    public int compareTo(Score other) {
        int byHard = Long.compare(hard, other.hard);
        if (byHard != 0) {
            return byHard;
        }
        int byMedium = Long.compare(medium, other.medium);
        return byMedium != 0 ? byMedium : Long.compare(soft, other.soft);
    }

    @Override
    public String toString() {
        return hard + "hard/" + medium + "medium/" + soft + "soft";
    }
}
