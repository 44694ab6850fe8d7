package org.zhenjie.scenarios.study;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhenjie.scenarios.problem.Problems;
import org.zhenjie.scenarios.study.IndicatorSet.Item;
import org.zhenjie.scenarios.study.IndicatorSet.Subject;
import org.zhenjie.scenarios.study.Study.Institution;
import org.zhenjie.scenarios.yaml.YamlMap;

/** Reads sets of indicators. Whether there are such figures is for those to say who measure them. */
final class IndicatorSetReader {
    private static final String LEAST_WEIGHT = "0.001";
    private static final String MOST_WEIGHT = "1000000";
    private static final String MOST_VALUE = "1000000000000";

    private final Problems problems;

    IndicatorSetReader(Problems problems) {
        this.problems = problems;
    }

    /** One set; its id is compared with others by the caller. */
    IndicatorSet read(YamlMap entry) {
        Optional<Subject> of = entry.choice("of", Subject.class);
        if (!entry.has("of")) {
            entry.missing("of");
        }
        Optional<Institution.Kind> kind = entry.choice("kind", Institution.Kind.class);
        if (kind.isPresent() && of.equals(Optional.of(Subject.TOWN))) {
            problems.error("set.kindOfTown", entry.where("kind"));
        }
        IndicatorSet set = new IndicatorSet(
                entry.text("id"), Names.read(entry, "name"), of.orElse(Subject.TOWN), kind, items(entry));
        entry.done();
        return set;
    }

    private List<Item> items(YamlMap entry) {
        List<Item> items = new ArrayList<>();
        for (YamlMap line : entry.maps("indicators")) {
            Optional<BigDecimal> worst = value(line, "worst");
            Optional<BigDecimal> best = value(line, "best");
            if (worst.isPresent() && best.isPresent() && worst.get().compareTo(best.get()) == 0) {
                problems.error(
                        "set.worstIsBest", line.where("best"), worst.get().toPlainString());
            }
            items.add(new Item(
                    line.text("figure"),
                    line.decimal("weight", LEAST_WEIGHT, MOST_WEIGHT),
                    worst.orElse(BigDecimal.ZERO),
                    best.orElse(BigDecimal.ONE),
                    line.where("figure")));
            line.done();
        }
        if (!entry.has("indicators")) {
            entry.missing("indicators");
        } else if (entry.isList("indicators") && items.isEmpty()) {
            problems.error("yaml.emptyList", entry.where("indicators"));
        }
        return items;
    }

    private static Optional<BigDecimal> value(YamlMap line, String key) {
        if (!line.has(key)) {
            line.missing(key);
        }
        return line.optionalDecimal(key, "-" + MOST_VALUE, MOST_VALUE);
    }
}
