package org.zhenjie.scenarios.reform;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.zhenjie.gis.edit.Lineage;
import org.zhenjie.gis.edit.Lineage.Piece;
import org.zhenjie.scenarios.study.AttributeRule;
import org.zhenjie.scenarios.study.Study.Held;
import org.zhenjie.scenarios.study.Study.Town;

/**
 * What new towns inherit from old ones by their lineage: people and posts by shares of people, further indicators by the
 * rules that the study names. Totals stay exactly what they were.
 */
final class Inheritance {
    /** Digits that a divided amount gets behind those it had. */
    private static final int FINER = 3;

    private final Lineage lineage;
    private final Map<String, Town> old = new LinkedHashMap<>();
    private final Map<String, AttributeRule> rules;
    private final Set<String> whole;
    private final Map<Piece, Long> people;

    /**
     * @param towns the towns before the edit
     * @param rules rules by indicator; {@link AttributeRule#SUM} where none is given
     */
    Inheritance(Lineage lineage, List<Town> towns, Map<String, AttributeRule> rules) {
        this.lineage = lineage;
        this.rules = rules;
        towns.forEach(town -> old.put(town.code(), town));
        this.whole = wholeNumbers(towns);
        this.people = new LinkedHashMap<>();
        byOrigin((town, pieces) -> {
            long[] parts = LargestRemainder.divide(town.people(), shares(pieces, Piece::peopleShare));
            for (int i = 0; i < parts.length; i++) {
                people.put(pieces.get(i), parts[i]);
            }
        });
    }

    @FunctionalInterface
    private interface Origin {
        void give(Town town, List<Piece> pieces);
    }

    private void byOrigin(Origin origin) {
        Map<String, List<Piece>> pieces = new LinkedHashMap<>();
        lineage.pieces()
                .forEach(piece -> pieces.computeIfAbsent(piece.from(), from -> new ArrayList<>())
                        .add(piece));
        pieces.forEach((from, list) -> origin.give(old.get(from), list));
    }

    private static double[] shares(List<Piece> pieces, ToDoubleFunction<Piece> share) {
        return pieces.stream().mapToDouble(share).toArray();
    }

    /** Indicators that hold whole numbers in every town: their parts are whole too. */
    private static Set<String> wholeNumbers(List<Town> towns) {
        Set<String> whole = new LinkedHashSet<>();
        towns.forEach(town -> whole.addAll(town.attributes().keySet()));
        towns.forEach(town -> town.attributes().forEach((name, value) -> {
            if (value.stripTrailingZeros().scale() > 0) {
                whole.remove(name);
            }
        }));
        return whole;
    }

    private List<Piece> to(String code) {
        return lineage.pieces().stream()
                .filter(piece -> piece.to().equals(code))
                .toList();
    }

    /** Residents of a new town. */
    long people(String code) {
        return to(code).stream().mapToLong(people::get).sum();
    }

    /** Further indicators of a new town. */
    Map<String, BigDecimal> attributes(String code) {
        Set<String> names = new LinkedHashSet<>();
        to(code).forEach(
                        piece -> names.addAll(old.get(piece.from()).attributes().keySet()));
        Map<String, BigDecimal> values = new TreeMap<>();
        names.forEach(name -> values.put(name, attribute(name, code)));
        return values;
    }

    private BigDecimal attribute(String name, String code) {
        return switch (rules.getOrDefault(name, AttributeRule.SUM)) {
            case SUM -> sum(name, code, Piece::peopleShare);
            case SUM_BY_AREA -> sum(name, code, Piece::areaShare);
            case AREA_WEIGHTED -> mean(name, code, piece -> piece.area().getArea());
            case PEOPLE_WEIGHTED -> mean(name, code, people::get);
            case KEEP -> value(name, main(code));
        };
    }

    private BigDecimal value(String name, String from) {
        return old.get(from).attributes().getOrDefault(name, BigDecimal.ZERO);
    }

    private BigDecimal sum(String name, String code, ToDoubleFunction<Piece> share) {
        BigDecimal[] sum = {BigDecimal.ZERO};
        byOrigin((town, pieces) -> {
            BigDecimal value = value(name, town.code());
            boolean undivided = pieces.size() == 1;
            int digits = undivided ? 0 : whole.contains(name) ? 0 : Math.max(0, value.scale()) + FINER;
            BigDecimal units = whole.contains(name) && !undivided ? value.setScale(0) : value;
            List<BigDecimal> parts =
                    undivided ? List.of(value) : LargestRemainder.divide(units, digits, shares(pieces, share));
            for (int i = 0; i < pieces.size(); i++) {
                if (pieces.get(i).to().equals(code)) {
                    sum[0] = sum[0].add(parts.get(i));
                }
            }
        });
        return sum[0];
    }

    /** The mean of the origins; of those without weight the plain mean. */
    private BigDecimal mean(String name, String code, ToDoubleFunction<Piece> weight) {
        List<Piece> pieces = to(code);
        Set<BigDecimal> values = new LinkedHashSet<>();
        pieces.forEach(piece -> values.add(value(name, piece.from()).stripTrailingZeros()));
        if (values.size() == 1) {
            return value(name, pieces.get(0).from());
        }
        boolean weighted = pieces.stream().mapToDouble(weight).sum() > 0;
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal weights = BigDecimal.ZERO;
        for (Piece piece : pieces) {
            BigDecimal own = BigDecimal.valueOf(weighted ? weight.applyAsDouble(piece) : 1);
            sum = sum.add(value(name, piece.from()).multiply(own));
            weights = weights.add(own);
        }
        return sum.divide(weights, MathContext.DECIMAL32).stripTrailingZeros();
    }

    /** The old town that a new one goes on from: of the same code, else the one that most people come from. */
    String main(String code) {
        List<Piece> pieces = to(code);
        return pieces.stream()
                .map(Piece::from)
                .filter(code::equals)
                .findFirst()
                .orElseGet(() -> pieces.stream()
                        .max(Comparator.comparingLong(people::get))
                        .orElseThrow()
                        .from());
    }

    private record Desk(String town, String platform, String quotaType) {}

    /** Posts and people of the towns that the lineage is about, as the new towns hold them. */
    List<Held> held(List<Held> before) {
        Map<Desk, Held> sums = new LinkedHashMap<>();
        byOrigin((town, pieces) -> before.stream()
                .filter(held -> held.town().equals(town.code()))
                .forEach(held -> {
                    double[] shares = shares(pieces, Piece::peopleShare);
                    long[] posts = LargestRemainder.divide(held.posts(), shares);
                    long[] staff = LargestRemainder.divide(held.people(), shares);
                    for (int i = 0; i < shares.length; i++) {
                        Held part = new Held(
                                pieces.get(i).to(),
                                held.platform(),
                                held.quotaType(),
                                Math.toIntExact(posts[i]),
                                Math.toIntExact(staff[i]));
                        sums.merge(
                                new Desk(part.town(), part.platform(), part.quotaType()), part, Inheritance::together);
                    }
                }));
        return sums.values().stream()
                .filter(held -> held.posts() > 0 || held.people() > 0)
                .toList();
    }

    private static Held together(Held a, Held b) {
        return new Held(a.town(), a.platform(), a.quotaType(), a.posts() + b.posts(), a.people() + b.people());
    }
}
