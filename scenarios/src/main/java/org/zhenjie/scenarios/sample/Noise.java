package org.zhenjie.scenarios.sample;

/** Smooth random relief over the plane, in [0, 1]; distances in kilometres. */
record Noise(long seed, double wavelength, int octaves) {

    /** Relief at a place: several layers, each half as strong and half as wide as the one before. */
    double at(double x, double y) {
        double sum = 0;
        double strength = 1;
        double total = 0;
        double scale = wavelength;
        for (int octave = 0; octave < octaves; octave++) {
            sum += strength * layer(seed + octave, x / scale, y / scale);
            total += strength;
            strength /= 2;
            scale /= 2;
        }
        return sum / total;
    }

    /** Crests of the relief: 1 on a ridge line, falling to 0 on both sides. */
    double ridge(double x, double y) {
        return 1 - Math.min(1, Math.abs(at(x, y) - 0.5) * 5);
    }

    private static double layer(long seed, double x, double y) {
        long column = (long) Math.floor(x);
        long row = (long) Math.floor(y);
        double u = smooth(x - column);
        double v = smooth(y - row);
        double south = blend(Dice.at(seed, column, row), Dice.at(seed, column + 1, row), u);
        double north = blend(Dice.at(seed, column, row + 1), Dice.at(seed, column + 1, row + 1), u);
        return blend(south, north, v);
    }

    private static double blend(double from, double to, double share) {
        return from + (to - from) * share;
    }

    private static double smooth(double t) {
        return t * t * (3 - 2 * t);
    }
}
