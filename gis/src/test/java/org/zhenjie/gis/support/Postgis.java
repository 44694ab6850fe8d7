package org.zhenjie.gis.support;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A real PostGIS server that {@code .ci/run} starts; tests that want it skip where there is none. */
public final class Postgis {
    private Postgis() {}

    /** The JDBC URL of the server, with user and password. */
    public static String url() {
        String url = System.getenv("ZHENJIE_TEST_POSTGIS");
        assumeTrue(
                url != null && !url.isBlank(),
                "no PostGIS server: .ci/postgis starts one, ZHENJIE_TEST_POSTGIS holds its JDBC URL: skipped");
        return url;
    }

    /** Runs statements. */
    public static void run(String... sql) {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement()) {
            for (String one : sql) {
                statement.execute(one);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** The server as GDAL names it. */
    public static String gdalName() {
        var uri = java.net.URI.create(url().substring("jdbc:".length()));
        return "PG:host=" + uri.getHost() + " port=" + uri.getPort() + " dbname="
                + uri.getPath().substring(1) + " " + uri.getQuery().replace('&', ' ');
    }
}
