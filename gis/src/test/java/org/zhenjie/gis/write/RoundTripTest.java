package org.zhenjie.gis.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.zhenjie.gis.support.TestLayers;

/** Whatever is written is read again as it was. */
class RoundTripTest {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final List<OutField> FIELDS = List.of(
            new OutField("text", String.class),
            new OutField("whole", Integer.class),
            new OutField("long", Long.class),
            new OutField("real", Double.class));

    @Property(tries = 60)
    void geopackage(@ForAll("layers") List<OutFeature> features) throws IOException {
        assertSame(features, written("a.gpkg", features), 0);
    }

    @Property(tries = 60)
    void shapefile(@ForAll("layers") List<OutFeature> features) throws IOException {
        assertSame(features, written("a.shp", features), 0);
    }

    @Property(tries = 60)
    void geojson_within_its_decimals(@ForAll("layers") List<OutFeature> features) throws IOException {
        assertSame(features, written("a.geojson", features), 0.8e-7);
    }

    @Provide
    Arbitrary<List<OutFeature>> layers() {
        Arbitrary<Geometry> points = coordinates().map(FACTORY::createPoint);
        Arbitrary<Geometry> polygons = Combinators.combine(
                        coordinates(), Arbitraries.doubles().between(0.01, 0.5))
                .as((corner, side) -> TestLayers.square(corner.x, corner.y, side));
        return Arbitraries.oneOf(features(points), features(polygons));
    }

    private Arbitrary<List<OutFeature>> features(Arbitrary<Geometry> geometries) {
        return Combinators.combine(
                        geometries,
                        texts(),
                        Arbitraries.integers().injectNull(0.2),
                        Arbitraries.longs().injectNull(0.2),
                        Arbitraries.doubles().between(-1e9, 1e9).ofScale(7).injectNull(0.2))
                .as((geometry, text, whole, big, real) ->
                        new OutFeature(geometry, Arrays.asList(text, whole, big, real)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    private Arbitrary<Coordinate> coordinates() {
        return Combinators.combine(
                        Arbitraries.doubles().between(110, 120).ofScale(9),
                        Arbitraries.doubles().between(20, 25).ofScale(9))
                .as(CoordinateXY::new);
    }

    /** No blanks at the ends, which fields of fixed width cannot keep; no empty text, which is 'none' there. */
    private Arbitrary<String> texts() {
        return Arbitraries.of("镇街道甲子碣石aZ09-\"'\\,;𬺈"
                        .codePoints()
                        .mapToObj(Character::toString)
                        .toList())
                .list()
                .ofMinSize(1)
                .ofMaxSize(30)
                .map(characters -> String.join("", characters))
                .injectNull(0.2);
    }

    private static List<TestLayers.Read> written(String name, List<OutFeature> features) throws IOException {
        Path folder = Files.createTempDirectory("round-trip");
        try {
            OutLayer layer = new OutLayer("a", "EPSG:4326", FIELDS, features, Optional.empty());
            return TestLayers.read(TestLayers.write(folder.resolve(name), layer));
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void assertSame(List<OutFeature> expected, List<TestLayers.Read> actual, double tolerance) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.size(); i++) {
            Geometry before = expected.get(i).geometry().norm();
            Geometry after = actual.get(i).geometry();
            Geometry single =
                    after.getNumGeometries() == 1 ? after.getGeometryN(0).norm() : after.norm();
            assertThat(single.equalsExact(before, tolerance))
                    .as(single + " / " + before)
                    .isTrue();
            for (int j = 0; j < FIELDS.size(); j++) {
                assertSameValue(
                        expected.get(i).values().get(j), actual.get(i).values().get(j));
            }
        }
    }

    /** Formats without a schema give a number the narrowest type. */
    private static void assertSameValue(Object expected, Object actual) {
        if (expected instanceof Number number && actual instanceof Number read) {
            assertThat(read.doubleValue()).isEqualTo(number.doubleValue());
            assertThat(read.longValue()).isEqualTo(number.longValue());
        } else {
            assertThat(actual).isEqualTo(expected);
        }
    }
}
