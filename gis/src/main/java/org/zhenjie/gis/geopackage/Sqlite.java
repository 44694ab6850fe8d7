package org.zhenjie.gis.geopackage;

import static org.zhenjie.gis.problem.GisMessages.BUNDLE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteLimits;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.gis.store.SqliteUrl;

/** Connections that cannot change the file, and what goes wrong with them in words for people. */
final class Sqlite {
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    /** Bytes of one value, so that a view cannot make up one that no memory holds. */
    private static final int LARGEST_VALUE = 1 << 28;

    private Sqlite() {}

    static Connection open(Path file) throws IOException, SQLException {
        checkMagic(file);
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl(url(file));
        SQLiteConnection connection = (SQLiteConnection) source.getConnection();
        connection.setLimit(SQLiteLimits.SQLITE_LIMIT_LENGTH, LARGEST_VALUE);
        return connection;
    }

    /**
     * Declared immutable, so that SQLite makes no lock or journal beside it, unless another program has changes pending
     * in a write-ahead log, which have to be read too.
     */
    private static String url(Path file) throws IOException {
        Path log = file.resolveSibling(file.getFileName() + "-wal");
        boolean pending = Files.exists(log) && Files.size(log) > 0;
        return SqliteUrl.of(file, "mode=ro" + (pending ? "" : "&immutable=1"));
    }

    private static void checkMagic(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(MAGIC.length);
        }
        if (head.length == 0) {
            throw new InputException(Problem.error(BUNDLE, "file.empty", Where.file(file.toString())));
        }
        if (!Arrays.equals(head, MAGIC)) {
            throw notOne(file, null);
        }
    }

    static InputException notOne(Path file, Exception cause) {
        return new InputException(Problem.error(BUNDLE, "gpkg.notOne", Where.file(file.toString())), cause);
    }

    static InputException fault(Path file, SQLException e) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("no such table: gpkg_")) {
            return notOne(file, e);
        }
        return new InputException(Problem.error(BUNDLE, "gpkg.damaged", Where.file(file.toString()), message), e);
    }

    /** A name as SQL writes it. */
    static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
