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

    @MethodSource("shapesSeeds")
    @FuzzTest(maxDuration = "20s")
    void shapes(byte[] bytes) {
        read("towns.shp", bytes);
    }

    static Stream<byte[]> shapesSeeds() {
        return seeds("towns.shp");
    }

    @MethodSource("attributesSeeds")
    @FuzzTest(maxDuration = "20s")
    void attributes(byte[] bytes) {
        read("towns.dbf", bytes);
    }

    static Stream<byte[]> attributesSeeds() {
        return seeds("towns.dbf");
    }

    @MethodSource("indexSeeds")
    @FuzzTest(maxDuration = "20s")
    void index(byte[] bytes) {
        read("towns.shx", bytes);
    }

    static Stream<byte[]> indexSeeds() {
        return seeds("towns.shx");
    }

    @MethodSource("projectionSeeds")
    @FuzzTest(maxDuration = "20s")
    void projection(byte[] bytes) {
        read("towns.prj", bytes);
    }

    static Stream<byte[]> projectionSeeds() {
        return seeds("towns.prj");
    }

    @MethodSource("charsetSeeds")
    @FuzzTest(maxDuration = "20s")
    void charset(byte[] bytes) {
        read("towns.cpg", bytes);
    }

    static Stream<byte[]> charsetSeeds() {
        return seeds("towns.cpg");
    }

    @MethodSource("zipSeeds")
    @FuzzTest(maxDuration = "20s")
    void zip(byte[] bytes) {
        read("towns.zip", bytes);
    }

    static Stream<byte[]> zipSeeds() {
        return seeds("towns.zip");
    }

    @MethodSource("geopackageSeeds")
    @FuzzTest(maxDuration = "20s")
    void geopackage(byte[] bytes) {
        read("towns.gpkg", bytes);
    }

    static Stream<byte[]> geopackageSeeds() {
        return seeds("towns.gpkg");
    }

    @MethodSource("flatgeobufSeeds")
    @FuzzTest(maxDuration = "20s")
    void flatgeobuf(byte[] bytes) {
        read("towns.fgb", bytes);
    }

    static Stream<byte[]> flatgeobufSeeds() {
        return seeds("towns.fgb");
    }

    @MethodSource("geojsonSeeds")
    @FuzzTest(maxDuration = "20s")
    void geojson(byte[] bytes) {
        read("towns.geojson", bytes);
    }

    static Stream<byte[]> geojsonSeeds() {
        return seeds("towns.geojson");
    }

    @MethodSource("sequenceSeeds")
    @FuzzTest(maxDuration = "20s")
    void sequence(byte[] bytes) {
        read("towns.geojsons", bytes);
    }

    static Stream<byte[]> sequenceSeeds() {
        return seeds("towns.geojsons");
    }

    @MethodSource("topojsonSeeds")
    @FuzzTest(maxDuration = "20s")
    void topojson(byte[] bytes) {
        read("towns.topojson", bytes);
    }

    static Stream<byte[]> topojsonSeeds() {
        return seeds("towns.topojson");
    }

    @MethodSource("kmlSeeds")
    @FuzzTest(maxDuration = "20s")
    void kml(byte[] bytes) {
        read("towns.kml", bytes);
    }

    static Stream<byte[]> kmlSeeds() {
        return seeds("towns.kml");
    }

    @MethodSource("kmzSeeds")
    @FuzzTest(maxDuration = "20s")
    void kmz(byte[] bytes) {
        read("towns.kmz", bytes);
    }

    static Stream<byte[]> kmzSeeds() {
        return seeds("towns.kmz");
    }

    @MethodSource("csvSeeds")
    @FuzzTest(maxDuration = "20s")
    void csv(byte[] bytes) {
        read("places.csv", bytes);
    }

    static Stream<byte[]> csvSeeds() {
        return seeds("places.csv");
    }

    @MethodSource("wktSeeds")
    @FuzzTest(maxDuration = "20s")
    void wkt(byte[] bytes) {
        read("shapes.csv", bytes);
    }

    static Stream<byte[]> wktSeeds() {
        return seeds("shapes.csv");
    }

    @MethodSource("xlsxSeeds")
    @FuzzTest(maxDuration = "20s")
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
