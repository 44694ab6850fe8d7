package org.zhenjie.gis.support;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Real data that may lie beside the checkout; tests that want it skip where it does not. */
public final class SharedData {
    private SharedData() {}

    /** A file of it. */
    public static Path file(String name) {
        Path file = Path.of(System.getProperty("zhenjie.shared", "../../shared"), "data", name);
        assumeTrue(Files.exists(file), "there is no " + name + " beside the checkout: skipped");
        return file;
    }

    /** 368 real townships in longitude and latitude, with names in traditional Chinese. */
    public static Path townships() {
        return file("taiwan_towns_pop2020.geojson");
    }
}
