package org.zhenjie.scenarios.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import org.zhenjie.scenarios.study.Study;
import org.zhenjie.scenarios.study.Study.Settlement;
import org.zhenjie.scenarios.study.Study.Town;
import org.zhenjie.scenarios.study.TownFinder;
import org.zhenjie.scenarios.travel.Place;

/**
 * Where the people of a study's towns are: in its settlements, by their shares of the town's people; in a town without
 * settlements evenly on a square grid over its area.
 *
 * @param points all of them, town by town
 * @param settled by town, whether its people are in settlements
 */
record Demand(List<Point> points, List<Boolean> settled) {
    // places in a town without settlements, about: the mean distance is then within 1 % or so of the exact one
    private static final int GRID = 100;

    /** Some people of one town. */
    record Point(int town, Place place, double people) {}

    static Demand of(Study study) {
        List<List<Settlement>> settlements = new ArrayList<>();
        study.towns().forEach(town -> settlements.add(new ArrayList<>()));
        TownFinder finder = new TownFinder(study.towns());
        for (Settlement one : study.ground().settlements()) {
            Optional<Integer> town = one.people() > 0 ? finder.position(one.location()) : Optional.empty();
            town.ifPresent(position -> settlements.get(position).add(one));
        }
        List<Point> points = new ArrayList<>();
        List<Boolean> settled = new ArrayList<>();
        for (int i = 0; i < settlements.size(); i++) {
            Town town = study.towns().get(i);
            settled.add(!settlements.get(i).isEmpty());
            points.addAll(settled.get(i) ? settled(i, town, settlements.get(i)) : spread(i, town));
        }
        return new Demand(points, settled);
    }

    private static List<Point> settled(int position, Town town, List<Settlement> settlements) {
        double all = settlements.stream().mapToDouble(Settlement::people).sum();
        return settlements.stream()
                .map(one -> new Point(
                        position,
                        Place.of(one.id(), one.location().getCoordinate()),
                        town.people() * one.people() / all))
                .toList();
    }

    private static List<Point> spread(int position, Town town) {
        Envelope extent = town.boundary().getEnvelopeInternal();
        double cell = Math.sqrt(town.boundary().getArea() / GRID);
        IndexedPointInAreaLocator area = new IndexedPointInAreaLocator(town.boundary());
        List<Coordinate> places = new ArrayList<>();
        for (double y = extent.getMinY() + cell / 2; y < extent.getMaxY(); y += cell) {
            for (double x = extent.getMinX() + cell / 2; x < extent.getMaxX(); x += cell) {
                Coordinate place = new Coordinate(x, y);
                if (area.locate(place) == Location.INTERIOR) {
                    places.add(place);
                }
            }
        }
        if (places.isEmpty()) {
            places.add(town.boundary().getInteriorPoint().getCoordinate());
        }
        double people = (double) town.people() / places.size();
        return places.stream()
                .map(place -> new Point(position, new Place(List.of(town.code()), place), people))
                .toList();
    }
}
