package org.zhenjie.gis.postgis;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhenjie.gis.store.FileStore;
import org.zhenjie.gis.store.FreeNames;
import org.zhenjie.gis.store.LayerData;

/** A database as a store of its tables with geometry, all read through one connection that is closed with the store. */
public final class PostgisStore extends FileStore {
    private static final String TABLES = "SELECT f_table_schema, f_table_name, f_geometry_column, srid, type,"
            + " f_table_schema = current_schema() FROM geometry_columns UNION ALL"
            + " SELECT f_table_schema, f_table_name, f_geography_column, srid, type,"
            + " f_table_schema = current_schema() FROM geography_columns ORDER BY 6 DESC, 1, 2, 3";

    private final String url;
    private Optional<Database> database = Optional.empty();

    /** A store over the database of a JDBC URL, which is not connected to yet. */
    public PostgisStore(String url) {
        this.url = url;
    }

    @Override
    protected List<String> layerNames() throws IOException {
        return tables().stream().map(PostgisTable::layer).toList();
    }

    @Override
    protected LayerData openLayer(String name) throws IOException {
        PostgisTable table = tables().stream()
                .filter(one -> one.layer().equals(name))
                .findFirst()
                .orElseThrow(() -> new IOException(name));
        return PostgisLayer.open(database(), table);
    }

    private List<PostgisTable> tables() {
        return database().ask(TABLES, rows -> {
            List<PostgisTable> tables = new ArrayList<>();
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                tables.add(table(rows, names));
            }
            return tables;
        });
    }

    /** Tables of the current schema by their names, others with the schema before it. */
    private static PostgisTable table(java.sql.ResultSet rows, List<String> names) throws SQLException {
        String schema = rows.getString(1);
        String table = rows.getString(2);
        String name = FreeNames.of(rows.getBoolean(6) ? table : schema + "." + table, names);
        names.add(name);
        return new PostgisTable(name, schema, table, rows.getString(3), rows.getInt(4), rows.getString(5));
    }

    private Database database() {
        if (database.isEmpty()) {
            database = Optional.of(Database.connect(url));
        }
        return database.get();
    }

    @Override
    public void dispose() {
        super.dispose();
        database.ifPresent(Database::close);
        database = Optional.empty();
    }
}
