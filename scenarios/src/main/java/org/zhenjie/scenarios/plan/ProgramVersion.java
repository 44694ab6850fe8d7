package org.zhenjie.scenarios.plan;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The version of this program, as its build wrote it down. */
public final class ProgramVersion {
    private static final String RESOURCE = "/org/zhenjie/scenarios/version.properties";

    private ProgramVersion() {}

    /** For instance {@code 0.1.0}. */
    public static String current() {
        Properties properties = new Properties();
        try (InputStream in = ProgramVersion.class.getResourceAsStream(RESOURCE)) {
            properties.load(in);
        } catch (IOException e) {
            throw new IllegalStateException("the program was built without " + RESOURCE, e);
        }
        return properties.getProperty("version");
    }
}
