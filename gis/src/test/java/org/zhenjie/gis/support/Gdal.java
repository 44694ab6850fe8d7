package org.zhenjie.gis.support;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** GDAL's programs as a peer; tests that want them skip where they are not installed. */
public final class Gdal {
    private static final boolean PRESENT = isPresent();

    private Gdal() {}

    /** What {@code ogrinfo} says, warnings and errors included. */
    public static String ogrinfo(String... arguments) {
        return run("ogrinfo", arguments);
    }

    /** Converts; the arguments are GDAL's. */
    public static void ogr2ogr(String... arguments) {
        run("ogr2ogr", arguments);
    }

    /** Converts a file into another of the format that its extension says. */
    public static Path convert(Path from, Path to, String... options) {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.add(to.toString());
        arguments.add(from.toString());
        ogr2ogr(arguments.toArray(String[]::new));
        return to;
    }

    /** What a program prints; fails where it warns of anything at all. */
    public static String quietly(String program, String... arguments) {
        assumeTrue(PRESENT, "GDAL's " + program + " is not installed: skipped");
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(List.of(arguments));
        try {
            Path errors = Files.createTempFile("gdal", ".err");
            Process process =
                    new ProcessBuilder(command).redirectError(errors.toFile()).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            boolean ended = process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
            String said = Files.readString(errors);
            Files.delete(errors);
            if (!ended || !said.isEmpty()) {
                throw new AssertionError(command + ": " + said);
            }
            return output;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The rows that GDAL finds in a layer, the header first; the first cell is the geometry as WKT. */
    public static List<List<String>> rows(Path file, String... layer) {
        List<String> arguments =
                new ArrayList<>(List.of("-f", "CSV", "/vsistdout/", file.toString(), "-lco", "GEOMETRY=AS_WKT"));
        arguments.addAll(List.of(layer));
        String text = quietly("ogr2ogr", arguments.toArray(String[]::new));
        try (CSVParser parser = CSVParser.parse(text, CSVFormat.DEFAULT)) {
            return parser.stream().map(CSVRecord::toList).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String run(String program, String... arguments) {
        assumeTrue(PRESENT, "GDAL's " + program + " is not installed: skipped");
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new AssertionError(command + ": " + output);
            }
            return output;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isPresent() {
        try {
            return new ProcessBuilder("ogrinfo", "--version").start().waitFor() == 0;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }
}
