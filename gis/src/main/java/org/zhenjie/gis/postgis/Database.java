package org.zhenjie.gis.postgis;

import static org.zhenjie.gis.problem.GisMessages.BUNDLE;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.postgresql.Driver;
import org.zhenjie.gis.layer.JdbcUrl;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;

/** A connection that cannot change anything and sees one state of the database, and its failures in words for people. */
final class Database {
    private static final String SECONDS_TO_CONNECT = "15";
    private static final int ROWS_AT_ONCE = 200;
    /** The driver's own log would hold what it was called with. */
    private static final Logger DRIVER_LOG = Logger.getLogger("org.postgresql");

    private final Connection connection;
    private final Where where;

    private Database(Connection connection, Where where) {
        this.connection = connection;
        this.where = where;
    }

    /** What is done with rows. */
    interface Rows<T> {
        T of(ResultSet rows) throws SQLException;
    }

    /** The password is that of the URL, else of PGPASSWORD, else of the driver's password file. */
    static Database connect(String url) {
        DRIVER_LOG.setLevel(Level.OFF);
        Where where = Where.file(JdbcUrl.shown(url));
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", "zhenjie");
        properties.setProperty("connectTimeout", SECONDS_TO_CONNECT);
        properties.setProperty("readOnlyMode", "always");
        Optional.ofNullable(System.getenv("PGPASSWORD"))
                .filter(password -> !url.contains("password="))
                .ifPresent(password -> properties.setProperty("password", password));
        try {
            Connection connection = new Driver().connect(url, properties);
            if (connection == null) {
                throw new InputException(Problem.error(BUNDLE, "postgis.url", where));
            }
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return new Database(connection, where);
        } catch (SQLException e) {
            throw fault(where, e);
        }
    }

    Where where() {
        return where;
    }

    /** Asks and reads the answer whole. */
    <T> T ask(String sql, Rows<T> reading, Object... values) {
        try (PreparedStatement statement = prepared(sql, values);
                ResultSet rows = statement.executeQuery()) {
            return reading.of(rows);
        } catch (SQLException e) {
            throw fault(where, e);
        }
    }

    /** A statement whose answer comes some rows at a time. */
    PreparedStatement prepared(String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setFetchSize(ROWS_AT_ONCE);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    InputException fault(SQLException e) {
        return fault(where, e);
    }

    private static InputException fault(Where where, SQLException e) {
        String state = String.valueOf(e.getSQLState());
        // the first line: what follows are hints of the server
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        String key = state.startsWith("08")
                ? "postgis.connect"
                : state.startsWith("28") ? "postgis.login" : state.equals("42P01") ? "postgis.none" : "postgis.failed";
        return new InputException(Problem.error(BUNDLE, key, where, message));
    }

    void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw fault(where, e);
        }
    }
}
