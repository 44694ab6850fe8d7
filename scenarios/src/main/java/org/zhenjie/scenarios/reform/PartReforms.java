package org.zhenjie.scenarios.reform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.zhenjie.gis.crs.Crs;
import org.zhenjie.gis.crs.GeometryTransform;
import org.zhenjie.gis.edit.Cut;
import org.zhenjie.gis.edit.Edit;
import org.zhenjie.gis.edit.Edited;
import org.zhenjie.gis.edit.Edits;
import org.zhenjie.gis.edit.Lineage.Piece;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.scenarios.problem.Problems;
import org.zhenjie.scenarios.reform.Reform.ExtendZone;
import org.zhenjie.scenarios.reform.Reform.MovePart;
import org.zhenjie.scenarios.reform.Reform.SplitTown;
import org.zhenjie.scenarios.reform.Reform.TownPart;
import org.zhenjie.scenarios.reform.Reform.Unit;
import org.zhenjie.scenarios.study.Study.Decision;
import org.zhenjie.scenarios.study.Study.Decision.BlockGoes;
import org.zhenjie.scenarios.study.Study.Decision.BlockNotTo;
import org.zhenjie.scenarios.study.Study.Decision.DepartmentNotTo;
import org.zhenjie.scenarios.study.Study.Decision.GrantWithin;
import org.zhenjie.scenarios.study.Study.Held;
import org.zhenjie.scenarios.study.Study.Settlement;
import org.zhenjie.scenarios.study.Study.StaffBlock;
import org.zhenjie.scenarios.study.Study.Town;
import org.zhenjie.scenarios.study.Study.Zone;

/**
 * Towns that are split or give a part to a neighbour, and parts of towns that join a zone. People, posts and indicators follow
 * the lineage; what named the town goes on with the part that keeps its code, else with the one that its seat lies in. Bans
 * hold in both parts.
 */
final class PartReforms {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final StudyEdit edit;
    private final Problems problems;
    private final Where where;
    private final GeometryTransform metres;

    PartReforms(StudyEdit edit, Problems problems, Where where) {
        this.edit = edit;
        this.problems = problems;
        this.where = where;
        this.metres = Crs.between(Crs.decode(Crs.WGS84), Crs.decode(edit.crs()));
    }

    void split(SplitTown reform) {
        Town town = town(reform.town()).orElse(null);
        if (town == null) {
            return;
        }
        tried(() -> {
            Cut.Line line = (Cut.Line) metric(reform.line());
            Edit split = new Edit.Split(
                    town.code(), line, reform.left().code(), reform.right().code());
            split(town, reform, Edits.apply(edit.coverage(), split, edit.people()));
        });
    }

    private void split(Town town, SplitTown reform, Edited edited) {
        List<Unit> units = List.of(reform.left(), reform.right());
        Map<String, Geometry> boundaries = edited.coverage().units();
        Inheritance inheritance = edit.inheritance(edited.lineage());
        String main = units.stream()
                .map(Unit::code)
                .filter(town.code()::equals)
                .findFirst()
                .orElseGet(() -> boundaries.get(reform.left().code()).covers(town.seat())
                        ? reform.left().code()
                        : reform.right().code());
        int errors = problems.errors();
        List<Town> parts = units.stream()
                .map(unit -> new Town(
                        unit.code(),
                        unit.name(),
                        unit.kind(),
                        town.county(),
                        boundaries.get(unit.code()),
                        seat(town, unit, boundaries.get(unit.code())),
                        inheritance.people(unit.code()),
                        inheritance.attributes(unit.code())))
                .toList();
        if (problems.errors() > errors) {
            return;
        }
        List<Held> held = inheritance.held(edit.held);
        int position = edit.towns.indexOf(town);
        edit.towns.remove(position);
        edit.towns.addAll(position, parts);
        follow(edited, held, List.of(town));
        rename(town, main, parts);
    }

