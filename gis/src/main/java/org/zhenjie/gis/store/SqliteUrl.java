package org.zhenjie.gis.store;

import java.nio.file.Path;

/** JDBC URLs of SQLite files. */
public final class SqliteUrl {
    private SqliteUrl() {}

    /**
     * The URL of a file.
     *
     * @param options SQLite's options, e.g. {@code mode=ro}; may be empty
     */
    public static String of(Path file, String options) {
        // of the characters that a path may hold, a URI must not hold these as they are
        String path = file.toAbsolutePath()
                .toString()
                .replace('\\', '/')
                .replace("%", "%25")
                .replace("?", "%3f")
                .replace("#", "%23");
        String absolute = path.startsWith("/") ? path : "/" + path;
        return "jdbc:sqlite:file:" + absolute + (options.isEmpty() ? "" : "?" + options);
    }
}
