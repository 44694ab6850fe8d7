package org.zhenjie.scenarios.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.zhenjie.scenarios.study.Study.Held;
import org.zhenjie.scenarios.study.Study.Platform;
import org.zhenjie.scenarios.study.TownKind;

/**
 * Posts held before any plan: small towns are better off than large ones, because posts were once given out by unit and not
 * by people; governance is better staffed than emergency.
 */
final class HeldPosts {
    /** Ids of the quota types of the sample, in the order of its study file. */
    static final List<String> QUOTA_TYPES = List.of("administrative", "institution", "political-legal");

    private static final double LEAST = 0.3;
    private static final double MOST = 0.9;
    private static final double USUAL_NEED = 155;
    private static final double[] TILT = {1.25, 0.95, 0.9, 0.6};
    private static final double VACANT = 0.06;
    private static final double OVER = 0.04;

    private final List<Indicators> towns;
    private final int[][] need;
    private final List<Platform> platforms;
    private final Random dice;

    HeldPosts(List<Indicators> towns, int[][] need, List<Platform> platforms, Random dice) {
        this.towns = towns;
        this.need = need;
        this.platforms = platforms;
        this.dice = dice;
    }

    /** Held posts, adding up to a total. */
    List<Held> of(int total) {
        int[] posts = Shares.split(total, byTown(total));
        List<Held> held = new ArrayList<>();
        for (int i = 0; i < posts.length; i++) {
            held.addAll(town(i, posts[i]));
        }
        return held;
    }

    /** Posts by town, each within the least and most ratio, near to the total. */
    private double[] byTown(int total) {
        double[] ratio = new double[need.length];
        for (int i = 0; i < ratio.length; i++) {
            ratio[i] = 0.55 * StrictMath.pow(sum(need[i]) / USUAL_NEED, -0.35) * Indicators.spread(1, 0.22, dice);
        }
        double[] posts = new double[need.length];
        for (int round = 0; round < 50; round++) {
            double reached = 0;
            for (int i = 0; i < posts.length; i++) {
                ratio[i] = Math.max(LEAST, Math.min(MOST, ratio[i]));
                posts[i] = ratio[i] * sum(need[i]);
                reached += posts[i];
            }
            for (int i = 0; i < ratio.length; i++) {
                ratio[i] *= total / reached;
            }
        }
        return posts;
    }

    private List<Held> town(int i, int posts) {
        double[] weights = new double[platforms.size()];
        for (int f = 0; f < weights.length; f++) {
            weights[f] = need[i][f] * TILT[f % TILT.length] * Indicators.spread(1, 0.25, dice);
        }
        int[] byPlatform = Shares.split(posts, weights);
        double administrative =
                (towns.get(i).area().fact().kind() == TownKind.STREET ? 0.5 : 0.44) * Indicators.spread(1, 0.12, dice);
        List<Held> rows = new ArrayList<>();
        for (int f = 0; f < byPlatform.length; f++) {
            rows.addAll(
                    platform(towns.get(i).area().fact().code(), platforms.get(f).id(), byPlatform[f], administrative));
        }
        return rows;
    }

    private List<Held> platform(String town, String platform, int posts, double administrative) {
        double legal = Map.of("governance", 0.1, "law-enforcement", 0.14).getOrDefault(platform, 0.0);
        int[] types = Shares.split(posts, new double[] {administrative, 1 - administrative - legal, legal});
        List<Held> rows = new ArrayList<>();
        for (int q = 0; q < types.length; q++) {
            if (types[q] > 0) {
                rows.add(new Held(town, platform, QUOTA_TYPES.get(q), types[q], people(types[q])));
            }
        }
        return rows;
    }

    private int people(int posts) {
        int people = posts;
        for (int i = 0; i < posts; i++) {
            people -= dice.nextDouble() < VACANT ? 1 : 0;
        }
        return dice.nextDouble() < OVER ? posts + 1 : people;
    }

    private static int sum(int[] need) {
        return Arrays.stream(need).sum();
    }
}
