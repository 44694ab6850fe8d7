package org.zhenjie.scenarios.reform;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Point;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.planner.consolidation.ConsolidationProblem;
import org.zhenjie.planner.consolidation.ConsolidationProblem.Site;
import org.zhenjie.planner.consolidation.Likeness;
import org.zhenjie.scenarios.problem.Problems;
import org.zhenjie.scenarios.reform.Consolidated.Choice;
import org.zhenjie.scenarios.reform.Reform.Consolidate;
import org.zhenjie.scenarios.reform.RuleBrokenException.Breach;
import org.zhenjie.scenarios.study.Study.Institution;
import org.zhenjie.scenarios.study.Study.Pool;

/** Stations, institutions and bodies that merge; the posts that this frees go to a pool. Always the same merges for the same study. */
final class ConsolidationReform {
    private static final BigDecimal METRES_PER_KM = BigDecimal.valueOf(1_000);

    private final StudyEdit edit;
    private final Problems problems;
    private final List<Breach> breaches;
    private final Where where;

    ConsolidationReform(StudyEdit edit, Problems problems, List<Breach> breaches, Where where) {
        this.edit = edit;
        this.problems = problems;
        this.breaches = breaches;
        this.where = where;
    }

    /** Merges units; gives what was chosen, by area where so many stay in each. Nothing is left where a rule cannot be kept. */
    List<Consolidated> consolidate(Consolidate reform) {
        List<Institution> units = units(reform);
        int before = problems.errors();
        check(reform, units);
        if (problems.errors() > before) {
            return List.of();
        }
        List<Consolidated> all = new ArrayList<>();
        areas(reform, units)
                .forEach((area, members) -> choose(reform, area, members).ifPresent(all::add));
        all.forEach(one -> merge(reform, one));
        return all;
    }

    private List<Institution> units(Consolidate reform) {
        Set<String> named = new HashSet<>(reform.units());
        List<Institution> units = edit.institutions.stream()
                .filter(unit -> unit.kind() == reform.kind() && unit.stands())
                .filter(unit -> named.isEmpty() || named.contains(unit.id()))
                .toList();
        boolean anyInTowns = named.isEmpty() && reform.each().equals(Optional.of(Consolidate.Area.TOWN));
        return anyInTowns ? inTowns(units) : units;
    }

    /** Those that stand in a town, where some do: beside towns' institutions there are those of counties. */
    private List<Institution> inTowns(List<Institution> units) {
        List<Institution> inTowns =
                units.stream().filter(unit -> unit.town().isPresent()).toList();
        int others = units.size() - inTowns.size();
        if (inTowns.isEmpty() || others == 0) {
            return units;
        }
        problems.warning("reform.inNoTown", where.value(String.valueOf(others)));
        return inTowns;
    }

    private static Map<Optional<String>, List<Institution>> areas(Consolidate reform, List<Institution> units) {
        Map<Optional<String>, List<Institution>> areas = new LinkedHashMap<>();
        for (Institution unit : units) {
            Optional<String> area = reform.each()
                    .map(each -> each == Consolidate.Area.COUNTY
                            ? unit.county()
                            : unit.town().orElseThrow());
            areas.computeIfAbsent(area, key -> new ArrayList<>()).add(unit);
        }
        return areas;
    }

    private Optional<Consolidated> choose(Consolidate reform, Optional<String> area, List<Institution> units) {
        ConsolidationProblem problem = problem(reform, units);
        List<Choice> frontier =
                Consolidated.frontier(reform, units, problem, reform.keep().numbers());
        OptionalInt best = IntStream.range(0, frontier.size())
                .filter(i -> frontier.get(i).result().account().isFeasible())
                .boxed()
                .min(Comparator.comparing((Integer i) -> Consolidated.net(reform, frontier.get(i)))
                        .thenComparing(Comparator.reverseOrder()))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
        Consolidated consolidated =
                new Consolidated(reform, where, area, units, problem, frontier, best.orElse(frontier.size() - 1));
        if (best.isEmpty()) {
            breaches.addAll(new SiteBreaches(consolidated).list());
            return Optional.empty();
        }
        return Optional.of(consolidated);
    }

