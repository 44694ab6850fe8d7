package org.zhenjie.gis.support;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

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
