package org.zhenjie.planner.explain;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.zhenjie.planner.allocation.PlanScore;
import org.zhenjie.planner.allocation.PlanScore.RuleCost;
import org.zhenjie.planner.allocation.Rule;
import org.zhenjie.planner.allocation.Score;

/**
 * What one plan costs more or less than another, rule by rule.
 *
 * @param before score of the one plan
 * @param after score of the other
 * @param parts what differs, by rule, then town, then decision; they add up exactly to the difference of the scores
 */
public record Difference(Score before, Score after, List<Part> parts) {

    /**
     * What differs under one rule, in one town, on one decision.
     *
     * @param town position of the town, if it falls in one
     * @param decision what is charged, as in {@link RuleCost#decision}
     * @param before cost in the one plan
     * @param after cost in the other
     */
    public record Part(Rule rule, OptionalInt town, Optional<String> decision, long before, long after) {
        /** Cost more, or less where below 0. */
        public long more() {
            return after - before;
        }
    }

    private record Key(Rule rule, OptionalInt town, Optional<String> decision) {
        private static final Comparator<Key> ORDER = Comparator.comparing(Key::rule)
                .thenComparingInt(key -> key.town().orElse(-1))
                .thenComparing(key -> key.decision().orElse(""));
    }

    /** Of two scored plans of one problem. */
    public static Difference between(PlanScore before, PlanScore after) {
        Map<Key, Long> was = sums(before);
        Map<Key, Long> is = sums(after);
        Map<Key, Part> parts = new java.util.TreeMap<>(Key.ORDER);
        for (Map<Key, Long> one : List.of(was, is)) {
            for (Key key : one.keySet()) {
                long old = was.getOrDefault(key, 0L);
                long now = is.getOrDefault(key, 0L);
                if (old != now) {
                    parts.put(key, new Part(key.rule(), key.town(), key.decision(), old, now));
                }
            }
        }
        return new Difference(before.score(), after.score(), List.copyOf(parts.values()));
    }

    private static Map<Key, Long> sums(PlanScore score) {
        Map<Key, Long> sums = new HashMap<>();
        for (RuleCost cost : score.costs()) {
            sums.merge(new Key(cost.rule(), cost.town(), cost.decision()), cost.cost(), Long::sum);
        }
        return sums;
    }

    /** Cost more by rule, below 0 for less; rules that cost the same are absent. */
    public Map<Rule, Long> byRule() {
        Map<Rule, Long> byRule = new EnumMap<>(Rule.class);
        parts.forEach(part -> byRule.merge(part.rule(), part.more(), Long::sum));
        byRule.values().removeIf(more -> more == 0);
        return byRule;
    }

    /** Cost more at one level of the score, below 0 for less. */
    public long more(Rule.Level level) {
        return parts.stream()
                .filter(part -> part.rule().level() == level)
                .mapToLong(Part::more)
                .sum();
    }

    /** The hard rules that are broken by more than before: they forbid the change. */
    public List<Part> forbidding() {
        return parts.stream()
                .filter(part -> part.rule().level() == Rule.Level.HARD && part.more() > 0)
                .toList();
    }

    /** Whether no hard rule is broken by more than before. */
    public boolean isAllowed() {
        return forbidding().isEmpty();
    }
}
