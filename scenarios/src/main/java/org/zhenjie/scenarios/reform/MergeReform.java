package org.zhenjie.scenarios.reform;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.zhenjie.gis.coverage.Adjacency;
import org.zhenjie.gis.coverage.Coverages;
import org.zhenjie.gis.coverage.SharedBorder;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.scenarios.problem.Problems;
import org.zhenjie.scenarios.reform.Reform.MergeTowns;
import org.zhenjie.scenarios.study.Study.Held;
import org.zhenjie.scenarios.study.Study.StaffBlock;
import org.zhenjie.scenarios.study.Study.Town;
import org.zhenjie.scenarios.study.Study.Zone;

/**
 * Towns that become one unit. Residents, posts held and every further indicator are summed; the seat is that of the town whose
 * code is kept, else of the one with most residents. Whatever named one of the towns names the new unit from then on.
 */
final class MergeReform {
    private final StudyEdit edit;
    private final Problems problems;
    private final Where where;

    MergeReform(StudyEdit edit, Problems problems, Where where) {
        this.edit = edit;
        this.problems = problems;
        this.where = where;
    }

    void merge(MergeTowns reform) {
        int before = problems.errors();
        List<Town> members = members(reform);
        if (problems.errors() > before) {
            return;
        }
        Town merged = merged(reform, members);
        Set<String> gone = new LinkedHashSet<>(reform.towns());
        int position = edit.towns.indexOf(members.get(0));
        edit.towns.set(position, merged);
        edit.towns.removeIf(town -> town != merged && gone.contains(town.code()));
        rekeyHeld(gone, merged.code());
        rekeyZones(gone, merged.code());
        rekeyForbidden(gone, merged.code());
        new DecisionRekey(edit, problems, where).rekey(gone, merged.code());
    }

    private List<Town> members(MergeTowns reform) {
        List<Town> members = new ArrayList<>();
        for (String code : new LinkedHashSet<>(reform.towns())) {
            edit.town(code)
                    .ifPresentOrElse(members::add, () -> problems.error("reform.unknownTown", where.value(code)));
        }
        if (new HashSet<>(reform.towns()).size() < 2) {
            problems.error("reform.mergeFew", where);
        }
        if (!reform.towns().contains(reform.code()) && edit.town(reform.code()).isPresent()) {
            problems.error("reform.codeTaken", where.value(reform.code()));
        }
        Set<String> counties = members.stream().map(Town::county).collect(Collectors.toCollection(LinkedHashSet::new));
        if (counties.size() > 1) {
            problems.error("reform.mergeCounties", where, counties);
        } else if (members.size() > 1) {
            apart(members)
                    .ifPresent(town -> problems.error(
                            "reform.mergeApart",
                            where.value(town.code()),
                            town.name().both()));
        }
        return members;
    }

    /** A member that no chain of shared borders joins to the first one. */
    private static Optional<Town> apart(List<Town> members) {
        List<SharedBorder> borders =
                Adjacency.of(members.stream().map(Town::boundary).toList());
        Set<Integer> reached = new HashSet<>(Set.of(0));
        boolean grew = true;
        while (grew) {
            grew = false;
            for (SharedBorder border : borders) {
                if (reached.contains(border.i()) || reached.contains(border.j())) {
                    grew |= reached.add(border.i()) | reached.add(border.j());
                }
            }
        }
        return IntStream.range(0, members.size())
                .filter(i -> !reached.contains(i))
                .mapToObj(members::get)
                .findFirst();
    }

    private Town merged(MergeTowns reform, List<Town> members) {
        Town main = members.stream()
                .filter(town -> town.code().equals(reform.code()))
                .findFirst()
                .orElseGet(() -> members.stream()
                        .max(Comparator.comparingLong(Town::people))
                        .orElseThrow());
        Map<String, BigDecimal> attributes = new TreeMap<>();
        members.forEach(
                town -> town.attributes().forEach((name, value) -> attributes.merge(name, value, BigDecimal::add)));
        return new Town(
                reform.code(),
                reform.name(),
                reform.kind(),
                main.county(),
                Coverages.dissolve(members.stream().map(Town::boundary).toList()),
                main.seat(),
                members.stream().mapToLong(Town::people).sum(),
                attributes);
    }

    private record Desk(String platform, String quotaType) {}

    private void rekeyHeld(Set<String> gone, String code) {
        Map<Desk, Held> sums = new LinkedHashMap<>();
        for (Held held : edit.held) {
            if (gone.contains(held.town())) {
                Held moved = new Held(code, held.platform(), held.quotaType(), held.posts(), held.people());
                sums.merge(new Desk(held.platform(), held.quotaType()), moved, MergeReform::sum);
            }
        }
        edit.held.removeIf(held -> gone.contains(held.town()));
        edit.held.addAll(sums.values());
    }

    private static Held sum(Held a, Held b) {
        return new Held(a.town(), a.platform(), a.quotaType(), a.posts() + b.posts(), a.people() + b.people());
    }

    private void rekeyZones(Set<String> gone, String code) {
        for (Zone zone : List.copyOf(edit.zones)) {
            long inside = zone.towns().stream().filter(gone::contains).count();
            if (inside > 0 && inside < gone.size()) {
                problems.warning(
                        "reform.mergePartZone", where.value(code), zone.name().both());
            }
        }
        edit.zones.replaceAll(
                zone -> new Zone(zone.code(), zone.name(), rekeyed(zone.towns(), gone, code), zone.plannedAreaKm2()));
    }

    /** A town forbidden to a block stays forbidden as a part of the new unit. */
    private void rekeyForbidden(Set<String> gone, String code) {
        edit.blocks.replaceAll(block -> new StaffBlock(
                block.id(),
                block.department(),
                block.quotaType(),
                block.size(),
                block.skills(),
                block.home(),
                block.farthestMetres(),
                rekeyed(block.forbidden(), gone, code)));
    }

    private static Set<String> rekeyed(Set<String> towns, Set<String> gone, String code) {
        return towns.stream().map(town -> gone.contains(town) ? code : town).collect(Collectors.toSet());
    }
}