    void move(MovePart reform) {
        Town from = town(reform.from()).orElse(null);
        Town to = town(reform.to()).orElse(null);
        if (from == null || to == null) {
            return;
        }
        if (!from.county().equals(to.county())) {
            problems.error("reform.moveCounties", where.value(from.code()), List.of(from.county(), to.county()));
            return;
        }
        tried(() -> {
            Edit move = new Edit.Move(from.code(), to.code(), metric(reform.part()));
            Edited edited = Edits.apply(edit.coverage(), move, edit.people());
            Inheritance inheritance = edit.inheritance(edited.lineage());
            List<Held> held = inheritance.held(edit.held);
            Map<String, Town> now = new LinkedHashMap<>();
            for (Town town : List.of(from, to)) {
                Geometry boundary = edited.coverage().units().get(town.code());
                now.put(
                        town.code(),
                        new Town(
                                town.code(),
                                town.name(),
                                town.kind(),
                                town.county(),
                                boundary,
                                keptSeat(town, boundary),
                                inheritance.people(town.code()),
                                inheritance.attributes(town.code())));
            }
            edit.towns.replaceAll(town -> now.getOrDefault(town.code(), town));
            follow(edited, held, List.of(from, to));
        });
    }

    /** Neighbours get the vertices that the cut made on their border; posts and zones follow the land. */
    private void follow(Edited edited, List<Held> held, List<Town> before) {
        Map<String, Geometry> boundaries = edited.coverage().units();
        edit.towns.replaceAll(town -> boundaries.get(town.code()) == town.boundary()
                ? town
                : new Town(
                        town.code(),
                        town.name(),
                        town.kind(),
                        town.county(),
                        boundaries.get(town.code()),
                        town.seat(),
                        town.people(),
                        town.attributes()));
        Set<String> old = before.stream().map(Town::code).collect(Collectors.toSet());
        edit.held.removeIf(one -> old.contains(one.town()));
        edit.held.addAll(held);
        ZoneLand land = new ZoneLand(edit);
        edit.zones.replaceAll(zone -> land.after(zone, edited.lineage()));
        if (before.stream().allMatch(town -> town.boundary().getNumGeometries() == 1)) {
            edited.lineage().pieces().stream()
                    .map(Piece::to)
                    .distinct()
                    .filter(code -> boundaries.get(code).getNumGeometries() > 1)
                    .forEach(code -> problems.warning(
                            "reform.severalPieces",
                            where.value(code),
                            boundaries.get(code).getNumGeometries()));
        }
    }

    private Point seat(Town town, Unit unit, Geometry boundary) {
        if (unit.seat().isEmpty()) {
            return boundary.covers(town.seat()) ? town.seat() : placeIn(boundary);
        }
        Coordinate given = unit.seat().get();
        Point seat = (Point) metres.apply(FACTORY.createPoint(given));
        if (!boundary.covers(seat)) {
            problems.error("reform.seatOutside", where.value(given.x + ", " + given.y), unit.code());
        }
        return seat;
    }

    private Point keptSeat(Town town, Geometry boundary) {
        if (boundary.covers(town.seat()) || !town.boundary().covers(town.seat())) {
            return town.seat();
        }
        problems.warning(
                "reform.seatMoved", where.value(town.code()), town.name().both());
        return placeIn(boundary);
    }

    /** The largest settlement, else a point inside. */
    private Point placeIn(Geometry boundary) {
        return edit.study().ground().settlements().stream()
                .filter(one -> boundary.covers(one.location()))
                .max(Comparator.comparingDouble(Settlement::people))
                .map(Settlement::location)
                .orElseGet(boundary::getInteriorPoint);
    }

