package org.zhenjie.planner.solve;

import java.util.SplittableRandom;

/** Draws kinds of drafts: the more often the larger the share of them that was kept of late, and each of them now and then. */
final class Luck {

    /** After so many drafts the shares are taken anew. */
    private static final int ROUND = 4_000;
    /** Part of all drafts that is dealt out evenly. */
    private static final double EVENLY = 0.25;

    private final int[] tried;
    private final int[] kept;
    private final double[] upTo;
    private int noted;

    Luck(int kinds) {
        tried = new int[kinds];
        kept = new int[kinds];
        upTo = new double[kinds];
        share();
    }

    /** A kind. */
    int draw(SplittableRandom random) {
        double draw = random.nextDouble();
        int kind = 0;
        while (kind < upTo.length - 1 && draw >= upTo[kind]) {
            kind++;
        }
        return kind;
    }

    /** Notes whether a draft of a kind was kept. */
    void note(int kind, boolean isKept) {
        tried[kind]++;
        if (isKept) {
            kept[kind]++;
        }
        if (++noted == ROUND) {
            share();
        }
    }

    private void share() {
        noted = 0;
        double[] rates = new double[upTo.length];
        double all = 0;
        for (int kind = 0; kind < rates.length; kind++) {
            rates[kind] = (kept[kind] + 1.0) / (tried[kind] + 10.0);
            all += rates[kind];
            // what was long ago counts for half
            tried[kind] /= 2;
            kept[kind] /= 2;
        }
        double sum = 0;
        for (int kind = 0; kind < rates.length; kind++) {
            sum += EVENLY / rates.length + (1 - EVENLY) * rates[kind] / all;
            upTo[kind] = sum;
        }
    }
}
