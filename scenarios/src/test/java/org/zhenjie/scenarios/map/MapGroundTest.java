package org.zhenjie.scenarios.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.awt.ShapeReader;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class MapGroundTest {

    private final MapGround ground = SampleGround.city();

    @Test
    void every_town_is_found_at_its_label_place_and_nothing_at_sea() {
        for (int i = 0; i < ground.towns().size(); i++) {
            assertThat(ground.townAt(ground.label(i).at()))
                    .contains(ground.towns().get(i));
        }
        assertThat(ground.townAt(new Coordinate(0, 0))).isEmpty();
    }

    @Test
    void neighbours_have_the_same_border_at_every_scale() {
        for (double metresPerPixel : new double[] {0.5, 40, 700}) {
            List<Geometry> drawn = new ArrayList<>();
            for (int i = 0; i < ground.towns().size(); i++) {
                drawn.add(polygon(ground.path(MapGround.Layer.TOWN, i, metresPerPixel)));
            }
            assertThat(CoverageValidator.isValid(drawn.toArray(Geometry[]::new)))
                    .as("%s metres per pixel", metresPerPixel)
                    .isTrue();
        }
    }

    private static Geometry polygon(Shape path) {
        return ShapeReader.read(path, 0, new GeometryFactory());
    }

    @Test
    void a_town_is_marked_with_every_vertex_so_that_nobody_waits_for_a_simpler_map() {
        ThematicMap map = SampleGround.ratios("Plan");
        Viewport far = Viewport.fit(map.ground().bounds(), 60, 60, 0);
        MapGround.TownShape town = map.ground().towns().get(0);

        Geometry marked = polygon(MapPainter.outline(map, town.code(), far));

        assertThat(marked.getNumPoints()).isEqualTo(town.boundary().getNumPoints());
    }

    @Test
    void no_name_is_written_under_the_scale_bar() {
        ThematicMap map = SampleGround.ratios("Plan");
        Viewport close = new Viewport(490_000, 2_520_000, 30, 500, 400);
        for (int dx = 0; dx < 300; dx += 60) {
            for (int dy = 0; dy < 300; dy += 60) {
                Viewport viewport = close.pan(dx, dy);
                Rectangle bar = ScaleBar.of(viewport, MapStyle.paper(Locale.ENGLISH, 12))
                        .bounds()
                        .getBounds();

                assertThat(picture(map, viewport, MapStyle.Layer.SCALE_BAR, MapStyle.Layer.LABELS)
                                .getRGB(bar.x, bar.y, bar.width, bar.height, null, 0, bar.width))
                        .isEqualTo(picture(map, viewport, MapStyle.Layer.SCALE_BAR)
                                .getRGB(bar.x, bar.y, bar.width, bar.height, null, 0, bar.width));
            }
        }
    }

    private static BufferedImage picture(ThematicMap map, Viewport viewport, MapStyle.Layer... layers) {
        MapStyle style = new MapStyle(Locale.ENGLISH, Fonts.system(), 12, MapStyle.Colours.LIGHT, Set.of(layers));
        BufferedImage image = new BufferedImage(viewport.width(), viewport.height(), BufferedImage.TYPE_INT_RGB);
        MapPainter.paint(image.createGraphics(), map, viewport, style);
        return image;
    }

    @Test
    void a_small_scale_is_drawn_with_fewer_vertices() {
        assertThat(vertices(700)).isLessThan(vertices(0.5));
    }

    private int vertices(double metresPerPixel) {
        int vertices = 0;
        for (int i = 0; i < ground.towns().size(); i++) {
            vertices += polygon(ground.path(MapGround.Layer.TOWN, i, metresPerPixel))
                    .getNumPoints();
        }
        return vertices;
    }

    @Test
    void zooming_keeps_what_is_under_the_pointer_and_back_is_where_one_was() {
        Viewport start = Viewport.fit(ground.bounds(), 640, 480, 10);
        Coordinate under = start.toWorld(123, 45);
        Viewport near = start.zoomAt(123, 45, 4);
        assertThat(near.toWorld(123, 45).distance(under)).isLessThan(1e-6);
        assertThat(near.metresPerPixel()).isCloseTo(start.metresPerPixel() / 4, within(1e-9));
        Viewport back = near.zoomAt(123, 45, 0.25);
        assertThat(back.centreX()).isCloseTo(start.centreX(), within(1e-6));
    }

    @Test
    void panning_moves_the_picture_with_the_pointer() {
        Viewport start = Viewport.fit(ground.bounds(), 640, 480, 10);
        Coordinate under = start.toWorld(100, 100);
        Point2D moved = start.pan(30, -20).toScreen(under);
        assertThat(moved.getX()).isCloseTo(130, within(1e-6));
        assertThat(moved.getY()).isCloseTo(80, within(1e-6));
    }

    @Test
    void a_fitted_viewport_shows_all_of_the_world() {
        Envelope world = ground.bounds();
        assertThat(Viewport.fit(world, 300, 700, 12).world().contains(world)).isTrue();
        assertThat(Viewport.fit(new Envelope(), 1, 1, 12).metresPerPixel()).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"9999, 5000", "4999, 2000", "1999, 1000", "10000, 10000", "0.7, 0.5"})
    void scale_bars_have_round_lengths(double most, double round) {
        assertThat(ScaleBar.roundLength(most)).isCloseTo(round, within(1e-9));
    }

    @Test
    void figures_are_written_as_the_locale_writes_them() {
        assertThat(ValueFormat.percent(1).format(0.9345, Locale.ENGLISH)).isEqualTo("93.5%");
        assertThat(ValueFormat.number(0, "posts").withSign().format(1234, Locale.CHINA))
                .isEqualTo("+1,234");
        assertThat(ValueFormat.number(0, "").format(-0.2, Locale.ENGLISH)).isEqualTo("0");
    }
}
