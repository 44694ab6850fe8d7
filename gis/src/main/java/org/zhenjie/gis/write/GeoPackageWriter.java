package org.zhenjie.gis.write;

import static org.zhenjie.gis.problem.GisMessages.BUNDLE;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.zhenjie.gis.crs.Crs;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.gis.store.SqliteUrl;

/** Writes GeoPackages of version 1.2 with a spatial index for each layer. */
final class GeoPackageWriter {
    /** 'GPKG' */
    private static final int APPLICATION_ID = 0x47504B47;

    private static final int VERSION = 10200;

    /** The format wants a time of change; the same features are to give the same bytes. */
    private static final String LAST_CHANGE = "2000-01-01T00:00:00.000Z";

    private static final List<String> TABLES = List.of(
            "CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY,"
                    + " organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL,"
                    + " definition TEXT NOT NULL, description TEXT)",
            "CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL,"
                    + " identifier TEXT UNIQUE, description TEXT DEFAULT '', last_change DATETIME NOT NULL"
                    + " DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), min_x DOUBLE, min_y DOUBLE, max_x DOUBLE,"
                    + " max_y DOUBLE, srs_id INTEGER, CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id)"
                    + " REFERENCES gpkg_spatial_ref_sys(srs_id))",
            "CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL,"
                    + " geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL,"
                    + " m TINYINT NOT NULL, CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),"
                    + " CONSTRAINT uk_gc_table_name UNIQUE (table_name), CONSTRAINT fk_gc_tn FOREIGN KEY (table_name)"
                    + " REFERENCES gpkg_contents(table_name), CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id)"
                    + " REFERENCES gpkg_spatial_ref_sys (srs_id))",
            "CREATE TABLE gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL,"
                    + " definition TEXT NOT NULL, scope TEXT NOT NULL, CONSTRAINT ge_tce UNIQUE"
                    + " (table_name, column_name, extension_name))");

    private static final String NO_ORGANISATION = "NONE";
    private static final int FIRST_CUSTOM = 100_000;

    private final List<OutLayer> layers;
    private final Connection connection;
    /** Keys of the table of systems by their codes. */
    private final Map<String, Integer> systems = new HashMap<>();

    private GeoPackageWriter(List<OutLayer> layers, Connection connection) {
        this.layers = layers;
        this.connection = connection;
    }

    static List<Problem> write(Path file, List<OutLayer> layers) throws IOException {
        checkNames(file, layers);
        AtomicFiles.write(file, temporary -> {
            try (Connection connection = open(temporary)) {
                new GeoPackageWriter(layers, connection).write();
            } catch (SQLException e) {
                throw new IOException(e.getMessage(), e);
            }
        });
        return List.of();
    }

    private static void checkNames(Path file, List<OutLayer> layers) {
        Set<String> seen = new HashSet<>();
        for (OutLayer layer : layers) {
            String plain = layer.name().toLowerCase(Locale.ROOT);
            if (!seen.add(plain) || plain.isBlank() || plain.matches("(gpkg|sqlite|rtree)_.*")) {
                throw new InputException(Problem.error(
                        BUNDLE, "write.layerName", Where.file(file.toString()).value(layer.name())));
            }
        }
    }

    private static Connection open(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        // nobody sees the temporary file: if the machine stops, it is waste, and no journal has to save it
        config.setJournalMode(SQLiteConfig.JournalMode.OFF);
        config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
        config.setApplicationId(APPLICATION_ID);
        config.setUserVersion(VERSION);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl(SqliteUrl.of(file, ""));
        return source.getConnection();
    }

    private void write() throws SQLException {
        connection.setAutoCommit(false);
        for (String sql : TABLES) {
            run(sql);
        }
        referenceSystems();
        for (OutLayer layer : layers) {
            new GeoPackageTable(layer, systems.get(layer.crsCode()), connection).write(LAST_CHANGE);
        }
        connection.commit();
    }

    /** The three that every GeoPackage has, then those of the layers: EPSG codes by their number, others from 100000 on. */
    private void referenceSystems() throws SQLException {
        insertSystem("Undefined cartesian SRS", -1, NO_ORGANISATION, "undefined");
        insertSystem("Undefined geographic SRS", 0, NO_ORGANISATION, "undefined");
        insertSystem(new Crs.Described(Crs.decode(Crs.WGS84), Crs.WGS84));
        for (OutLayer layer : layers) {
            if (!systems.containsKey(layer.crsCode())) {
                insertSystem(layer.crs());
            }
        }
    }

    private void insertSystem(Crs.Described crs) throws SQLException {
        OptionalInt epsg = CrsText.epsg(crs);
        int id = epsg.orElse(FIRST_CUSTOM + systems.size());
        systems.put(crs.code(), id);
        String name = crs.crs().getName().getCode();
        insertSystem(name, id, epsg.isPresent() ? "EPSG" : NO_ORGANISATION, CrsText.wkt(crs.crs()));
    }

    private void insertSystem(String name, int id, String organization, String definition) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, NULL)")) {
            insert.setString(1, name);
            insert.setInt(2, id);
            insert.setString(3, organization);
            insert.setInt(4, id);
            insert.setString(5, definition);
            insert.executeUpdate();
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
