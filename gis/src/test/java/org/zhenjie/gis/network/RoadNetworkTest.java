package org.zhenjie.gis.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/**
 * Ways that are reckoned by hand, over
 *
 * <pre>
 *   (0,1000)----(1000,1000)       the north road joins the east road
 *      |             |            the west road crosses nothing
 *   (0,0)-------(1000,0)----(3000,0)
 * </pre>
 */
class RoadNetworkTest {
    private static Road road(double speed, double... places) {
        Coordinate[] vertices = new Coordinate[places.length / 2];
        Arrays.setAll(vertices, i -> new Coordinate(places[2 * i], places[2 * i + 1]));
        LineString line = new GeometryFactory().createLineString(vertices);
        return new Road(line, line.getLength(), line.getLength() / 1000 / speed * 60);
    }

    private static final List<Road> SQUARE = List.of(
            road(60, 0, 0, 1000, 0, 3000, 0), road(30, 1000, 0, 1000, 1000), road(60, 1000, 1000, 0, 1000, 0, 0));

    private static double metres(RoadNetwork network, double x0, double y0, double x1, double y1) {
        return network.lengths(new Coordinate(x0, y0), List.of(new Coordinate(x1, y1)), Cost.METRES)[0];
    }

    private static double minutes(RoadNetwork network, double x0, double y0, double x1, double y1) {
        return network.lengths(new Coordinate(x0, y0), List.of(new Coordinate(x1, y1)), Cost.MINUTES)[0];
    }

    @Test
    void the_shortest_way_counts_the_walk_to_the_road_and_the_road() {
        RoadNetwork network = new RoadNetwork(SQUARE, 500);
        // 100 m down to the road at (1000, 800), 800 m south, 1000 m east, 50 m up
        assertThat(metres(network, 1100, 800, 2000, 50)).isCloseTo(100 + 800 + 1000 + 50, within(1e-9));
        // from the middle of the north road to the middle of the south road: both ways round are as long
        assertThat(metres(network, 500, 1000, 500, 0)).isCloseTo(2000, within(1e-9));
    }

    @Test
    void the_quickest_way_may_be_another_one_than_the_shortest() {
        RoadNetwork network = new RoadNetwork(SQUARE, 500);
        // by the slow road 1.1 km: 0.1 km at 60, 1 km at 30 = 2.1 min; around 2.9 km at 60 = 2.9 min
        assertThat(minutes(network, 900, 1000, 1000, 0)).isCloseTo(2.1, within(1e-9));
        // 0.4 km at 60 and 1 km at 30 and 0.4 km at 60 = 2.8 min; around 0.6 + 1 + 0.6 = 2.2 min
        assertThat(minutes(network, 600, 1000, 600, 0)).isCloseTo(2.2, within(1e-9));
        assertThat(metres(network, 600, 1000, 600, 0)).isCloseTo(1800, within(1e-9));
        // 100 m are walked at 5 km/h
        assertThat(minutes(network, 1100, 500, 1000, 500)).isCloseTo(1.2, within(1e-9));
    }

    @Test
    void two_places_on_one_stretch_go_straight_along_it() {
        RoadNetwork network = new RoadNetwork(SQUARE, 500);
        assertThat(metres(network, 1200, 0, 1700, 20)).isCloseTo(520, within(1e-9));
        assertThat(metres(network, 1200, 5, 1200, 5)).isZero();
    }

    @Test
    void a_place_far_from_every_road_has_no_way() {
        RoadNetwork network = new RoadNetwork(SQUARE, 500);
        assertThat(metres(network, 2000, 501, 0, 0)).isInfinite();
        assertThat(metres(network, 2000, 500, 2000, 0)).isCloseTo(500, within(1e-9));
        assertThat(network.part(new Coordinate(2000, 501))).isEmpty();
    }

    @Test
    void a_road_that_ends_by_another_one_joins_it_and_one_that_crosses_without_a_vertex_does_not() {
        List<Road> roads = new ArrayList<>(SQUARE);
        roads.add(road(60, 2000.4, -0.5, 2000, -700));
        RoadNetwork joined = new RoadNetwork(roads, 100);
        assertThat(metres(joined, 2000, -700, 3000, 0)).isCloseTo(700 + 1000, within(2.0));
        assertThat(joined.partSizes()).hasSize(1);
        roads.set(3, road(60, 2000, 700, 2000, -700));
        RoadNetwork bridge = new RoadNetwork(roads, 100);
        assertThat(metres(bridge, 2000, -700, 3000, 0)).isInfinite();
        assertThat(bridge.partSizes()).hasSize(2);
        assertThat(bridge.part(new Coordinate(2000, -600))).hasValue(1);
        assertThat(bridge.part(new Coordinate(0, 10))).hasValue(0);
    }

    @Test
    void a_length_that_is_given_wins_over_that_of_the_line() {
        LineString line = SQUARE.get(0).line();
        RoadNetwork network = new RoadNetwork(List.of(new Road(line, 6000, 6)), 100);
        assertThat(metres(network, 0, 0, 1500, 0)).isCloseTo(3000, within(1e-9));
    }

    @Test
    void the_way_back_is_as_long_and_no_way_around_is_shorter() {
        Random random = new Random(7);
        List<Road> roads = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            int x = random.nextInt(8) * 500;
            int y = random.nextInt(8) * 500;
            boolean across = random.nextBoolean();
            roads.add(road(20 + random.nextInt(60), x, y, across ? x + 500 : x, across ? y : y + 500));
        }
        RoadNetwork network = new RoadNetwork(roads, 400);
        List<Coordinate> places = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            places.add(new Coordinate(random.nextDouble() * 4000, random.nextDouble() * 4000));
        }
        for (Cost cost : Cost.values()) {
            double[][] ways = places.stream()
                    .map(place -> network.lengths(place, places, cost))
                    .toArray(double[][]::new);
            for (int i = 0; i < ways.length; i++) {
                for (int j = 0; j < ways.length; j++) {
                    assertThat(ways[i][j]).isEqualTo(ways[j][i], within(1e-6));
                    if (cost == Cost.METRES) {
                        assertThat(ways[i][j])
                                .isGreaterThanOrEqualTo(places.get(i).distance(places.get(j)) - 1e-6);
                    }
                }
            }
        }
    }
}