    private void rename(Town town, String main, List<Town> parts) {
        Set<String> codes = parts.stream().map(Town::code).collect(Collectors.toCollection(TreeSet::new));
        edit.blocks.replaceAll(block ->
                block.forbidden().contains(town.code()) || block.wishes().contains(town.code())
                        ? alsoClosed(block, town, main, codes)
                        : block);
        edit.terms = new TermsRekey(Set.of(town.code()), main, codes).of(edit.terms);
        edit.renameTowns(Set.of(town.code()), main);
        List<Decision> decisions = new ArrayList<>();
        boolean pinned = false;
        for (Decision decision : edit.decisions) {
            List<Decision> renamed = renamed(decision, town.code(), main, codes);
            pinned |= renamed.size() == 1 && !renamed.get(0).equals(decision);
            decisions.addAll(renamed);
        }
        edit.decisions.clear();
        edit.decisions.addAll(decisions);
        if (pinned) {
            problems.warning("reform.splitPins", where.value(town.code()), main);
        }
    }

    /** A town that was forbidden is so in all its parts; a wish for it is one for its main part. */
    private static StaffBlock alsoClosed(StaffBlock block, Town town, String main, Set<String> codes) {
        Set<String> forbidden = new HashSet<>(block.forbidden());
        if (forbidden.remove(town.code())) {
            forbidden.addAll(codes);
        }
        return new StaffBlock(
                block.id(),
                block.department(),
                block.quotaType(),
                block.size(),
                block.skills(),
                block.home(),
                block.farthestMetres(),
                forbidden,
                block.wishes().stream()
                        .map(wish -> wish.equals(town.code()) ? main : wish)
                        .toList());
    }

    private static List<Decision> renamed(Decision decision, String old, String main, Set<String> codes) {
        if (decision instanceof GrantWithin grant && grant.town().equals(old)) {
            List<String> towns = grant.most() == 0 ? List.copyOf(codes) : List.of(main);
            return towns.stream()
                    .<Decision>map(
                            code -> new GrantWithin(grant.pool(), code, grant.platform(), grant.least(), grant.most()))
                    .toList();
        } else if (decision instanceof BlockGoes goes && goes.town().equals(old)) {
            return List.of(new BlockGoes(goes.block(), main, goes.platform()));
        } else if (decision instanceof BlockNotTo not && not.town().equals(old)) {
            return codes.stream()
                    .<Decision>map(code -> new BlockNotTo(not.block(), code))
                    .toList();
        } else if (decision instanceof DepartmentNotTo not && not.town().equals(old)) {
            return codes.stream()
                    .<Decision>map(code -> new DepartmentNotTo(not.department(), code))
                    .toList();
        }
        return List.of(decision);
    }

    /** The parts of towns that join a zone. */
    void annex(ExtendZone reform) {
        ZoneLand land = new ZoneLand(edit);
        for (TownPart part : reform.parts()) {
            Zone zone = edit.zone(reform.zone()).orElseThrow();
            Town town = town(part.town()).orElse(null);
            if (town != null && zone.towns().contains(town.code())) {
                problems.warning(
                        "reform.alreadyInZone",
                        where.value(town.code()),
                        zone.name().both());
            } else if (town != null) {
                tried(() -> {
                    Zone larger = land.with(zone, town, Edits.part(town.boundary(), metric(part.part())));
                    edit.zones.replaceAll(one -> one.code().equals(zone.code()) ? larger : one);
                });
            }
        }
    }

    private Cut metric(Cut cut) {
        Geometry drawn = metres.apply(cut.drawn());
        return cut instanceof Cut.Line line ? new Cut.Line(drawn, line.side()) : new Cut.Area(drawn);
    }

    private void tried(Runnable step) {
        try {
            step.run();
        } catch (InputException e) {
            problems.addAll(e.map(problem ->
                            problem.at(problem.where().value().map(where::value).orElse(where)))
                    .problems());
        }
    }

    private Optional<Town> town(String code) {
        Optional<Town> town = edit.town(code);
        if (town.isEmpty()) {
            problems.error("reform.unknownTown", where.value(code));
        }
        return town;
    }
}
