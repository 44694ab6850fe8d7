package org.zhenjie.scenarios.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaletteTest {

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 6, 7})
    void the_sequential_palette_darkens_with_every_class(int classes) {
        List<Color> colours = Palette.SEQUENTIAL.colours(classes);
        for (int i = 1; i < classes; i++) {
            assertThat(lightness(colours.get(i)))
                    .as("class %d of %d", i, classes)
                    .isLessThan(lightness(colours.get(i - 1)) - 5);
        }
    }

    /** Red-green blindness seen as the loss of one of two mixtures of red and green (protan 0.11/0.89, deutan 0.29/0.71). */
    @ParameterizedTest
    @CsvSource({"5, 0.11", "7, 0.11", "5, 0.29", "7, 0.29"})
    void both_ends_of_the_diverging_palette_stay_apart_without_red_and_green(int classes, double redShare) {
        List<Color> colours = Palette.DIVERGING.colours(classes);
        for (int low = 0; low < classes / 2; low++) {
            for (int high = classes / 2 + 1; high < classes; high++) {
                assertThat(yellowness(colours.get(low), redShare))
                        .isGreaterThan(yellowness(colours.get(high), redShare) + 40);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 5, 7})
    void the_middle_of_the_diverging_palette_is_its_lightest_and_greyest(int classes) {
        List<Color> colours = Palette.DIVERGING.colours(classes);
        Color middle = colours.get(classes / 2);
        assertThat(colours.stream().mapToDouble(PaletteTest::lightness).max().orElseThrow())
                .isEqualTo(lightness(middle));
        assertThat(Math.abs(middle.getRed() - middle.getBlue())).isLessThan(12);
    }

    private static double yellowness(Color colour, double redShare) {
        return redShare * colour.getRed() + (1 - redShare) * colour.getGreen() - colour.getBlue();
    }

    /** CIE L*. */
    private static double lightness(Color colour) {
        double y = 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
        return 116 * Math.cbrt(y) - 16;
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
