package org.zhenjie.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.zhenjie.gis.crs.Crs;
import org.zhenjie.gis.crs.GeometryTransform;

/** {@code zhenjie check --against}, on real townships and the villages in them. */
class CheckAgainstTest {
    private static final Path SHARED = Path.of(System.getProperty("zhenjie.shared"), "data");

    @TempDir
    Path temp;

    @Test
    void real_villages_are_not_suspected_against_their_townships() throws IOException {
        Cli call = Cli.call("check", villages("EPSG:4326"), "--crs", "EPSG:4326", "--against", townships());

        assertThat(call.code()).isZero();
        assertThat(call.out()).contains("Nothing suggests");
    }

    @Test
    void the_same_villages_out_of_a_web_map_are() throws IOException {
        Cli call = Cli.call("check", villages("GCJ-02"), "--crs", "EPSG:4326", "--against", townships());

        assertThat(call.out()).contains("warning: ", "--crs GCJ-02");
        assertThat(Cli.call("check", villages("GCJ-02"), "--crs", "GCJ-02", "--against", townships())
                        .out())
                .contains("Nothing suggests");
    }

    private static Path townships() {
        Path file = SHARED.resolve("taiwan_towns_pop2020.geojson");
        assumeTrue(Files.exists(file), "there are no real townships beside the checkout: skipped");
        return file;
    }

    /** The villages as a table in the coordinates of a system. */
    private Path villages(String system) throws IOException {
        Path real = SHARED.resolve("taiwan_villages_centroid_pop2020.csv");
        assumeTrue(Files.exists(real), "there are no real villages beside the checkout: skipped");
        GeometryTransform way = Crs.between(Crs.decode(Crs.WGS84), Crs.decode(system));
        GeometryFactory factory = new GeometryFactory();
        StringBuilder text = new StringBuilder("id,lon,lat\n");
        for (String line : Files.readAllLines(real).subList(1, 7_702)) {
            String[] cells = line.split(",");
            Coordinate place = way.apply(factory.createPoint(
                            new Coordinate(Double.parseDouble(cells[5]), Double.parseDouble(cells[6]))))
                    .getCoordinate();
            text.append(String.format(Locale.ROOT, "%s,%.7f,%.7f%n", cells[0], place.x, place.y));
        }
        return Files.writeString(temp.resolve("villages-" + system.replace(":", "") + ".csv"), text);
    }
}
