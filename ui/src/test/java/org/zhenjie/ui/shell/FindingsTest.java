package org.zhenjie.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.zhenjie.scenarios.map.MapStyle;
import org.zhenjie.scenarios.session.StudyFinding;
import org.zhenjie.ui.map.MapCanvas;

class FindingsTest extends WindowTest {

    private static final double DEGREES = 0.0015;

    /** The sample study with its first town moved to the east, over its neighbours. */
    private Path brokenStudy() {
        Path study = study();
        try {
            Path shapes = study.resolve("data/towns.shp");
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(shapes)).order(ByteOrder.LITTLE_ENDIAN);
            int record = 108;
            int parts = bytes.getInt(record + 36);
            int points = bytes.getInt(record + 40);
            shift(bytes, record + 4);
            shift(bytes, record + 20);
            for (int i = 0; i < points; i++) {
                shift(bytes, record + 44 + 4 * parts + 16 * i);
            }
            Files.write(shapes, bytes.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return study;
    }

    private static void shift(ByteBuffer bytes, int at) {
        bytes.putDouble(at, bytes.getDouble(at) + DEGREES);
    }

    private List<StudyFinding> findings() {
        return GuiActionRunner.execute(() -> workspace().study().orElseThrow().findings(Locale.ENGLISH));
    }

    @Test
    void the_findings_of_a_study_are_listed_with_their_towns_sizes_and_repairs() {
        open(brokenStudy());
        List<StudyFinding> findings = findings();
        assertThat(findings).extracting(StudyFinding::kind).contains("Overlap");
        window.tabbedPane("tables").requireTabTitles("Towns", "Findings (" + findings.size() + ")");
        window.menuItem("menu.findings").click();
        StudyFinding first = findings.get(0);
        String[] row = window.table("findings").contents()[0];
        assertThat(row[0]).isEqualTo(first.kind());
        assertThat(row[1]).isEqualTo(String.join("; ", first.units()));
        assertThat(row[2]).isEqualTo("%,d".formatted(Math.round(first.squareMetres())));
        assertThat(row[3]).isEqualTo(first.repair()).startsWith("give to ");
    }

    @Test
    void a_row_of_the_list_brings_both_maps_to_the_place() {
        open(brokenStudy());
        double scale = canvas("A").viewport().metresPerPixel();
        window.tabbedPane("tables").selectTab(1);
        window.table("findings").selectRows(0);
        Coordinate place = findings().get(0).place().getEnvelopeInternal().centre();
        for (String side : List.of("A", "B")) {
            assertThat(canvas(side).viewport().world().contains(place)).isTrue();
            assertThat(canvas(side).viewport().metresPerPixel()).isLessThan(scale);
        }
        window.button("fit").click();
        assertThat(canvas("A").viewport().metresPerPixel()).isEqualTo(scale);
    }

    @Test
    void findings_are_drawn_once_they_are_switched_on() {
        open(brokenStudy());
        assertThat(findingPixels(canvas("A"))).isZero();
        window.menuItem("layer.FINDINGS").click();
        waitForMaps();
        assertThat(findingPixels(canvas("A"))).isPositive();
        assertThat(findingPixels(canvas("B"))).isPositive();
        assertThat(settings.layers()).contains(MapStyle.Layer.FINDINGS);
    }

    private static int findingPixels(MapCanvas canvas) {
        Color wanted = MapStyle.Colours.LIGHT.finding();
        BufferedImage image = GuiActionRunner.execute(() -> {
            BufferedImage shown = new BufferedImage(canvas.getWidth(), canvas.getHeight(), BufferedImage.TYPE_INT_RGB);
            canvas.paint(shown.createGraphics());
            return shown;
        });
        int count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                count += image.getRGB(x, y) == wanted.getRGB() ? 1 : 0;
            }
        }
        return count;
    }

    @Test
    void a_clean_study_has_an_empty_list() {
        openStudy();
        window.tabbedPane("tables").requireTabTitles("Towns", "Findings (0)");
    }

    @Test
    void the_list_and_the_selected_finding_stay_in_another_language() {
        open(brokenStudy());
        window.tabbedPane("tables").selectTab(1);
        window.table("findings").selectRows(0);
        GuiActionRunner.execute(() -> main.use(Locale.SIMPLIFIED_CHINESE));
        robot.waitForIdle();
        assertThat(GuiActionRunner.execute(() -> workspace().finding())).isPresent();
        window.tabbedPane("tables").selectTab(1);
        window.table("findings").requireSelectedRows(0);
    }
}
