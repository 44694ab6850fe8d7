package org.zhenjie.scenarios.map;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

/**
 * Colours of classes, told apart with any common form of colour blindness and in grey print: the sequential palette falls
 * steadily in lightness, the diverging one runs from orange over near-white to blue.
 *
 * <p>Anchors are in the OKLab space (lightness, green-red, blue-yellow), where equal steps look equal; classes are spread
 * evenly between them.
 */
public enum Palette {
    /** Low to high: pale yellow, green, deep blue. */
    SEQUENTIAL(new double[][] {
        {0.972, -0.020, 0.055},
        {0.880, -0.062, 0.075},
        {0.760, -0.090, 0.010},
        {0.620, -0.060, -0.075},
        {0.470, -0.020, -0.115},
        {0.330, 0.005, -0.110}
    }),
    /** Below and above a middle: orange, near-white, blue. */
    DIVERGING(new double[][] {
        {0.500, 0.085, 0.100},
        {0.700, 0.065, 0.125},
        {0.850, 0.032, 0.078},
        {0.930, 0.000, 0.006},
        {0.820, -0.022, -0.058},
        {0.620, -0.025, -0.110},
        {0.400, -0.010, -0.130}
    });

    private final double[][] anchors;

    Palette(double[][] anchors) {
        this.anchors = anchors;
    }

    /**
     * Colours of so many classes, lowest class first.
     *
     * @param classes 1 or more
     */
    public List<Color> colours(int classes) {
        List<Color> colours = new ArrayList<>(classes);
        for (int i = 0; i < classes; i++) {
            colours.add(at(classes == 1 ? 0.5 : (double) i / (classes - 1)));
        }
        return List.copyOf(colours);
    }

    private Color at(double share) {
        double place = share * (anchors.length - 1);
        int from = Math.min((int) place, anchors.length - 2);
        double part = place - from;
        double[] lab = new double[3];
        for (int i = 0; i < 3; i++) {
            lab[i] = anchors[from][i] * (1 - part) + anchors[from + 1][i] * part;
        }
        return rgb(lab);
    }

    private static Color rgb(double[] lab) {
        double l = cube(lab[0] + 0.3963377774 * lab[1] + 0.2158037573 * lab[2]);
        double m = cube(lab[0] - 0.1055613458 * lab[1] - 0.0638541728 * lab[2]);
        double s = cube(lab[0] - 0.0894841775 * lab[1] - 1.2914855480 * lab[2]);
        return new Color(
                channel(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
                channel(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
                channel(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s));
    }

    private static double cube(double value) {
        return value * value * value;
    }

    private static int channel(double linear) {
        double bounded = Math.max(0, Math.min(1, linear));
        double encoded = bounded <= 0.0031308 ? 12.92 * bounded : 1.055 * Math.pow(bounded, 1 / 2.4) - 0.055;
        return (int) Math.round(encoded * 255);
    }
}
