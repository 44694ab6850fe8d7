package org.zhenjie.scenarios.indicator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.zhenjie.scenarios.indicator.Indicator.Column;
import org.zhenjie.scenarios.indicator.Indicator.OfInstitution;
import org.zhenjie.scenarios.problem.Problems;
import org.zhenjie.scenarios.study.IndicatorSet;
import org.zhenjie.scenarios.study.IndicatorSet.Item;
import org.zhenjie.scenarios.study.IndicatorSet.Subject;
import org.zhenjie.scenarios.study.Study;
import org.zhenjie.scenarios.study.StudyFolder;

/** The figures that a study's sets of indicators may name. */
public final class SetFigures {
    private SetFigures() {}

    /** An item of a set, and what its figure stands for. */
    record Figure(Item item, Indicator indicator) {}

    /**
     * A folder whose sets of indicators name only figures that there are.
     *
     * @throws org.zhenjie.gis.problem.InputException with every figure that there is not
     */
    public static StudyFolder checked(StudyFolder folder) {
        Problems problems = new Problems();
        for (IndicatorSet set : folder.study().indicatorSets()) {
            Map<String, Indicator> known = of(folder.study(), set.of());
            set.items().stream()
                    .filter(item -> !known.containsKey(item.figure()))
                    .forEach(item -> problems.error("set.figure", item.where(), List.copyOf(known.keySet())));
        }
        problems.throwIfErrors();
        return folder;
    }

    /** What a set of a {@link #checked} folder weighs. */
    static List<Figure> of(Study study, IndicatorSet set) {
        Map<String, Indicator> known = of(study, set.of());
        return set.items().stream()
                .map(item -> new Figure(item, Objects.requireNonNull(known.get(item.figure()), item::figure)))
                .toList();
    }

    private static Map<String, Indicator> of(Study study, Subject subject) {
        return switch (subject) {
            case TOWN -> ofTowns(study);
            case INSTITUTION -> ofInstitutions(study);
        };
    }

    /** An indicator goes before a column of its name. */
    private static Map<String, Indicator> ofTowns(Study study) {
        Map<String, Indicator> known = new LinkedHashMap<>();
        Indicator.of(study).stream()
                .filter(one -> one.levels().contains(Level.TOWN) && !(one instanceof Indicator.Score))
                .forEach(one -> known.put(one.id(), one));
        TreeSet<String> columns = new TreeSet<>();
        study.towns().forEach(town -> columns.addAll(town.attributes().keySet()));
        columns.forEach(column -> known.putIfAbsent(column, new Column(column)));
        return known;
    }

    private static Map<String, Indicator> ofInstitutions(Study study) {
        Map<String, Indicator> known = new LinkedHashMap<>();
        for (OfInstitution one : OfInstitution.values()) {
            if (one.isGiven(study)) {
                known.put(one.figure(), one);
            }
        }
        return known;
    }
}
