package org.zhenjie.scenarios.reform;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.scenarios.problem.Problems;
import org.zhenjie.scenarios.reform.Reform.ConvertToStreet;
import org.zhenjie.scenarios.reform.Reform.ExtendZone;
import org.zhenjie.scenarios.study.Name;
import org.zhenjie.scenarios.study.Study.Town;
import org.zhenjie.scenarios.study.Study.Zone;
import org.zhenjie.scenarios.study.Study.ZonePart;
import org.zhenjie.scenarios.study.TownKind;

/** Conversions of towns to streets, and towns that join zones. */
final class TownReforms {
    private final StudyEdit edit;
    private final Problems problems;
    private final Where where;

    TownReforms(StudyEdit edit, Problems problems, Where where) {
        this.edit = edit;
        this.problems = problems;
        this.where = where;
    }

    void convert(ConvertToStreet reform) {
        if (reform.towns().isEmpty()) {
            problems.error("reform.noTowns", where);
        }
        for (String code : reform.towns()) {
            Town town = edit.town(code).orElse(null);
            if (town == null) {
                problems.error("reform.unknownTown", where.value(code));
            } else if (town.kind() == TownKind.STREET) {
                problems.warning(
                        "reform.alreadyStreet", where.value(code), town.name().both());
            } else {
                edit.replaceTown(code, TownReforms::asStreet);
            }
        }
    }

    private static Town asStreet(Town town) {
        return new Town(
                town.code(),
                streetName(town.name()),
                TownKind.STREET,
                town.county(),
                town.boundary(),
                town.seat(),
                town.people(),
                town.attributes());
    }

    /** The name with the word for a street in place of the word for a town, where it ends with one. */
    private static Name streetName(Name name) {
        String zh = name.zh().length() > 2 ? name.zh().replaceFirst("[镇乡]$", "街道") : name.zh();
        return new Name(zh, name.en().replaceFirst(" (Town|Township)$", " Subdistrict"));
    }

    void extend(ExtendZone reform) {
        Zone zone = edit.zone(reform.zone()).orElse(null);
        if (zone == null) {
            problems.error(
                    "reform.unknownZone",
                    where.value(reform.zone()),
                    edit.zones.stream().map(Zone::code).toList());
            return;
        }
        if (reform.towns().isEmpty()
                && reform.parts().isEmpty()
                && reform.plannedAreaKm2().isEmpty()) {
            problems.error("reform.noTowns", where);
        }
        Set<String> members = new HashSet<>(zone.towns());
        for (String code : reform.towns()) {
            if (edit.town(code).isEmpty()) {
                problems.error("reform.unknownTown", where.value(code));
            } else if (!members.add(code)) {
                problems.warning(
                        "reform.alreadyInZone", where.value(code), zone.name().both());
            }
        }
        BigDecimal area = reform.plannedAreaKm2().orElse(zone.plannedAreaKm2());
        List<ZonePart> parts = zone.parts().stream()
                .filter(part -> !members.contains(part.town()))
                .toList();
        Zone larger = new Zone(zone.code(), zone.name(), members, parts, area);
        edit.zones.replaceAll(one -> one.code().equals(zone.code()) ? larger : one);
        new PartReforms(edit, problems, where).annex(reform);
    }
}
