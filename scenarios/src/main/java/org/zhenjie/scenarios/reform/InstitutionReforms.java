package org.zhenjie.scenarios.reform;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.zhenjie.gis.crs.Crs;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.scenarios.problem.Problems;
import org.zhenjie.scenarios.reform.Reform.Abolish;
import org.zhenjie.scenarios.reform.Reform.Found;
import org.zhenjie.scenarios.reform.Reform.HandOver;
import org.zhenjie.scenarios.study.Study.County;
import org.zhenjie.scenarios.study.Study.Institution;
import org.zhenjie.scenarios.study.Study.Pool;
import org.zhenjie.scenarios.study.Study.Town;

/** Stations, institutions and bodies that are handed over, set up and dropped; posts never appear or vanish on the way. */
final class InstitutionReforms {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final int MOST_EXAMPLES = 12;

    private final StudyEdit edit;
    private final Problems problems;
    private final Where where;

    InstitutionReforms(StudyEdit edit, Problems problems, Where where) {
        this.edit = edit;
        this.problems = problems;
        this.where = where;
    }

    /** Where a unit belongs: a county, and perhaps one of its towns. */
    private record Seat(String county, Optional<String> town) {}

    void handOver(HandOver reform) {
        Set<String> ids = ids(known(reform.institutions()));
        seat("to", reform.to())
                .ifPresent(seat -> edit.institutions.replaceAll(
                        unit -> ids.contains(unit.id()) ? unit.under(seat.county(), seat.town()) : unit));
    }

    void found(Found reform) {
        if (edit.institutions.stream().anyMatch(unit -> unit.id().equals(reform.id()))) {
            problems.error("reform.unitTaken", where.field("id").value(reform.id()));
            return;
        }
        Optional<Seat> seat = seat("at", reform.at());
        Optional<Pool> pool = new PoolReforms(edit, problems, where).giver(reform.pool(), reform.posts());
        if (seat.isEmpty() || pool.isEmpty()) {
            return;
        }
        Optional<Point> place = reform.place()
                .map(this::metric)
                .or(() -> seat.get().town().flatMap(edit::town).map(Town::seat));
        edit.institutions.add(new Institution(
                reform.id(),
                reform.name(),
                reform.kind(),
                seat.get().county(),
                seat.get().town(),
                place,
                reform.load(),
                OptionalInt.empty(),
                Set.copyOf(reform.duties()),
                pool.get().quotaType(),
                reform.posts(),
                reform.leaders(),
                Optional.empty()));
    }

    void abolish(Abolish reform) {
        int before = problems.errors();
        List<Institution> units = known(reform.institutions());
        new PoolReforms(edit, problems, where).receiver(reform.pool(), units);
        new DutyReforms(edit, problems, where).requireNone(units);
        if (problems.errors() > before) {
            return;
        }
        Set<String> gone = ids(units);
        List<Institution> ended = edit.institutions.stream()
                .filter(unit -> gone.contains(unit.id())
                        || unit.mergedInto().filter(gone::contains).isPresent())
                .toList();
        int posts = ended.stream().mapToInt(Institution::posts).sum();
        edit.institutions.removeAll(ended);
        Pool pool = edit.pool(reform.pool()).orElseThrow();
        edit.resizePool(pool.id(), pool.size() + posts);
    }

    private Point metric(Coordinate lonLat) {
        return (Point)
                Crs.between(Crs.decode(Crs.WGS84), Crs.decode(edit.crs())).apply(FACTORY.createPoint(lonLat));
    }

    private static Set<String> ids(List<Institution> units) {
        Set<String> ids = new HashSet<>();
        units.forEach(unit -> ids.add(unit.id()));
        return ids;
    }

    /** The units that are named and stand on their own. */
    private List<Institution> known(List<String> ids) {
        List<Institution> found = new ArrayList<>();
        for (String id : ids) {
            edit.institutions.stream()
                    .filter(unit -> unit.id().equals(id) && unit.stands())
                    .findFirst()
                    .ifPresentOrElse(
                            found::add,
                            () -> problems.error(
                                    "reform.noSuchUnit",
                                    where.field("institutions").value(id),
                                    standing()));
        }
        if (ids.isEmpty()) {
            problems.error("yaml.emptyList", where.field("institutions"));
        }
        return found;
    }

    private List<String> standing() {
        return edit.institutions.stream()
                .filter(Institution::stands)
                .map(Institution::id)
                .limit(MOST_EXAMPLES)
                .toList();
    }

    private Optional<Seat> seat(String field, String code) {
        Optional<Seat> seat = edit.town(code)
                .map(town -> new Seat(town.county(), Optional.of(code)))
                .or(() ->
                        edit.study().county(code).map(County::code).map(county -> new Seat(county, Optional.empty())));
        if (seat.isEmpty()) {
            problems.error("ref.unit", where.field(field).value(code), examples());
        }
        return seat;
    }

    private List<String> examples() {
        return edit.towns.stream().map(Town::code).limit(MOST_EXAMPLES).toList();
    }
}
