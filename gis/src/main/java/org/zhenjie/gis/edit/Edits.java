package org.zhenjie.gis.edit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.zhenjie.gis.coverage.Adjacency;
import org.zhenjie.gis.coverage.Coverages;
import org.zhenjie.gis.coverage.SharedBorder;
import org.zhenjie.gis.edit.Lineage.Land;
import org.zhenjie.gis.problem.GisMessages;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;

/**
 * Applies edits to a coverage. Where borders matched before, they match afterwards: vertices that an edit makes on a shared
 * border are put into the neighbour too, and no other vertex moves.
 */
public final class Edits {
    /** A part has to be larger than this, m². */
    public static final double LEAST_AREA = 1;

    private final Coverage before;
    private final People people;

    private Edits(Coverage before, People people) {
        this.before = before;
        this.people = people;
    }

    /**
     * A coverage after an edit.
     *
     * @param people how people lie over the land, for their shares in the lineage
     * @throws InputException if the edit makes no sense for the coverage: an unknown or taken code, units that are no
     *     neighbours, a line that does not cross the unit, a part that is empty or everything, a result that is not valid
     */
    public static Edited apply(Coverage coverage, Edit edit, People people) {
        Edits edits = new Edits(coverage, people);
        if (edit instanceof Edit.Merge merge) {
            return edits.merge(merge);
        } else if (edit instanceof Edit.Split split) {
            return edits.split(split);
        } else if (edit instanceof Edit.Move move) {
            return edits.move(move);
        }
        return edits.restore((Edit.Restore) edit);
    }

    /**
     * The part of a unit that a cut marks off, e.g. to annex it into a zone, which leaves the coverage as it is.
     *
     * @param cut an area, or a line with a side
     * @throws InputException if the part is empty, or the line does not cross the unit
     */
    public static Geometry part(Geometry unit, Cut cut) {
        Parts parts = Cutter.cut(unit, cut);
        if (cut instanceof Cut.Line line) {
            requireBoth(parts, "");
            return parts.of(line.side().orElseThrow(() -> problem("edit.needsSide", "")));
        }
        require(parts.left().getArea() > LEAST_AREA, "edit.partEmpty", "");
        return parts.left();
    }

    private Edited merge(Edit.Merge merge) {
        Set<String> gone = new HashSet<>(merge.units());
        require(gone.size() > 1, "edit.mergeFew", merge.into());
        Map<String, Geometry> members = new LinkedHashMap<>();
        merge.units().forEach(code -> members.put(code, unit(code)));
        requireFree(merge.into(), gone);
        apart(members).ifPresent(code -> fail("edit.apart", code));
        Geometry whole = Coverages.dissolve(List.copyOf(members.values()));
        List<Land> lands = new ArrayList<>();
        members.forEach((code, area) -> lands.add(new Land(code, merge.into(), area)));
        return edited(gone, merge.units().get(0), Map.of(merge.into(), whole), lands, Set.of());
    }

    private Edited split(Edit.Split split) {
        Geometry unit = unit(split.unit());
        require(!split.left().equals(split.right()), "edit.codeTwice", split.left());
        requireFree(split.left(), Set.of(split.unit()));
        requireFree(split.right(), Set.of(split.unit()));
        Parts parts = Cutter.cut(unit, split.cut());
        requireBoth(parts, split.unit());
        Map<String, Geometry> now = new LinkedHashMap<>();
        now.put(split.left(), parts.left());
        now.put(split.right(), parts.right());
        List<Land> lands = new ArrayList<>();
        now.forEach((code, area) -> lands.add(new Land(split.unit(), code, area)));
        return edited(Set.of(split.unit()), split.unit(), now, lands, parts.nodes());
    }

    private Edited move(Edit.Move move) {
        Geometry from = unit(move.from());
        Geometry to = unit(move.to());
        require(!move.from().equals(move.to()), "edit.codeTwice", move.to());
        Parts parts = Cutter.cut(from, move.cut());
        Geometry receiver = new NodeInsertion(parts.nodes()).into(to);
        Side side = side(move, parts, receiver);
        Geometry part = parts.of(side);
        Geometry rest = parts.of(side == Side.LEFT ? Side.RIGHT : Side.LEFT);
        require(part.getArea() > LEAST_AREA, "edit.partEmpty", move.from());
        require(rest.getArea() > LEAST_AREA, "edit.partWhole", move.from());
        require(borders(part, receiver), "edit.apart", move.to());
        List<Land> lands = List.of(
                new Land(move.from(), move.from(), rest),
                new Land(move.from(), move.to(), part),
                new Land(move.to(), move.to(), receiver));
        Map<String, Geometry> now = new LinkedHashMap<>();
        now.put(move.from(), rest);
        now.put(move.to(), Coverages.dissolve(List.of(receiver, part)));
        return edited(Set.of(), "", now, lands, parts.nodes());
    }