    private void check(Consolidate reform, List<Institution> units) {
        Set<String> known = new HashSet<>();
        units.forEach(unit -> known.add(unit.id()));
        for (String id : reform.units()) {
            if (!known.contains(id)) {
                problems.error("reform.unknownUnit", where.field("units").value(id), reform.kind());
            }
        }
        for (String id : reform.stay()) {
            if (!known.contains(id)) {
                problems.error("reform.unknownUnit", where.field("stay").value(id), reform.kind());
            }
        }
        if (units.isEmpty()) {
            problems.error("reform.noUnits", where.value(reform.kind().name()));
        } else if (reform.each().isEmpty() && reform.keep().numbers().most() > units.size()) {
            problems.error(
                    "number.whole",
                    where.field("keep").value(reform.keep().numbers().toString()),
                    1,
                    units.size());
        }
        if (reform.each().isEmpty()
                && reform.stay().size() > reform.keep().numbers().most()) {
            problems.error(
                    "reform.stayMore",
                    where.field("stay").value(String.valueOf(reform.stay().size())),
                    reform.keep().numbers().most());
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
            if (reform.each().equals(Optional.of(Consolidate.Area.TOWN))
                    && unit.town().isEmpty()) {
                problems.error("reform.unitLacks.TOWN", where.value(unit.id()));
            }
        }
        new PoolReforms(edit, problems, where).receiver(reform.pool(), units);
    }

    private static ConsolidationProblem problem(Consolidate reform, List<Institution> units) {
        long[][] distances = reform.by() == Consolidate.Distance.PLACE
                ? metres(units)
                : Likeness.distances(units.stream().map(Institution::duties).toList(), Consolidated.DUTY_SCALE);
        for (int i = 0; i < distances.length; i++) {
            boolean stays = reform.stay().contains(units.get(i).id());
            for (int j = 0; j < distances.length; j++) {
                boolean apart = !units.get(i).county().equals(units.get(j).county());
                if (i != j && (stays || apart && !reform.acrossCounties())) {
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
                .map(km -> OptionalLong.of(km.multiply(METRES_PER_KM).longValue()))
                .orElse(OptionalLong.empty());
        return new ConsolidationProblem(sites, distances, units.size(), cover, reform.coverShare());
    }

    private static long[][] metres(List<Institution> units) {
        long[][] metres = new long[units.size()][units.size()];
        for (int i = 0; i < metres.length; i++) {
            Point from = units.get(i).place().orElseThrow();
            for (int j = 0; j < metres.length; j++) {
                metres[i][j] = Math.round(from.distance(units.get(j).place().orElseThrow()));
            }
        }
        return metres;
    }

    private void merge(Consolidate reform, Consolidated consolidated) {
        List<Institution> units = consolidated.units();
        List<Integer> hosts = consolidated.plan().hosts();
        int[] posts = units.stream().mapToInt(Institution::posts).toArray();
        int[] leaders =
                units.stream().mapToInt(unit -> unit.leaders().orElse(0)).toArray();
        for (int i = 0; i < hosts.size(); i++) {
            int host = hosts.get(i);
            if (host != i) {
                Institution unit = units.get(i);
                posts[i] = reform.branches() ? unit.posts() - Consolidated.share(reform.freedShare(), unit.posts()) : 0;
                posts[host] += unit.posts() - Consolidated.share(reform.freedShare(), unit.posts()) - posts[i];
                leaders[host] +=
                        Consolidated.share(reform.leadersShare(), unit.leaders().orElse(0));
                leaders[i] = 0;
            }
        }
        Map<String, Institution> after = new LinkedHashMap<>();
        for (int i = 0; i < hosts.size(); i++) {
            int host = hosts.get(i);
            Institution unit = units.get(i);
            boolean counts = unit.leaders().isPresent() || leaders[i] > 0;
            after.put(
                    unit.id(),
                    unit.with(
                            posts[i],
                            counts ? OptionalInt.of(leaders[i]) : OptionalInt.empty(),
                            host == i
                                    ? Optional.empty()
                                    : Optional.of(units.get(host).id())));
        }
        after.values()
                .forEach(unit -> unit.mergedInto()
                        .ifPresent(host -> edit.terms =
                                edit.terms.withDuties(edit.terms.duties().passed(Set.of(unit.id()), host))));
        edit.institutions.replaceAll(unit -> after.getOrDefault(unit.id(), moved(unit, after)));
        Pool pool = edit.pool(reform.pool()).orElseThrow();
        edit.resizePool(pool.id(), pool.size() + consolidated.choice().freed());
    }

    /** A unit that merged before, and a branch, goes along with its host. */
    private static Institution moved(Institution unit, Map<String, Institution> after) {
        return unit.mergedInto()
                .map(after::get)
                .flatMap(Institution::mergedInto)
                .map(host -> unit.with(unit.posts(), unit.leaders(), Optional.of(host)))
                .orElse(unit);
    }
}
