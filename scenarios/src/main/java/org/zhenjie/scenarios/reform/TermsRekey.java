package org.zhenjie.scenarios.reform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.zhenjie.scenarios.study.TownTerms;
import org.zhenjie.scenarios.study.TownTerms.Outside;
import org.zhenjie.scenarios.study.TownTerms.OutsideLimit;
import org.zhenjie.scenarios.study.TownTerms.Retirement;
import org.zhenjie.scenarios.study.TownTerms.TownPower;
import org.zhenjie.scenarios.study.TownTerms.TownSkill;

/**
 * Carries terms of towns over to the unit that they become. People add up, and so do limits on staff outside establishment; the cost
 * of one of them is the mean, rounded up; a power that one of the towns takes the new unit takes; of
 * their floors of a field it has the highest.
 */
final class TermsRekey {
    private final Set<String> gone;
    private final String code;
    private final Set<String> parts;

    TermsRekey(Set<String> gone, String code) {
        this(gone, code, Set.of(code));
    }

    /** @param parts all units that come of them, {@code code} among them; a floor of a field holds in each */
    TermsRekey(Set<String> gone, String code, Set<String> parts) {
        this.gone = gone;
        this.code = code;
        this.parts = parts;
    }

    TownTerms of(TownTerms terms) {
        return new TownTerms(
                terms.fields().stream().map(field -> field.passed(gone, parts)).toList(),
                terms.standIns(),
                terms.powers(),
                joined(
                        terms.townPowers(),
                        one -> new TownPower(one.power(), town(one.town()), one.open()),
                        one -> List.of(one.power(), one.town()),
                        (a, b) -> new TownPower(a.power(), a.town(), a.open() && b.open())),
                joined(
                        terms.skills(),
                        one -> new TownSkill(town(one.town()), one.skill(), one.people()),
                        one -> List.of(one.town(), one.skill()),
                        (a, b) -> new TownSkill(a.town(), a.skill(), a.people() + b.people())),
                joined(
                        terms.outside(),
                        one -> new Outside(town(one.town()), one.people(), one.unitCost(), one.services(), one.open()),
                        one -> List.of(one.town()),
                        TermsRekey::sum),
                joined(
                        terms.outsideLimits(),
                        one -> new OutsideLimit(town(one.unit()), one.people(), one.budget()),
                        one -> List.of(one.unit()),
                        TermsRekey::sum),
                terms.retirements().stream()
                        .map(one -> new Retirement(
                                town(one.town()),
                                one.platform(),
                                one.quotaType(),
                                one.year(),
                                one.people(),
                                one.pool()))
                        .toList(),
                terms.batches(),
                terms.duties().passed(gone, code));
    }

    private String town(String town) {
        return gone.contains(town) ? code : town;
    }

    private static <T> List<T> joined(
            List<T> all, Function<T, T> renamed, Function<T, List<String>> key, BinaryOperator<T> sum) {
        Map<List<String>, T> byKey = new LinkedHashMap<>();
        all.stream().map(renamed).forEach(one -> byKey.merge(key.apply(one), one, sum));
        return new ArrayList<>(byKey.values());
    }

    /** Both together, in the town of the first. */
    static Outside sum(Outside a, Outside b) {
        long people = (long) a.people() + b.people();
        long cost = (long) a.people() * a.unitCost() + (long) b.people() * b.unitCost();
        int mean = people == 0 ? Math.max(a.unitCost(), b.unitCost()) : Math.toIntExact((cost + people - 1) / people);
        return new Outside(a.town(), Math.toIntExact(people), mean, a.services() + b.services(), a.open() || b.open());
    }

    private static OutsideLimit sum(OutsideLimit a, OutsideLimit b) {
        long people = Math.min(Integer.MAX_VALUE, (long) a.people() + b.people());
        boolean isOpen = a.budget() == Long.MAX_VALUE || b.budget() == Long.MAX_VALUE;
        return new OutsideLimit(a.unit(), (int) people, isOpen ? Long.MAX_VALUE : a.budget() + b.budget());
    }
}
