package org.zhenjie.scenarios.reform;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.zhenjie.gis.edit.Edit;
import org.zhenjie.gis.edit.Edited;
import org.zhenjie.gis.edit.Edits;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.scenarios.problem.Problems;
import org.zhenjie.scenarios.reform.Reform.MergeTowns;
import org.zhenjie.scenarios.study.Study.Held;
import org.zhenjie.scenarios.study.Study.StaffBlock;
import org.zhenjie.scenarios.study.Study.Town;
import org.zhenjie.scenarios.study.Study.Zone;
import org.zhenjie.scenarios.study.Study.ZonePart;

/**
 * Towns that become one unit. Residents and posts held are summed, further indicators follow their rules; the seat is that of
 * the town whose code is kept, else of the one with most residents. Whatever named one of the towns names the new unit from
 * then on.
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
        Set<String> gone = new LinkedHashSet<>(reform.towns());
        Edited edited;
        try {
            Edit merge = new Edit.Merge(List.copyOf(gone), reform.code());
            edited = Edits.apply(edit.coverage(), merge, edit.people());
        } catch (InputException e) {
            problems.addAll(e.map(problem ->
                            problem.at(where.value(problem.where().value().orElse(reform.code()))))
                    .problems());
            return;
        }
        Inheritance inheritance = edit.inheritance(edited.lineage());
        Town merged =
                merged(reform, members, inheritance, edited.coverage().units().get(reform.code()));
        List<Held> held = inheritance.held(edit.held);
        int position = edit.towns.indexOf(members.get(0));
        edit.towns.set(position, merged);
        edit.towns.removeIf(town -> town != merged && gone.contains(town.code()));
        edit.held.removeIf(one -> gone.contains(one.town()));
        edit.held.addAll(held);
        rekeyZones(gone, merged);
        rekeyPeople(gone, merged.code());
        edit.terms = new TermsRekey(gone, merged.code()).of(edit.terms);
        edit.renameTowns(gone, merged.code());
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
        }
        return members;
    }

    private Town merged(MergeTowns reform, List<Town> members, Inheritance inheritance, Geometry boundary) {
        String main = inheritance.main(reform.code());
        Town seat = members.stream()
                .filter(town -> town.code().equals(main))
                .findFirst()
                .orElseThrow();
        return new Town(
                reform.code(),
                reform.name(),
                reform.kind(),
                seat.county(),
                boundary,
                seat.seat(),
                inheritance.people(reform.code()),
                inheritance.attributes(reform.code()));
    }

    private void rekeyZones(Set<String> gone, Town merged) {
        ZoneLand land = new ZoneLand(edit);
        for (Zone zone : List.copyOf(edit.zones)) {
            long inside = zone.towns().stream().filter(gone::contains).count();
            if (inside > 0 && inside < gone.size()) {
                problems.warning(
                        "reform.mergePartZone",
                        where.value(merged.code()),
                        zone.name().both());
            }
        }
        edit.zones.replaceAll(zone -> {
            List<ZonePart> parts = zone.parts().stream()
                    .filter(part -> !gone.contains(part.town()))
                    .toList();
            Set<String> towns = rekeyed(zone.towns(), gone, merged.code());
            Zone rekeyed = new Zone(zone.code(), zone.name(), towns, parts, zone.plannedAreaKm2());
            for (ZonePart part : zone.parts()) {
                if (gone.contains(part.town()) && !towns.contains(merged.code())) {
                    rekeyed = land.with(rekeyed, merged, part.area());
                }
            }
            return rekeyed;
        });
    }

    /** A town that is forbidden to a block, or that it wishes, stays so as a part of the new unit. */
    private void rekeyPeople(Set<String> gone, String code) {
        edit.blocks.replaceAll(block -> new StaffBlock(
                block.id(),
                block.department(),
                block.quotaType(),
                block.size(),
                block.skills(),
                block.home(),
                block.farthestMetres(),
                rekeyed(block.forbidden(), gone, code),
                block.wishes().stream()
                        .map(town -> gone.contains(town) ? code : town)
                        .distinct()
                        .toList()));
    }

    private static Set<String> rekeyed(Set<String> towns, Set<String> gone, String code) {
        return towns.stream().map(town -> gone.contains(town) ? code : town).collect(Collectors.toSet());
    }
}
