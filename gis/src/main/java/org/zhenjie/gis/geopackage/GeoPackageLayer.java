package org.zhenjie.gis.geopackage;

import static org.zhenjie.gis.problem.GisMessages.BUNDLE;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
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
        return open(Optional.empty());
    }

    @Override
    public FeatureCursor open(Envelope box) throws IOException {
        return open(Optional.of(box).filter(any -> table.index().isPresent()));
    }

    private FeatureCursor open(Optional<Envelope> box) throws IOException {
        try {
            return new Cursor(Sqlite.open(file), box);
        } catch (SQLException e) {
            throw Sqlite.fault(file, e);
        }
    }

    private String select(Optional<Envelope> box) {
        Stream<String> columns = Stream.concat(
                Stream.concat(
                        Stream.of(table.geometry()), table.fields().stream().map(Field::name)),
                table.key().stream());
        String list = columns.map(Sqlite::quoted).collect(Collectors.joining(", "));
        String order = table.key().map(key -> " ORDER BY " + Sqlite.quoted(key)).orElse("");
        String where = box.isEmpty()
                ? ""
                : " WHERE " + Sqlite.quoted(table.key().orElseThrow()) + " IN (SELECT id FROM "
                        + Sqlite.quoted(table.index().orElseThrow())
                        + " WHERE maxx >= ? AND minx <= ? AND maxy >= ? AND miny <= ?)";
        return "SELECT " + list + " FROM " + Sqlite.quoted(name) + where + order;
    }

    private final class Cursor implements FeatureCursor {
        private final Connection connection;
        private final ResultSet rows;
        private final GeometryFactory factory = new GeometryFactory();
        private final ColumnValues reader = new ColumnValues(file.toString());
        private long row;
        private long id;
        private Geometry geometry;
        private List<Object> values;

        Cursor(Connection connection, Optional<Envelope> box) throws SQLException {
            this.connection = connection;
            try {
                PreparedStatement statement = connection.prepareStatement(select(box));
                if (box.isPresent()) {
                    statement.setDouble(1, box.get().getMinX());
                    statement.setDouble(2, box.get().getMaxX());
                    statement.setDouble(3, box.get().getMinY());
                    statement.setDouble(4, box.get().getMaxY());
                }
                this.rows = statement.executeQuery();
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
                id = table.key().isPresent() ? rows.getLong(values.size() + 2) : row;
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
            return id;
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
