package org.zhenjie.gis.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.locationtech.jts.geom.Geometry;

/**
 * Which new unit comes from which old one.
 *
 * @param pieces in the order of the old units, then of the new ones; the shares of each old unit sum to 1
 */
public record Lineage(List<Piece> pieces) {

    public Lineage {
        pieces = List.copyOf(pieces);
    }

    /**
     * What one old unit gives to one new unit.
     *
     * @param from code of the old unit
     * @param to code of the new unit
     * @param area the land that it is about
     * @param areaShare its share of the old unit's area, 0 to 1
     * @param peopleShare its share of the old unit's people, 0 to 1; that of the area where nothing is known of the people
     */
    public record Piece(String from, String to, Geometry area, double areaShare, double peopleShare) {}

    /** Land that one old unit gives to one new unit. */
    record Land(String from, String to, Geometry area) {}

    static Lineage of(List<Land> lands, People people) {
        Map<String, Double> areas = sums(lands, Land::from, land -> land.area().getArea());
        Map<String, Double> heads = sums(lands, Land::from, land -> people.in(land.area()));
        List<Piece> pieces = new ArrayList<>();
        for (Land land : lands) {
            double area = land.area().getArea() / areas.get(land.from());
            double all = heads.get(land.from());
            double head = all > 0 ? people.in(land.area()) / all : area;
            pieces.add(new Piece(land.from(), land.to(), land.area(), area, head));
        }
        return new Lineage(pieces);
    }

    private static Map<String, Double> sums(List<Land> lands, Function<Land, String> by, Function<Land, Double> value) {
        Map<String, Double> sums = new LinkedHashMap<>();
        lands.forEach(land -> sums.merge(by.apply(land), value.apply(land), Double::sum));
        return sums;
    }

    /** The lineage of the way back. */
    Lineage reversed(People people) {
        return of(
                pieces.stream()
                        .map(piece -> new Land(piece.to(), piece.from(), piece.area()))
                        .toList(),
                people);
    }
}
