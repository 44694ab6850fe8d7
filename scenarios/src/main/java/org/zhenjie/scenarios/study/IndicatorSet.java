package org.zhenjie.scenarios.study;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.scenarios.study.Study.Institution;

/**
 * A set of indicators (评估指标体系) by which towns or institutions are evaluated: what counts, how much, and what is good.
 *
 * @param of what it evaluates
 * @param kind the only kind of institutions that it is for; empty = all of them
 * @param items at least one
 */
public record IndicatorSet(String id, Name name, Subject of, Optional<Institution.Kind> kind, List<Item> items) {
    /** The score of a value that could not be better; 0 is that of one that could not be worse. */
    public static final int FULL = 100;

    public IndicatorSet {
        items = List.copyOf(items);
    }

    /** What a set evaluates. */
    public enum Subject {
        TOWN,
        INSTITUTION
    }

    /**
     * One indicator of a set.
     *
     * @param figure what is measured
     * @param weight its share in the score, beside the weights of the others; above 0
     * @param worst the value that scores 0, as does everything beyond it
     * @param best the value that scores {@value #FULL}, as does everything beyond it; may be the lower one
     * @param where its place in the study file
     */
    public record Item(String figure, BigDecimal weight, BigDecimal worst, BigDecimal best, Where where) {
        /** The score of a value, 0 to {@value #FULL}: linear between worst and best. */
        public double score(double value) {
            double low = worst.doubleValue();
            return FULL * Math.max(0, Math.min(1, (value - low) / (best.doubleValue() - low)));
        }
    }

    /** Whether it evaluates a unit: one of its kind that stands on its own. */
    public boolean isFor(Institution unit) {
        return unit.stands() && kind.map(unit.kind()::equals).orElse(true);
    }
}
