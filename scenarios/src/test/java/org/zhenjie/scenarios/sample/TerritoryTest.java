package org.zhenjie.scenarios.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.zhenjie.scenarios.sample.Facts.CountyFact;
import org.zhenjie.scenarios.sample.Facts.SketchCorner;
import org.zhenjie.scenarios.sample.Facts.TownFact;
import org.zhenjie.scenarios.sample.Territory.Area;
import org.zhenjie.scenarios.study.Name;
import org.zhenjie.scenarios.study.TownKind;

/** The made map of the sample study. */
class TerritoryTest {
    private static final Territory MAP = draw(SampleSpec.HAIBIN);

    private static Territory draw(SampleSpec spec) {
        return Territory.draw(spec, Facts.haibin());
    }

    @Test
    void towns_cover_the_city_without_gaps_or_overlaps() {
        Geometry[] towns = MAP.towns().stream().map(Area::boundary).toArray(Geometry[]::new);

        assertThat(towns).hasSize(51).allMatch(Geometry::isValid);
        assertThat(CoverageValidator.isValid(towns)).isTrue();
        Geometry city = CoverageUnion.union(towns);
        assertThat(city instanceof Polygon whole ? whole.getNumInteriorRing() : -1)
                .isZero();
    }

    @Test
    void each_town_is_one_piece_around_its_seat() {
        GeometryFactory factory = new GeometryFactory();
        assertThat(MAP.towns()).allMatch(town -> town.boundary().contains(factory.createPoint(town.seat())));
    }

    @Test
    void counties_are_one_piece_each_and_made_of_their_towns() {
        assertThat(MAP.counties()).hasSize(4).allMatch(Polygon.class::isInstance);
        Geometry[] counties = MAP.counties().toArray(Geometry[]::new);
        assertThat(CoverageUnion.union(counties).getArea())
                .isEqualTo(
                        MAP.towns().stream()
                                .mapToDouble(town -> town.boundary().getArea())
                                .sum(),
                        within());
    }

    @Test
    void areas_are_those_of_a_real_city() {
        assertThat(MAP.towns().stream().mapToDouble(Area::km2).sum()).isBetween(4_500.0, 5_200.0);
        assertThat(MAP.towns()).allMatch(town -> town.km2() > 10 && town.km2() < 250);
        assertThat(MAP.towns().stream().filter(town -> town.coastKm() > 0).count())
                .isBetween(12L, 25L);
    }

    @Test
    void coordinates_are_whole_millionths_of_a_degree() {
        List<Coordinate> corners = MAP.towns().stream()
                .flatMap(town -> List.of(town.boundary().getCoordinates()).stream())
                .toList();
        assertThat(corners).allMatch(corner -> corner.x == Plane.round(corner.x) && corner.y == Plane.round(corner.y));
    }

    @Test
    void the_same_seed_draws_the_same_map_and_another_seed_another() {
        assertThat(draw(SampleSpec.HAIBIN).towns()).isEqualTo(MAP.towns());
        SampleSpec other = new SampleSpec(
                SampleSpec.HAIBIN.mapSeed() + 1,
                SampleSpec.HAIBIN.staffSeed(),
                SampleSpec.HAIBIN.cellKm2(),
                SampleSpec.HAIBIN.heldPosts(),
                SampleSpec.HAIBIN.devolvedPosts());
        assertThat(draw(other).towns()).isNotEqualTo(MAP.towns());
    }

    @Test
    void what_is_known_is_kept_and_what_is_made_is_marked() {
        Facts facts = Facts.haibin();
        assertThat(facts.towns().stream().filter(town -> town.seat().isPresent()))
                .hasSize(45)
                .allMatch(town -> town.seatSource().startsWith("GeoNames "));
        assertThat(facts.towns().stream().filter(town -> town.people().isPresent()))
                .hasSize(12)
                .allMatch(town -> town.peopleSource().equals("census 2020")
                        && town.county().equals("441521"));
        assertThat(facts.towns().stream().filter(town -> town.seat().isEmpty()))
                .allMatch(town -> town.seatSource().equals(Facts.MADE));
    }

    @Test
    void a_whole_province_is_drawn_the_same_way() {
        Random dice = new Random(4);
        List<TownFact> towns = IntStream.range(0, 1_600)
                .mapToObj(i -> new TownFact(
                        "T" + i,
                        new Name("镇" + i, "Town " + i),
                        TownKind.TOWN,
                        "C",
                        Optional.of(new Coordinate(110 + dice.nextDouble() * 6, 21 + dice.nextDouble() * 3.5)),
                        Facts.MADE,
                        Optional.empty(),
                        OptionalLong.empty(),
                        Facts.MADE))
                .toList();
        List<SketchCorner> sketch = List.of(
                new SketchCorner(new Coordinate(109.8, 20.8), true),
                new SketchCorner(new Coordinate(116.2, 20.8), false),
                new SketchCorner(new Coordinate(116.2, 24.7), false),
                new SketchCorner(new Coordinate(109.8, 24.7), false));
        Facts facts = new Facts(List.of(new CountyFact("C", new Name("省", "Province"), "T0")), towns, sketch);

        Territory province = Territory.draw(new SampleSpec(1, 1, 2.5, 0, 0), facts);

        Geometry[] polygons = province.towns().stream().map(Area::boundary).toArray(Geometry[]::new);
        assertThat(CoverageValidator.isValid(polygons)).isTrue();
        assertThat(polygons).hasSize(1_600);
        assertThat(List.of(polygons).stream().filter(Geometry::isEmpty).count()).isZero();
    }

    private static Offset<Double> within() {
        return Offset.offset(1e-9);
    }
}
