package org.zhenjie.gis.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.locationtech.jts.geom.Geometry;
import org.zhenjie.gis.layer.Layer;
import org.zhenjie.gis.layer.LayerRequest;
import org.zhenjie.gis.layer.Layers;
import org.zhenjie.gis.write.LayerWriter;
import org.zhenjie.gis.write.OutFeature;
import org.zhenjie.gis.write.OutField;
import org.zhenjie.gis.write.OutLayer;

/**
 * Measures how long reading all features of a file takes, and how long GDAL takes for the same file. Both read each
 * geometry and each attribute: GDAL copies them into a layer in memory, which is the least that its programs do with what
 * they read; here they are objects when they were seen.
 */
public final class FormatBench {
    /** GDAL's program and arguments; the file comes last. */
    public static final List<String> GDAL = List.of("ogr2ogr", "-f", "Memory", "out");

    private static final int WARM_UP = 8;
    private static final int MOST_SECONDS = 120;

    private FormatBench() {}

    /**
     * What was measured of a file; times in nanoseconds.
     *
     * @param features number of features
     * @param bytes size of the file with its companions
     * @param cold time by the clock of the first read
     * @param warm time by the clock, median of the rounds after some to warm up
     * @param warmCpu processor time of the reading thread, median of the same rounds
     * @param gdal time by the clock of GDAL's program, its start included, median of as many rounds, taken in turns with
     *     ours; empty where GDAL is not installed
     */
    public record Measured(long features, long bytes, long cold, long warm, long warmCpu, Optional<Long> gdal) {

        /** Our warm time for one of GDAL's. */
        public Optional<Double> ratio() {
            return gdal.map(theirs -> warm / (double) theirs);
        }
    }

    /** Writes made-up towns with a code, a name, people and an area to a file of the format that its extension asks for. */
    public static Path write(Path file, int towns, long seed) {
        List<Geometry> units = SeededCoverage.of(towns, seed);
        List<OutField> fields = List.of(
                new OutField("code", String.class),
                new OutField("name", String.class),
                new OutField("people", Integer.class),
                new OutField("area_km2", Double.class));
        List<OutFeature> features = new ArrayList<>(towns);
        for (int i = 0; i < towns; i++) {
            Geometry unit = units.get(i);
            List<Object> values = Arrays.asList(
                    String.valueOf(100_000_000 + i), "第" + i + "镇", 1000 + i % 90_000, unit.getArea() / 1e6);
            features.add(new OutFeature(unit, values));
        }
        LayerWriter.write(file, List.of(new OutLayer("towns", "EPSG:4547", fields, features)));
        return file;
    }

    /**
     * Reads a file by turns with GDAL.
     *
     * @param rounds to take the median of, at least 1
     * @throws IOException if GDAL's program fails on the file
     */
    public static Measured of(Path file, int rounds) throws IOException {
        long[] count = new long[1];
        long cold = Read.of(file, count).wall();
        for (int i = 0; i < WARM_UP; i++) {
            Read.of(file, count);
        }
        boolean hasGdal = hasGdal();
        List<Read> ours = new ArrayList<>();
        List<Long> theirs = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            ours.add(Read.of(file, count));
            if (hasGdal) {
                theirs.add(gdal(file));
            }
        }
        return new Measured(
                count[0],
                size(file),
                cold,
                median(ours.stream().map(Read::wall).toList()),
                median(ours.stream().map(Read::cpu).toList()),
                hasGdal ? Optional.of(median(theirs)) : Optional.empty());
    }

    private record Read(long wall, long cpu) {
        static Read of(Path file, long[] count) {
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            long cpu = threads.getCurrentThreadCpuTime();
            long wall = System.nanoTime();
            try (Layer layer = Layers.open(LayerRequest.of(file))) {
                layer.forEach((row, feature) -> count[0] = row);
            }
            return new Read(System.nanoTime() - wall, threads.getCurrentThreadCpuTime() - cpu);
        }
    }

    private static boolean hasGdal() {
        try {
            return run(List.of(GDAL.get(0), "--version"));
        } catch (IOException e) {
            return false;
        }
    }

    private static long gdal(Path file) throws IOException {
        List<String> command = new ArrayList<>(GDAL);
        command.add(file.toString());
        long start = System.nanoTime();
        if (!run(command)) {
            throw new IOException(String.join(" ", command));
        }
        return System.nanoTime() - start;
    }

    private static boolean run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return process.waitFor(MOST_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            process.destroy();
        }
    }

    /** Of the file and what stands beside it under the same name. */
    private static long size(Path file) throws IOException {
        String name = file.getFileName().toString();
        String stem = name.substring(0, name.lastIndexOf('.') + 1);
        long size = 0;
        try (var files = Files.newDirectoryStream(file.getParent(), stem + "*")) {
            for (Path one : files) {
                size += Files.size(one);
            }
        }
        return size;
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
