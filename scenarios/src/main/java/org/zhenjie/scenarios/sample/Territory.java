package org.zhenjie.scenarios.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.zhenjie.scenarios.sample.Facts.CountyFact;
import org.zhenjie.scenarios.sample.Facts.TownFact;
import org.zhenjie.scenarios.study.TownKind;

/**
 * The made map: a seat and a polygon for each town, counties as unions of their towns. Longitudes and latitudes, rounded to
 * a millionth of a degree.
 *
 * @param towns in the order of the facts
 * @param counties in the order of the facts
 */
record Territory(Plane plane, List<Area> towns, List<Geometry> counties) {
    private static final double SIMPLIFY_DEGREES = 0.0017;

    /**
     * A town on the map.
     *
     * @param seat inside the boundary
     * @param seatSource where the seat is known from, or {@link Facts#MADE}
     * @param km2 area of the boundary
     * @param coastKm length of its shore
     */
    record Area(TownFact fact, Coordinate seat, String seatSource, Polygon boundary, double km2, double coastKm) {}

    /** Draws the map of the facts. */
    static Territory draw(SampleSpec spec, Facts facts) {
        Envelope middle = new Envelope();
        facts.sketch().forEach(corner -> middle.expandToInclude(corner.lonLat()));
        Plane plane = new Plane(Plane.round(middle.centre().x), Plane.round(middle.centre().y));
        Outline sketch = Outline.of(facts.sketch(), plane);
        Polygon outline = sketch.land(Dice.of(spec.mapSeed(), "outline"));
        List<Coordinate> placed = new Seats(facts, plane, outline).place(Dice.of(spec.mapSeed(), "seats"));
        Envelope extent = outline.getEnvelopeInternal();
        placed.forEach(extent::expandToInclude);
        extent.expandBy(2);
        Lattice lattice = new Lattice(spec.mapSeed(), extent, spec.cellKm2());
        List<Coordinate> seats = Seats.apart(lattice, placed);
        Land land = Land.of(lattice, outline, seats);
        int[] owner = new Growth(spec.mapSeed(), lattice, land, seats).towns(taste(spec, facts));
        Geometry[] polygons =
                CoverageSimplifier.simplify(polygons(lattice, owner, seats.size(), plane), SIMPLIFY_DEGREES);
        double[] coast = new Shore(sketch, plane).kilometres(polygons);
        List<Area> towns = new ArrayList<>();
        for (int i = 0; i < polygons.length; i++) {
            TownFact fact = facts.towns().get(i);
            polygons[i].normalize();
            towns.add(new Area(
                    fact,
                    plane.toLonLat(seats.get(i)),
                    seats.get(i).equals2D(placed.get(i)) ? fact.seatSource() : Facts.MADE,
                    (Polygon) polygons[i],
                    polygons[i].getArea() * plane.km2PerSquareDegree(),
                    coast[i]));
        }
        List<Geometry> counties =
                facts.counties().stream().map(county -> union(county, towns)).toList();
        return new Territory(plane, towns, counties);
    }

    private static double[] taste(SampleSpec spec, Facts facts) {
        Random dice = Dice.of(spec.mapSeed(), "taste");
        return facts.towns().stream()
                .mapToDouble(town ->
                        (town.kind() == TownKind.STREET ? 0.55 : 1) * StrictMath.exp(dice.nextGaussian() * 0.25))
                .toArray();
    }

    private static Geometry[] polygons(Lattice lattice, int[] owner, int towns, Plane plane) {
        int[] count = new int[towns];
        Arrays.stream(owner).filter(town -> town >= 0).forEach(town -> count[town]++);
        int[][] cells = new int[towns][];
        Arrays.setAll(cells, town -> new int[count[town]]);
        for (int cell = owner.length - 1; cell >= 0; cell--) {
            if (owner[cell] >= 0) {
                cells[owner[cell]][--count[owner[cell]]] = cell;
            }
        }
        Geometry[] polygons = new Geometry[towns];
        for (int i = 0; i < towns; i++) {
            int town = i;
            polygons[i] = lattice.polygon(cells[i], cell -> cell >= 0 && owner[cell] == town, plane);
        }
        return polygons;
    }

    private static Geometry union(CountyFact county, List<Area> towns) {
        Geometry union = CoverageUnion.union(towns.stream()
                .filter(town -> town.fact().county().equals(county.code()))
                .map(Area::boundary)
                .toArray(Geometry[]::new));
        union.normalize();
        return union;
    }
}
