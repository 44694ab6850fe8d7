package org.zhenjie.gis.corpus;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A fuzz target for each reader. As a test it reads the seeds, which are a sound file and one of each mutation; with
 * {@code JAZZER_FUZZ=1} Jazzer goes on from them to whatever bytes reach new code.
 */
class ReaderFuzzTest {
    @TempDir
    private static Path folder;

    private static List<Specimen> specimens;

    @BeforeAll
    static void make() throws IOException {
        specimens = Specimens.all(Files.createDirectory(folder.resolve("sound")));
    }

    @FuzzTest(maxDuration = "20s")
    @MethodSource("shapesSeeds")
    void shapes(byte[] bytes) {
        read("towns.shp", bytes);
    }

    static Stream<byte[]> shapesSeeds() {
        return seeds("towns.shp");
    }

    @FuzzTest(maxDuration = "20s")
    @MethodSource("attributesSeeds")
    void attributes(byte[] bytes) {
        read("towns.dbf", bytes);
    }

    static Stream<byte[]> attributesSeeds() {
        return seeds("towns.dbf");
    }

    @FuzzTest(maxDuration = "20s")
    @MethodSource("indexSeeds")
    void index(byte[] bytes) {
        read("towns.shx", bytes);
    }

    static Stream<byte[]> indexSeeds() {
        return seeds("towns.shx");
    }

    @FuzzTest(maxDuration = "20s")
    @MethodSource("projectionSeeds")
    void projection(byte[] bytes) {
        read("towns.prj", bytes);
    }

    static Stream<byte[]> projectionSeeds() {
        return seeds("towns.prj");
    }

    @FuzzTest(maxDuration = "20s")
    @MethodSource("charsetSeeds")
    void charset(byte[] bytes) {
        read("towns.cpg", bytes);
    }

    static Stream<byte[]> charsetSeeds() {
        return seeds("towns.cpg");
    }

    @FuzzTest(maxDuration = "20s")
    @MethodSource("zipSeeds")
    void zip(byte[] bytes) {
        read("towns.zip", bytes);
    }

    static Stream<byte[]> zipSeeds() {
        return seeds("towns.zip");
    }

    @FuzzTest(maxDuration = "20s")
    @MethodSource("geopackageSeeds")
    void geopackage(byte[] bytes) {
        read("towns.gpkg", bytes);
    }

    static Stream<byte[]> geopackageSeeds() {
        return seeds("towns.gpkg");
    }

    @FuzzTest(maxDuration = "20s")
    @MethodSource("flatgeobufSeeds")
    void flatgeobuf(byte[] bytes) {
        read("towns.fgb", bytes);
    }

    static Stream<byte[]> flatgeobufSeeds() {
        return seeds("towns.fgb");
    }

    @FuzzTest(maxDuration = "20s")
    @MethodSource("geojsonSeeds")
    void geojson(byte[] bytes) {
        read("towns.geojson", bytes);
    }

    static Stream<byte[]> geojsonSeeds() {
        return seeds("towns.geojson");
    }

    @FuzzTest(maxDuration = "20s")
    @MethodSource("sequenceSeeds")
    void sequence(byte[] bytes) {
        read("towns.geojsons", bytes);
    }

    static Stream<byte[]> sequenceSeeds() {
        return seeds("towns.geojsons");
    }

    @FuzzTest(maxDuration = "20s")
    @MethodSource("topojsonSeeds")
    void topojson(byte[] bytes) {
        read("towns.topojson", bytes);
    }

    static Stream<byte[]> topojsonSeeds() {
        return seeds("towns.topojson");
    }

    @FuzzTest(maxDuration = "20s")
    @MethodSource("kmlSeeds")
    void kml(byte[] bytes) {
        read("towns.kml", bytes);
    }

    static Stream<byte[]> kmlSeeds() {
        return seeds("towns.kml");
    }

    @FuzzTest(maxDuration = "20s")
    @MethodSource("kmzSeeds")
    void kmz(byte[] bytes) {
        read("towns.kmz", bytes);
    }

    static Stream<byte[]> kmzSeeds() {
        return seeds("towns.kmz");
    }

    @FuzzTest(maxDuration = "20s")
    @MethodSource("csvSeeds")
    void csv(byte[] bytes) {
        read("places.csv", bytes);
    }

    static Stream<byte[]> csvSeeds() {
        return seeds("places.csv");
    }

    @FuzzTest(maxDuration = "20s")
    @MethodSource("wktSeeds")
    void wkt(byte[] bytes) {
        read("shapes.csv", bytes);
    }

    static Stream<byte[]> wktSeeds() {
        return seeds("shapes.csv");
    }

    @FuzzTest(maxDuration = "20s")
    @MethodSource("xlsxSeeds")
    void xlsx(byte[] bytes) {
        read("places.xlsx", bytes);
    }

    static Stream<byte[]> xlsxSeeds() {
        return seeds("places.xlsx");
    }

    private static Stream<byte[]> seeds(String damaged) {
        byte[] sound = specimen(damaged).sound();
        return Stream.concat(
                Stream.of(sound),
                Arrays.stream(Mutation.values()).map(mutation -> mutation.of(sound, new Random(mutation.ordinal()))));
    }

    private static void read(String damaged, byte[] bytes) {
        try {
            Reading.of(specimen(damaged).write(folder, bytes));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Specimen specimen(String damaged) {
        return specimens.stream()
                .filter(one -> one.title().equals(damaged))
                .findFirst()
                .orElseThrow();
    }
}
