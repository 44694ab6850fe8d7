package org.zhenjie.gis.geopackage;

import static org.zhenjie.gis.problem.GisMessages.BUNDLE;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.zhenjie.gis.crs.Crs;
import org.zhenjie.gis.layer.Field;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.gis.store.FeatureCursor;
import org.zhenjie.gis.store.LayerData;
import org.zhenjie.gis.store.Scan;

/** A feature table, read in the order of its key. */
final class GeoPackageLayer implements LayerData {
    private final Path file;
    private final String name;
    private final Contents.Table table;
    private final Optional<Crs.Described> crs;
    private Envelope bounds;

    private GeoPackageLayer(Path file, String name, Contents.Table table, Optional<Crs.Described> crs) {
        this.file = file;
        this.name = name;
        this.table = table;
        this.crs = crs;
    }

    static GeoPackageLayer open(Path file, String name) throws IOException {
        try (Connection connection = Sqlite.open(file)) {
            Contents.Table table = Contents.table(connection, file, name);
            return new GeoPackageLayer(file, name, table, Contents.crs(connection, file, table.srsId()));
        } catch (SQLException e) {
            throw Sqlite.fault(file, e);
        }
    }

    @Override
    public String geometryName() {
        return table.geometry();
    }

    @Override
    public Class<? extends Geometry> geometryType() {
        return table.type();
    }

    @Override
    public Optional<Crs.Described> crs() {
        return crs;
    }

    @Override
    public List<Field> fields() {
        return table.fields();
    }

    @Override
    public long count() throws IOException {
        try (Connection connection = Sqlite.open(file);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + Sqlite.quoted(name))) {
            return rows.getLong(1);
        } catch (SQLException e) {
            throw Sqlite.fault(file, e);
        }
    }

    @Override
    public Envelope bounds() throws IOException {
        // the extent that gpkg_contents gives is informative only and often outdated
        if (bounds == null) {
            bounds = Scan.of(this).bounds();
        }
        return new Envelope(bounds);
    }

    @Override
    public FeatureCursor open() throws IOException {
        try {
            return new Cursor(Sqlite.open(file));
        } catch (SQLException e) {
            throw Sqlite.fault(file, e);
        }
    }

    private String select() {
        Stream<String> columns = Stream.concat(
                Stream.of(table.geometry()), table.fields().stream().map(Field::name));
        String list = columns.map(Sqlite::quoted).collect(Collectors.joining(", "));
        String order = table.key().map(key -> " ORDER BY " + Sqlite.quoted(key)).orElse("");
        return "SELECT " + list + " FROM " + Sqlite.quoted(name) + order;
    }

    private final class Cursor implements FeatureCursor {
        private final Connection connection;
        private final ResultSet rows;
        private final GeometryFactory factory = new GeometryFactory();
        private final ColumnValues reader = new ColumnValues(file.toString());
        private long row;
        private Geometry geometry;
        private List<Object> values;

        Cursor(Connection connection) throws SQLException {
            this.connection = connection;
            try {
                this.rows = connection.createStatement().executeQuery(select());
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        }

        @Override
        public boolean next() {
            try {
                if (!rows.next()) {
                    return false;
                }
                row++;
                geometry = GeoPackageGeometry.parse(rows.getBytes(1), factory);
                values = readValues();
                return true;
            } catch (SQLException e) {
                throw Sqlite.fault(file, e);
            } catch (ParseException e) {
                throw new InputException(
                        Problem.error(
                                BUNDLE,
                                "gpkg.geometry",
                                Where.file(file.toString()).row(row).field(table.geometry()),
                                String.valueOf(e.getMessage())),
                        e);
            }
        }

        private List<Object> readValues() throws SQLException {
            List<Field> fields = table.fields();
            List<Object> result = new ArrayList<>(fields.size());
            for (int i = 0; i < fields.size(); i++) {
                result.add(reader.read(rows.getObject(i + 2), fields.get(i), row));
            }
            return result;
        }

        @Override
        public long id() {
            return row;
        }

        @Override
        public Geometry geometry() {
            return geometry;
        }

        @Override
        public List<Object> values() {
            return values;
        }

        @Override
        public void close() {
            try {
                connection.close();
            } catch (SQLException e) {
                throw Sqlite.fault(file, e);
            }
        }
    }
}
