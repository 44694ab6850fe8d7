package org.zhenjie.scenarios.reform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.scenarios.problem.Problems;
import org.zhenjie.scenarios.study.Study.Decision;
import org.zhenjie.scenarios.study.Study.Decision.BlockGoes;
import org.zhenjie.scenarios.study.Study.Decision.BlockNotTo;
import org.zhenjie.scenarios.study.Study.Decision.DepartmentNotTo;
import org.zhenjie.scenarios.study.Study.Decision.GrantWithin;

/**
 * Carries decisions about towns over to the unit that they become. What a pool has to grant to them adds up. So does what it
 * may grant at most, where it was limited in every one of them; where only some were limited, the new unit is not, and people
 * are told.
 */
final class DecisionRekey {
    private final StudyEdit edit;
    private final Problems problems;
    private final Where where;

    DecisionRekey(StudyEdit edit, Problems problems, Where where) {
        this.edit = edit;
        this.problems = problems;
        this.where = where;
    }

    private record Desk(String pool, Optional<String> platform) {}

    void rekey(Set<String> gone, String code) {
        Set<Decision> kept = new LinkedHashSet<>();
        Map<Desk, Map<String, GrantWithin>> grants = new LinkedHashMap<>();
        for (Decision decision : edit.decisions) {
            if (decision instanceof GrantWithin grant && gone.contains(grant.town())) {
                grants.computeIfAbsent(new Desk(grant.pool(), grant.platform()), desk -> new LinkedHashMap<>())
                        .merge(grant.town(), grant, DecisionRekey::both);
            } else {
                kept.add(renamed(decision, gone, code));
            }
        }
        grants.forEach((desk, byTown) -> kept.add(joined(desk, List.copyOf(byTown.values()), gone.size(), code)));
        edit.decisions.clear();
        edit.decisions.addAll(new ArrayList<>(kept));
    }

    private static GrantWithin both(GrantWithin a, GrantWithin b) {
        return new GrantWithin(
                a.pool(), a.town(), a.platform(), Math.max(a.least(), b.least()), Math.min(a.most(), b.most()));
    }

    private GrantWithin joined(Desk desk, List<GrantWithin> grants, int towns, String code) {
        long least = grants.stream().mapToLong(GrantWithin::least).sum();
        long most = grants.stream().mapToLong(GrantWithin::most).sum();
        boolean limited = grants.stream().anyMatch(grant -> grant.most() < GrantWithin.UNLIMITED);
        if (limited && grants.size() < towns) {
            problems.warning("reform.mergeLimit", where.value(code), desk.pool());
        }
        boolean all = grants.size() == towns;
        return new GrantWithin(
                desk.pool(),
                code,
                desk.platform(),
                Math.toIntExact(Math.min(least, GrantWithin.UNLIMITED)),
                all ? Math.toIntExact(Math.min(most, GrantWithin.UNLIMITED)) : GrantWithin.UNLIMITED);
    }

    private static Decision renamed(Decision decision, Set<String> gone, String code) {
        if (decision instanceof BlockGoes goes && gone.contains(goes.town())) {
            return new BlockGoes(goes.block(), code, goes.platform());
        } else if (decision instanceof BlockNotTo not && gone.contains(not.town())) {
            return new BlockNotTo(not.block(), code);
        } else if (decision instanceof DepartmentNotTo not && gone.contains(not.town())) {
            return new DepartmentNotTo(not.department(), code);
        }
        return decision;
    }
}
