package org.zhenjie.scenarios.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapImageTest {

    @TempDir
    Path folder;

    @Test
    void the_same_map_is_the_same_file() throws IOException {
        Path first = folder.resolve("one.png");
        Path second = folder.resolve("new/two.png");
        MapImage.write(first, SampleGround.ratios("A"), 900, 600, Locale.ENGLISH);
        MapImage.write(second, SampleGround.ratios("A"), 900, 600, Locale.ENGLISH);
        assertThat(Files.readAllBytes(first)).isEqualTo(Files.readAllBytes(second));
        try (var left = Files.list(folder.resolve("new"))) {
            assertThat(left).containsExactly(second);
        }
    }

    @Test
    void the_file_has_the_size_that_was_asked_for_and_replaces_an_older_one() throws IOException {
        Path file = folder.resolve("map.png");
        Files.writeString(file, "older");
        MapImage.write(
                file, List.of(SampleGround.ratios("Baseline"), SampleGround.ratios("Plan")), 1600, 800, Locale.CHINA);
        BufferedImage image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isEqualTo(1600);
        assertThat(image.getHeight()).isEqualTo(800);
    }

    @Test
    void each_town_is_filled_with_the_colour_of_its_class() {
        ThematicMap map = SampleGround.ratios("A");
        Viewport viewport = Viewport.fit(map.ground().bounds(), 800, 800, 10);
        BufferedImage image = new BufferedImage(800, 800, BufferedImage.TYPE_INT_RGB);
        MapStyle style = new MapStyle(Locale.ENGLISH, Fonts.system(), 12, MapStyle.Colours.LIGHT, Set.of());
        MapPainter.paint(image.createGraphics(), map, viewport, style);
        List<Color> colours = map.classification().colours();
        for (int i = 0; i < map.ground().towns().size(); i++) {
            Point2D at = viewport.toScreen(map.ground().label(i).at());
            var value = map.value(map.ground().towns().get(i).code());
            Color expected = value.isEmpty()
                    ? style.colours().noData()
                    : colours.get(map.classification().classOf(value.getAsDouble()));
            assertThat(new Color(image.getRGB((int) at.getX(), (int) at.getY())))
                    .isEqualTo(expected);
        }
    }
}
