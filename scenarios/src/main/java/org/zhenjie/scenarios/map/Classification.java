package org.zhenjie.scenarios.map;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * How values become classes of one colour each. Two maps that share a classification show the same value in the same colour.
 *
 * <p>A class holds the values from its lower break (included) to its upper break (excluded); the first and the last class are
 * open. Where the values have fewer distinct figures than classes were asked for, there are fewer classes.
 *
 * @param breaks inner breaks, ascending and distinct: one fewer than there are classes
 * @param palette colours
 * @param least least value it was made from, or NaN where there was none
 * @param greatest greatest value it was made from, or NaN where there was none
 */
public record Classification(List<Double> breaks, Palette palette, double least, double greatest) {

    public Classification {
        breaks = List.copyOf(new TreeSet<>(breaks));
    }

    /** Classes of about as many towns each; {@code decimals}: breaks are rounded to so many digits, so that legends are true. */
    public static Classification quantile(Collection<Double> values, int classes, int decimals) {
        double[] sorted = sorted(values);
        List<Double> breaks = new ArrayList<>();
        for (int i = 1; i < classes && sorted.length > 0; i++) {
            breaks.add(sorted[(int) ((long) i * sorted.length / classes)]);
        }
        return of(sorted, breaks, Palette.SEQUENTIAL, decimals);
    }

    /** Classes of the same width. */
    public static Classification equalInterval(Collection<Double> values, int classes, int decimals) {
        double[] sorted = sorted(values);
        List<Double> breaks = new ArrayList<>();
        for (int i = 1; i < classes && sorted.length > 0; i++) {
            breaks.add(sorted[0] + (sorted[sorted.length - 1] - sorted[0]) * i / classes);
        }
        return of(sorted, breaks, Palette.SEQUENTIAL, decimals);
    }

    /** Natural breaks (Jenks): classes whose values differ least from their class mean, squared; exact, not a search. */
    public static Classification jenks(Collection<Double> values, int classes, int decimals) {
        double[] sorted = sorted(values);
        List<Double> breaks = new ArrayList<>();
        for (int start : NaturalBreaks.starts(sorted, classes)) {
            breaks.add(sorted[start]);
        }
        return of(sorted, breaks, Palette.SEQUENTIAL, decimals);
    }

    /** Breaks that are the same for every study, e.g. around a target; the middle colour stands for the middle class. */
    public static Classification fixed(List<Double> breaks, Palette palette) {
        return new Classification(breaks, palette, Double.NaN, Double.NaN);
    }

    /**
     * Diverging classes of the same width on both sides of a middle that has a class of its own, wide enough for the value
     * that lies farthest from it; for differences, where below and above must look alike.
     *
     * @param classes an odd number, 3 or more
     * @param step the least half width of the middle class; widths are whole multiples of it
     */
    public static Classification around(double middle, Collection<Double> values, int classes, double step) {
        double farthest =
                values.stream().mapToDouble(v -> Math.abs(v - middle)).max().orElse(0);
        int side = (classes - 1) / 2;
        double width = Math.max(1, Math.ceil(farthest / (side + 0.5) / (2 * step))) * 2 * step;
        List<Double> breaks = new ArrayList<>();
        for (int i = 0; i < side; i++) {
            breaks.add(middle - (i + 0.5) * width);
            breaks.add(middle + (i + 0.5) * width);
        }
        double[] sorted = sorted(values);
        return sorted.length == 0
                ? fixed(breaks, Palette.DIVERGING)
                : new Classification(breaks, Palette.DIVERGING, sorted[0], sorted[sorted.length - 1]);
    }

    private static Classification of(double[] sorted, List<Double> breaks, Palette palette, int decimals) {
        if (sorted.length == 0) {
            return fixed(List.of(), palette);
        }
        double scale = Math.pow(10, decimals);
        double least = sorted[0];
        double greatest = sorted[sorted.length - 1];
        List<Double> told = breaks.stream()
                .map(value -> Math.round(value * scale) / scale)
                .filter(value -> value > least && value <= greatest)
                .toList();
        return new Classification(told, palette, least, greatest);
    }

    private static double[] sorted(Collection<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    /** Number of classes, 1 or more. */
    public int classes() {
        return breaks.size() + 1;
    }

    /** Position of the class that a value belongs to. */
    public int classOf(double value) {
        int found = 0;
        while (found < breaks.size() && value >= breaks.get(found)) {
            found++;
        }
        return found;
    }

    /** Colours by class, lowest first. */
    public List<Color> colours() {
        return palette.colours(classes());
    }
}
