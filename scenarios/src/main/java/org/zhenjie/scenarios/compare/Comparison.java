package org.zhenjie.scenarios.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.zhenjie.scenarios.indicator.Indicator;
import org.zhenjie.scenarios.indicator.IndicatorTable;
import org.zhenjie.scenarios.indicator.Level;
import org.zhenjie.scenarios.indicator.Region;
import org.zhenjie.scenarios.plan.PlannedScenario;

/**
 * Any two planned scenarios of one study, side by side.
 *
 * @param a the one
 * @param b the other; differences are b less a
 * @param indicators columns of the rows
 * @param rows city, counties and towns: those of a in its order, then towns that only b has
 * @param grants grants that differ, by pool, town and platform
 * @param postings staff blocks that go elsewhere, by id
 */
public record Comparison(
        PlannedScenario a,
        PlannedScenario b,
        List<Indicator> indicators,
        List<Row> rows,
        List<GrantChange> grants,
        List<PostingChange> postings) {

    public Comparison {
        indicators = List.copyOf(indicators);
        rows = List.copyOf(rows);
        grants = List.copyOf(grants);
        postings = List.copyOf(postings);
    }

    /** Compares two planned scenarios of one study. */
    public static Comparison of(PlannedScenario a, PlannedScenario b) {
        return of(a, IndicatorTable.of(a), b, IndicatorTable.of(b));
    }

    /** As {@link #of(PlannedScenario, PlannedScenario)}, with tables that are there already. */
    public static Comparison of(PlannedScenario a, IndicatorTable ofA, PlannedScenario b, IndicatorTable ofB) {
        Set<Indicator> indicators = new LinkedHashSet<>(ofA.indicators());
        indicators.addAll(ofB.indicators());
        return new Comparison(a, b, List.copyOf(indicators), rows(ofA, ofB), grants(a, b), postings(a, b));
    }

    /** The rows of one level. */
    public List<Row> rows(Level level) {
        return rows.stream().filter(row -> row.region().level() == level).toList();
    }

    /** In which of the two a region is: towns are merged away and formed. */
    public enum Presence {
        BOTH,
        ONLY_A,
        ONLY_B
    }

    /**
     * One region.
     *
     * @param region as it is in a, or in b where a lacks it
     */
    public record Row(Region region, Presence presence, Map<Indicator, Cell> cells) {
        /** The two values of an indicator. */
        public Cell cell(Indicator indicator) {
            return cells.getOrDefault(indicator, Cell.NONE);
        }
    }

    /** One indicator of one region; a value is empty where there is none. */
    public record Cell(OptionalDouble a, OptionalDouble b) {
        static final Cell NONE = new Cell(OptionalDouble.empty(), OptionalDouble.empty());

        /** b less a, where both have a value. */
        public OptionalDouble difference() {
            return a.isPresent() && b.isPresent()
                    ? OptionalDouble.of(b.getAsDouble() - a.getAsDouble())
                    : OptionalDouble.empty();
        }
    }

    /** Posts that a pool grants to a town's platform in each of the two; ids and codes. */
    public record GrantChange(String pool, String town, String platform, int a, int b) {
        /** b less a. */
        public int difference() {
            return b - a;
        }
    }

    /** A place that a staff block goes to: code of a town and id of a platform. */
    public record Place(String town, String platform) {}

    /**
     * Where a staff block goes in each of the two.
     *
     * @param people its size
     * @param a empty = it stays in its department
     * @param b empty = it stays in its department
     */
    public record PostingChange(String block, int people, Optional<Place> a, Optional<Place> b) {}

    private static List<Row> rows(IndicatorTable ofA, IndicatorTable ofB) {
        List<Row> rows = new ArrayList<>();
        for (IndicatorTable.Row row : ofA.rows()) {
            Optional<IndicatorTable.Row> other =
                    ofB.row(row.region().level(), row.region().code());
            rows.add(row(row.region(), Optional.of(row), other, ofA.indicators()));
        }
        for (IndicatorTable.Row row : ofB.rows()) {
            if (ofA.row(row.region().level(), row.region().code()).isEmpty()) {
                rows.add(row(row.region(), Optional.empty(), Optional.of(row), ofB.indicators()));
            }
        }
        return rows;
    }

    private static Row row(
            Region region, Optional<IndicatorTable.Row> a, Optional<IndicatorTable.Row> b, List<Indicator> indicators) {
        Map<Indicator, Cell> cells = new LinkedHashMap<>();
        for (Indicator indicator : indicators) {
            OptionalDouble ofA = a.map(row -> row.value(indicator)).orElse(OptionalDouble.empty());
            OptionalDouble ofB = b.map(row -> row.value(indicator)).orElse(OptionalDouble.empty());
            cells.put(indicator, new Cell(ofA, ofB));
        }
        Presence presence = a.isEmpty() ? Presence.ONLY_B : b.isEmpty() ? Presence.ONLY_A : Presence.BOTH;
        return new Row(region, presence, cells);
    }

    private record Desk(String pool, String town, String platform) implements Comparable<Desk> {
        @Override
        public int compareTo(Desk other) {
            return java.util.Comparator.comparing(Desk::pool)
                    .thenComparing(Desk::town)
                    .thenComparing(Desk::platform)
                    .compare(this, other);
        }
    }

    private static List<GrantChange> grants(PlannedScenario a, PlannedScenario b) {
        Map<Desk, Integer> ofA = grants(a);
        Map<Desk, Integer> ofB = grants(b);
        Set<Desk> desks = new java.util.TreeSet<>(ofA.keySet());
        desks.addAll(ofB.keySet());
        return desks.stream()
                .map(desk -> new GrantChange(
                        desk.pool(),
                        desk.town(),
                        desk.platform(),
                        ofA.getOrDefault(desk, 0),
                        ofB.getOrDefault(desk, 0)))
                .filter(change -> change.difference() != 0)
                .toList();
    }

    private static Map<Desk, Integer> grants(PlannedScenario planned) {
        Map<Desk, Integer> posts = new TreeMap<>();
        planned.plan().grants().forEach(grant -> {
            String town = planned.study().towns().get(grant.town()).code();
            String platform = planned.study().platforms().get(grant.platform()).id();
            posts.merge(new Desk(grant.pool(), town, platform), grant.posts(), Integer::sum);
        });
        return posts;
    }

    private static List<PostingChange> postings(PlannedScenario a, PlannedScenario b) {
        Map<String, Place> ofA = postings(a);
        Map<String, Place> ofB = postings(b);
        return a.study().blocks().stream()
                .map(block -> new PostingChange(
                        block.id(),
                        block.size(),
                        Optional.ofNullable(ofA.get(block.id())),
                        Optional.ofNullable(ofB.get(block.id()))))
                .filter(change -> !change.a().equals(change.b()))
                .toList();
    }

    private static Map<String, Place> postings(PlannedScenario planned) {
        Map<String, Place> places = new TreeMap<>();
        planned.plan().postings().forEach(posting -> {
            String town = planned.study().towns().get(posting.town()).code();
            String platform =
                    planned.study().platforms().get(posting.platform()).id();
            places.put(posting.block(), new Place(town, platform));
        });
        return places;
    }
}
