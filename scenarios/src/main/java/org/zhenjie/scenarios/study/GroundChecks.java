package org.zhenjie.scenarios.study;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.zhenjie.gis.network.RoadNetwork;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.scenarios.problem.Problems;
import org.zhenjie.scenarios.study.Study.Settlement;
import org.zhenjie.scenarios.study.Study.Town;
import org.zhenjie.scenarios.travel.Measure;
import org.zhenjie.scenarios.travel.RoadWays;
import org.zhenjie.scenarios.travel.TableWays;
import org.zhenjie.scenarios.travel.Ways;

/** What settlements and ways say of the rest of a study. */
final class GroundChecks {
    private static final int EXAMPLES = 5;

    private final Study study;
    private final Problems problems;

    GroundChecks(Study study, Problems problems) {
        this.study = study;
        this.problems = problems;
    }

    /**
     * Checks them.
     *
     * @param settlements where the settlements come from
     * @param roads where the roads come from
     * @param distances where the table of distances comes from
     */
    void check(Where settlements, Where roads, Where distances) {
        settlements(settlements);
        Ways ways = study.ground().ways();
        if (ways instanceof TableWays table) {
            missing(table, distances);
            ways = table.otherwise();
        }
        if (ways instanceof RoadWays over) {
            network(over.network(), roads);
        }
    }

    private void settlements(Where where) {
        TownFinder finder = new TownFinder(study.towns());
        List<String> outside = study.ground().settlements().stream()
                .filter(one -> finder.position(one.location()).isEmpty())
                .map(Settlement::id)
                .toList();
        if (!outside.isEmpty()) {
            problems.warning("settlement.outside", where, outside.size(), examples(outside));
        }
    }

    private void missing(TableWays table, Where where) {
        BlockChoices choices = new BlockChoices(study);
        List<String> pairs = new ArrayList<>();
        study.blocks()
                .forEach(block -> choices.destinations(block).stream()
                        .filter(town -> table.known(block.place(), town.place(), Measure.METRES)
                                .isEmpty())
                        .forEach(town -> pairs.add(block.id() + " – " + town.code())));
        if (!pairs.isEmpty()) {
            String otherwise = table.otherwise() instanceof RoadWays ? "distances.missingRoads" : "distances.missing";
            problems.warning(otherwise, where, pairs.size(), examples(pairs));
        }
    }

    private record Thing(String id, Coordinate at) {}

    private void network(RoadNetwork network, Where where) {
        List<Integer> parts = network.partSizes();
        if (parts.size() > 1) {
            int all = parts.stream().mapToInt(Integer::intValue).sum();
            problems.warning("roads.parts", where, parts.size(), all - parts.get(0), all);
        }
        List<String> off = new ArrayList<>();
        List<String> apart = new ArrayList<>();
        Stream.of(
                        study.towns().stream().map(this::seat),
                        study.servicePoints().stream()
                                .map(one -> new Thing(one.id(), one.location().getCoordinate())),
                        study.blocks().stream().map(one -> new Thing(one.id(), one.home())))
                .flatMap(things -> things)
                .forEach(thing -> {
                    var part = network.part(thing.at());
                    if (part.isEmpty()) {
                        off.add(thing.id());
                    } else if (part.getAsInt() > 0) {
                        apart.add(thing.id());
                    }
                });
        if (!off.isEmpty()) {
            problems.warning("roads.far", where, off.size(), examples(off));
        }
        if (!apart.isEmpty()) {
            problems.warning("roads.apart", where, apart.size(), examples(apart));
        }
    }

    private Thing seat(Town town) {
        return new Thing(town.code(), town.seat().getCoordinate());
    }

    private static List<String> examples(List<String> all) {
        return all.size() <= EXAMPLES
                ? all
                : Stream.concat(all.stream().limit(EXAMPLES), Stream.of("…")).toList();
    }
}
