package org.zhenjie.ui.table;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.zhenjie.scenarios.session.ScenarioFigures;
import org.zhenjie.scenarios.session.TownFigures;

/**
 * A town on both sides; a merged town may be on one side only.
 *
 * @param a its figures at the left
 * @param b its figures at the right
 */
record TownRow(String code, Optional<TownFigures> a, Optional<TownFigures> b) {

    /** The towns of both sides, in the order of the left side, then what only the right side has. */
    static List<TownRow> of(Optional<ScenarioFigures> a, Optional<ScenarioFigures> b) {
        Map<String, TownFigures> left = a.map(ScenarioFigures::byCode).orElse(Map.of());
        Map<String, TownFigures> right = b.map(ScenarioFigures::byCode).orElse(Map.of());
        Set<String> codes = new LinkedHashSet<>(left.keySet());
        codes.addAll(right.keySet());
        List<TownRow> rows = new ArrayList<>();
        codes.forEach(code ->
                rows.add(new TownRow(code, Optional.ofNullable(left.get(code)), Optional.ofNullable(right.get(code)))));
        return rows;
    }

    /** The town as the left side knows it, else as the right does. */
    TownFigures any() {
        return a.or(() -> b).orElseThrow();
    }

    /** Whether people hold the town to something in either scenario. */
    boolean isPinned() {
        return Stream.of(a, b).flatMap(Optional::stream).anyMatch(TownFigures::pinned);
    }
}
