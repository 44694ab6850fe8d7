package org.zhenjie.scenarios.reform;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.locationtech.jts.geom.Point;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.planner.allocation.SolveOptions;
import org.zhenjie.planner.consolidation.ConsolidationProblem;
import org.zhenjie.planner.consolidation.ConsolidationProblem.Site;
import org.zhenjie.planner.consolidation.ConsolidationResult;
import org.zhenjie.planner.consolidation.Likeness;
import org.zhenjie.scenarios.problem.Problems;
import org.zhenjie.scenarios.reform.Reform.Consolidate;
import org.zhenjie.scenarios.stations.Stations;
import org.zhenjie.scenarios.stations.StationsPlanning;
import org.zhenjie.scenarios.study.Study.Institution;
import org.zhenjie.scenarios.study.Study.Pool;

/** Stations, institutions and bodies that merge; the posts that this frees go to a pool. Always the same merges for the same study. */
final class ConsolidationReform {
    /** What a distance by duties of 1 becomes. */
    private static final long DUTY_SCALE = 1_000_000;

    private static final BigDecimal METRES_PER_KM = BigDecimal.valueOf(1_000);
    private static final SolveOptions OPTIONS = new SolveOptions(0, OptionalLong.of(300), Optional.empty());

    private final StudyEdit edit;
    private final Problems problems;
    private final Where where;

    ConsolidationReform(StudyEdit edit, Problems problems, Where where) {
        this.edit = edit;
        this.problems = problems;
        this.where = where;
    }

    void consolidate(Consolidate reform) {
        List<Institution> units = edit.institutions.stream()
                .filter(unit ->
                        unit.kind() == reform.kind() && unit.mergedInto().isEmpty())
                .toList();
        int before = problems.errors();
        check(reform, units);
        if (problems.errors() > before) {
            return;
        }
        ConsolidationResult result =
                new StationsPlanning(Stations.of(problem(reform, units)), OPTIONS).run((cost, bound) -> {});
        if (result.account().isFeasible()) {
            merge(reform, units, result.plan().hosts());
        } else {
            problems.error(
                    result.impossible() ? "reform.consolidateImpossible" : "reform.consolidateNone",
                    where.field("consolidate").value(String.valueOf(reform.keep())));
        }
    }

    private void check(Consolidate reform, List<Institution> units) {
        if (units.isEmpty()) {
            problems.error("reform.noUnits", where.value(reform.kind().name()));
        } else if (reform.keep() > units.size()) {
            problems.error("number.whole", where.field("keep").value(String.valueOf(reform.keep())), 1, units.size());
        }
        if (reform.by() == Consolidate.Distance.DUTIES && reform.coverKm().isPresent()) {
            problems.error("reform.coverDuties", where.field("cover_km"));
        }
        for (Institution unit : units) {
            boolean lacks = reform.by() == Consolidate.Distance.PLACE
                    ? unit.place().isEmpty()
                    : unit.duties().isEmpty();
            if (lacks) {
                problems.error("reform.unitLacks." + reform.by(), where.value(unit.id()));
            }
        }
        Optional<Pool> pool = edit.pool(reform.pool());
        if (pool.isEmpty()) {
            problems.error(
                    "reform.unknownPool",
                    where.value(reform.pool()),
                    edit.pools.stream().map(Pool::id).toList());
            return;
        }
        units.stream()
                .filter(unit -> !unit.quotaType().equals(pool.get().quotaType()))
                .findFirst()
                .ifPresent(unit -> problems.error(
                        "reform.unitType",
                        where.value(unit.id()),
                        unit.quotaType(),
                        pool.get().id(),
                        pool.get().quotaType()));
    }

    private static ConsolidationProblem problem(Consolidate reform, List<Institution> units) {
        long[][] distances = reform.by() == Consolidate.Distance.PLACE
                ? metres(units)
                : Likeness.distances(units.stream().map(Institution::duties).toList(), DUTY_SCALE);
        for (int i = 0; i < distances.length && !reform.acrossCounties(); i++) {
            for (int j = 0; j < distances.length; j++) {
                if (!units.get(i).county().equals(units.get(j).county())) {
                    distances[i][j] = ConsolidationProblem.CLOSED;
                }
            }
        }
        List<Site> sites = units.stream()
                .map(unit -> new Site(
                        unit.id(),
                        unit.load(),
                        unit.capacity().isPresent() ? unit.capacity().getAsInt() : ConsolidationProblem.CLOSED))
                .toList();
        OptionalLong cover = reform.coverKm()
                .map(km -> OptionalLong.of(km.multiply(METRES_PER_KM)
                        .setScale(0, RoundingMode.FLOOR)
                        .longValueExact()))
                .orElse(OptionalLong.empty());
        return new ConsolidationProblem(sites, distances, reform.keep(), cover, reform.coverShare());
    }

    private static long[][] metres(List<Institution> units) {
        long[][] distances = new long[units.size()][units.size()];
        for (int i = 0; i < distances.length; i++) {
            for (int j = 0; j < distances.length; j++) {
                Point from = units.get(i).place().orElseThrow();
                Point to = units.get(j).place().orElseThrow();
                distances[i][j] = Math.round(from.distance(to));
            }
        }
        return distances;
    }

    private void merge(Consolidate reform, List<Institution> units, List<Integer> hosts) {
        int[] posts = units.stream().mapToInt(Institution::posts).toArray();
        int freed = 0;
        for (int i = 0; i < hosts.size(); i++) {
            int host = hosts.get(i);
            if (host != i) {
                int given = reform.freedShare()
                        .multiply(BigDecimal.valueOf(units.get(i).posts()))
                        .setScale(0, RoundingMode.FLOOR)
                        .intValueExact();
                freed += given;
                posts[host] += posts[i] - given;
            }
        }
        List<Institution> after = new ArrayList<>();
        for (int i = 0; i < hosts.size(); i++) {
            int host = hosts.get(i);
            after.add(changed(
                    units.get(i),
                    host == i ? posts[i] : 0,
                    host == i ? Optional.empty() : Optional.of(units.get(host).id())));
        }
        edit.institutions.replaceAll(unit -> after.stream()
                .filter(one -> one.id().equals(unit.id()))
                .findFirst()
                .orElseGet(() -> moved(unit, after)));
        Pool pool = edit.pool(reform.pool()).orElseThrow();
        edit.resizePool(pool.id(), pool.size() + freed);
    }

    /** A unit that merged before goes along with its host. */
    private static Institution moved(Institution unit, List<Institution> after) {
        return unit.mergedInto()
                .flatMap(host -> after.stream()
                        .filter(one -> one.id().equals(host))
                        .findFirst()
                        .flatMap(Institution::mergedInto))
                .map(host -> changed(unit, unit.posts(), Optional.of(host)))
                .orElse(unit);
    }

    private static Institution changed(Institution unit, int posts, Optional<String> mergedInto) {
        return new Institution(
                unit.id(),
                unit.name(),
                unit.kind(),
                unit.county(),
                unit.place(),
                unit.load(),
                unit.capacity(),
                unit.duties(),
                unit.quotaType(),
                posts,
                mergedInto);
    }
}
