package org.zhenjie.scenarios.reform;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.scenarios.problem.Problems;
import org.zhenjie.scenarios.reform.Reform.HandPowers;
import org.zhenjie.scenarios.reform.Reform.OpenOutside;
import org.zhenjie.scenarios.study.Study.Town;
import org.zhenjie.scenarios.study.TownTerms.Outside;
import org.zhenjie.scenarios.study.TownTerms.Power;
import org.zhenjie.scenarios.study.TownTerms.TownPower;

/** Powers that are handed to towns, and staff outside establishment who may be let go. */
final class TermsReforms {
    private final StudyEdit edit;
    private final Problems problems;
    private final Where where;

    TermsReforms(StudyEdit edit, Problems problems, Where where) {
        this.edit = edit;
        this.problems = problems;
        this.where = where;
    }

    /** The last word on a power in a town counts. */
    void hand(HandPowers reform) {
        List<String> powers = chosen(reform.powers(), edit.terms.powers(), Power::id, "reform.unknownPower");
        List<String> towns = chosen(reform.towns(), edit.towns, Town::code, "reform.unknownTown");
        Map<List<String>, TownPower> all = new LinkedHashMap<>();
        edit.terms.townPowers().forEach(one -> all.put(List.of(one.power(), one.town()), one));
        for (String power : powers) {
            towns.forEach(town -> all.put(List.of(power, town), new TownPower(power, town, reform.open())));
        }
        edit.terms = edit.terms.withTownPowers(new ArrayList<>(all.values()));
    }

    void open(OpenOutside reform) {
        Set<String> towns = new HashSet<>(chosen(reform.towns(), edit.towns, Town::code, "reform.unknownTown"));
        edit.terms = edit.terms.withOutside(edit.terms.outside().stream()
                .map(one ->
                        towns.contains(one.town()) ? new Outside(one.town(), one.people(), one.unitCost(), true) : one)
                .toList());
    }

    /** What is named of a list, all of it where nothing is. */
    private <T> List<String> chosen(List<String> named, List<T> all, Function<T, String> id, String unknown) {
        List<String> ids = all.stream().map(id).toList();
        List<String> examples = ids.stream().limit(12).toList();
        named.stream()
                .filter(one -> !ids.contains(one))
                .forEach(one -> problems.error(unknown, where.value(one), examples));
        return named.isEmpty() ? ids : named.stream().filter(ids::contains).toList();
    }
}
