package org.zhenjie.scenarios.sample;

import java.util.Random;

/** Random numbers by topic, so that a change in one part of the generator leaves the other parts as they were. */
final class Dice {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private Dice() {}

    /** A stream of its own for a topic; {@link Random} because its algorithm is fixed by its specification. */
    static Random of(long seed, String topic) {
        long hash = FNV_OFFSET ^ mix(seed);
        for (int i = 0; i < topic.length(); i++) {
            hash = (hash ^ topic.charAt(i)) * FNV_PRIME;
        }
        return new Random(mix(hash));
    }

    /** A number in [0, 1) that depends on the seed and two whole numbers only. */
    static double at(long seed, long a, long b) {
        return (mix(mix(mix(seed) + a) + b) >>> 11) * 0x1.0p-53;
    }

    private static long mix(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