    /** Of a line without a side, the part that borders the neighbour. */
    private static Side side(Edit.Move move, Parts parts, Geometry receiver) {
        if (move.cut() instanceof Cut.Line line) {
            requireBoth(parts, move.from());
            return line.side().orElseGet(() -> {
                boolean left = borders(parts.left(), receiver);
                require(left || borders(parts.right(), receiver), "edit.apart", move.to());
                require(!left || !borders(parts.right(), receiver), "edit.needsSide", move.from());
                return left ? Side.LEFT : Side.RIGHT;
            });
        }
        return Side.LEFT;
    }

    private Edited restore(Edit.Restore restore) {
        require(before.equals(restore.after()), "edit.notLast", "");
        Edit.Restore again =
                new Edit.Restore(before, restore.before(), restore.lineage().reversed(people));
        return new Edited(restore.before(), again, restore.lineage());
    }

    /**
     * The new coverage with the new units in it.
     *
     * @param gone codes that end, but for those among the new units
     * @param place code whose place in the order units get that are new
     * @param now new and changed units
     * @param nodes new vertices on borders
     */
    private Edited edited(
            Set<String> gone, String place, Map<String, Geometry> now, List<Land> lands, Set<Coordinate> nodes) {
        now.forEach((code, area) -> require(area.isValid() && area.getDimension() == 2, "edit.invalid", code));
        NodeInsertion insertion = new NodeInsertion(nodes);
        Map<String, Geometry> units = new LinkedHashMap<>();
        before.units().forEach((code, area) -> {
            if (code.equals(place)) {
                units.putAll(now);
            } else if (now.containsKey(code) && !gone.contains(code)) {
                units.put(code, now.get(code));
            } else if (!gone.contains(code)) {
                units.put(code, insertion.into(area));
            }
        });
        Lineage lineage = Lineage.of(lands, people);
        Coverage after = new Coverage(units);
        return new Edited(after, new Edit.Restore(before, after, lineage.reversed(people)), lineage);
    }

    private Geometry unit(String code) {
        return before.unit(code).orElseThrow(() -> problem("edit.unknownUnit", code));
    }

    private void requireFree(String code, Set<String> gone) {
        require(gone.contains(code) || before.unit(code).isEmpty(), "edit.codeTaken", code);
    }

    private static void requireBoth(Parts parts, String unit) {
        boolean both = parts.left().getArea() > LEAST_AREA && parts.right().getArea() > LEAST_AREA;
        require(both, "edit.noCut", unit);
    }

    private static boolean borders(Geometry a, Geometry b) {
        return !Adjacency.of(List.of(a, b)).isEmpty();
    }

    /** A member that no chain of shared borders joins to the first one. */
    private static Optional<String> apart(Map<String, Geometry> members) {
        List<String> codes = List.copyOf(members.keySet());
        List<SharedBorder> borders = Adjacency.of(List.copyOf(members.values()));
        Set<Integer> reached = new TreeSet<>(Set.of(0));
        boolean grew = true;
        while (grew) {
            grew = false;
            for (SharedBorder border : borders) {
                if (reached.contains(border.i()) || reached.contains(border.j())) {
                    grew |= reached.add(border.i()) | reached.add(border.j());
                }
            }
        }
        return codes.stream()
                .filter(code -> !reached.contains(codes.indexOf(code)))
                .findFirst();
    }

    private static void require(boolean holds, String key, String unit) {
        if (!holds) {
            fail(key, unit);
        }
    }

    private static void fail(String key, String unit) {
        throw problem(key, unit);
    }

    private static InputException problem(String key, String unit) {
        Where where = unit.isEmpty() ? Where.nowhere() : Where.nowhere().value(unit);
        return new InputException(Problem.error(GisMessages.BUNDLE, key, where));
    }
}
