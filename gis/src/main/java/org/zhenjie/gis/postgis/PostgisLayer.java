package org.zhenjie.gis.postgis;

import static org.zhenjie.gis.problem.GisMessages.BUNDLE;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
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
import org.zhenjie.gis.store.FeatureCursor;
import org.zhenjie.gis.store.LayerData;
import org.zhenjie.gis.store.Wkb;

/** The rows of a table, in the order of its primary key; of a view as they come. */
final class PostgisLayer implements LayerData {
    private static final int LONG_DIGITS = 18;

    private final Database database;
    private final PostgisTable table;
    private final List<Field> fields;
    private final List<String> key;
    private final int srid;
    private final Optional<Crs.Described> crs;
    private final List<Problem> findings = new ArrayList<>();

    private PostgisLayer(Database database, PostgisTable table) {
        this.database = database;
        this.table = table;
        this.fields = columns();
        this.key = key();
        this.srid = table.srid() > 0 ? table.srid() : firstSrid();
        this.crs = srid > 0 ? system() : Optional.empty();
    }

    static PostgisLayer open(Database database, PostgisTable table) {
        return new PostgisLayer(database, table);
    }

    private List<Field> columns() {
        return database.ask("SELECT * FROM " + table.quoted() + " LIMIT 0", rows -> {
            ResultSetMetaData columns = rows.getMetaData();
            List<Field> result = new ArrayList<>();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                String name = columns.getColumnName(i);
                String type = columns.getColumnTypeName(i);
                boolean shape = type.endsWith("geometry") || type.endsWith("geography");
                if (shape && !name.equals(table.geometry())) {
                    findings.add(Problem.warning(
                            BUNDLE, "postgis.otherGeometry", database.where().field(name), table.layer()));
                } else if (!shape) {
                    result.add(new Field(name, type(type, columns.getPrecision(i), columns.getScale(i))));
                }
            }
            return List.copyOf(result);
        });
    }

    private static Class<?> type(String name, int precision, int scale) {
        return switch (name) {
            case "int2", "int4", "serial", "smallserial" -> Integer.class;
            case "int8", "bigserial" -> Long.class;
            case "float4", "float8" -> Double.class;
            case "numeric" -> scale == 0 && precision > 0 && precision <= LONG_DIGITS ? Long.class : Double.class;
            case "bool" -> Boolean.class;
            case "date" -> java.sql.Date.class;
            case "bytea" -> byte[].class;
            default -> String.class;
        };
    }

    private List<String> key() {
        String sql = "SELECT a.attname FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid"
                + " JOIN pg_namespace n ON n.oid = c.relnamespace"
                + " JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY(i.indkey)"
                + " WHERE i.indisprimary AND n.nspname = ? AND c.relname = ? ORDER BY array_position(i.indkey, a.attnum)";
        return database.ask(
                sql,
                rows -> {
                    List<String> names = new ArrayList<>();
                    while (rows.next()) {
                        names.add(rows.getString(1));
                    }
                    return List.copyOf(names);
                },
                table.schema(),
                table.table());
    }

    private int firstSrid() {
        String sql = "SELECT ST_SRID(" + table.shape() + ") FROM " + table.quoted() + " WHERE "
                + PostgisTable.quoted(table.geometry()) + " IS NOT NULL LIMIT 1";
        return database.ask(sql, rows -> rows.next() ? rows.getInt(1) : 0);
    }

    private Optional<Crs.Described> system() {
        String sql = "SELECT auth_name, auth_srid, srtext FROM spatial_ref_sys WHERE srid = ?";
        return database.ask(
                sql,
                rows -> {
                    if (!rows.next()) {
                        return Optional.empty();
                    }
                    String text = String.valueOf(rows.getString(3));
                    return byCode(rows.getString(1) + ":" + rows.getInt(2)).or(() -> byText(text));
                },
                srid);
    }

    private static Optional<Crs.Described> byCode(String code) {
        try {
            return Optional.of(new Crs.Described(Crs.decode(code), Crs.normalised(code)));
        } catch (InputException e) {
            return Optional.empty();
        }
    }

    private Optional<Crs.Described> byText(String text) {
        try {
            return Optional.of(Crs.describedBy(text, database.where()));
        } catch (InputException e) {
            return Optional.empty();
        }
    }

    @Override
    public String geometryName() {
        return table.geometry();
    }

    @Override
    public Class<? extends Geometry> geometryType() {
        return table.geometryType();
    }

    @Override
    public Optional<Crs.Described> crs() {
        return crs;
    }

    @Override
    public List<Field> fields() {
        return fields;
    }

    @Override
    public List<Problem> findings() {
        return List.copyOf(findings);
    }

    @Override
    public long count() {
        return database.ask("SELECT count(*) FROM " + table.quoted(), rows -> {
            rows.next();
            return rows.getLong(1);
        });
    }

    @Override
    public Envelope bounds() {
        String sql = "SELECT ST_XMin(b), ST_XMax(b), ST_YMin(b), ST_YMax(b) FROM (SELECT ST_Extent(" + table.shape()
                + ") AS b FROM " + table.quoted() + ") AS q";
        return database.ask(sql, rows -> {
            rows.next();
            double minX = rows.getDouble(1);
            return rows.wasNull()
                    ? new Envelope()
                    : new Envelope(minX, rows.getDouble(2), rows.getDouble(3), rows.getDouble(4));
        });
    }

    @Override
    public FeatureCursor open() {
        return new Cursor("");
    }

    @Override
    public FeatureCursor open(Envelope box) {
        return new Cursor(
                " WHERE " + PostgisTable.quoted(table.geometry()) + " && ST_MakeEnvelope(?, ?, ?, ?, " + srid + ")"
                        + (srid > 0 ? "" : "::geometry"),
                box.getMinX(),
                box.getMinY(),
                box.getMaxX(),
                box.getMaxY());
    }

    private String select(String condition) {
        Stream<String> columns = fields.stream().map(field -> {
            String name = PostgisTable.quoted(field.name());
            return field.type() == String.class ? name + "::text" : name;
        });
        String list = Stream.concat(Stream.of("ST_AsEWKB(" + table.shape() + ")"), columns)
                .collect(Collectors.joining(", "));
        String order = key.isEmpty()
                ? ""
                : " ORDER BY " + key.stream().map(PostgisTable::quoted).collect(Collectors.joining(", "));
        return "SELECT " + list + " FROM " + table.quoted() + condition + order;
    }

    private final class Cursor implements FeatureCursor {
        private final PreparedStatement statement;
        private final ResultSet rows;
        private final GeometryFactory factory = new GeometryFactory();
        private long row;
        private Geometry geometry;
        private List<Object> values;

        Cursor(String condition, Object... arguments) {
            try {
                statement = database.prepared(select(condition), arguments);
                rows = statement.executeQuery();
            } catch (SQLException e) {
                throw database.fault(e);
            }
        }

        @Override
        public boolean next() {
            try {
                if (!rows.next()) {
                    return false;
                }
                row++;
                byte[] wkb = rows.getBytes(1);
                geometry = wkb == null ? null : Wkb.parse(wkb, factory);
                values = new ArrayList<>(fields.size());
                for (int i = 0; i < fields.size(); i++) {
                    values.add(value(i + 2, fields.get(i).type()));
                }
                return true;
            } catch (SQLException e) {
                throw database.fault(e);
            } catch (ParseException e) {
                throw new InputException(
                        Problem.error(
                                BUNDLE,
                                "postgis.geometry",
                                database.where().row(row).field(table.geometry()),
                                String.valueOf(e.getMessage())),
                        e);
            }
        }

        private Object value(int column, Class<?> type) throws SQLException {
            Object value = type == Integer.class
                    ? (Object) rows.getInt(column)
                    : type == Long.class
                            ? (Object) rows.getLong(column)
                            : type == Double.class
                                    ? (Object) rows.getDouble(column)
                                    : type == Boolean.class
                                            ? (Object) rows.getBoolean(column)
                                            : type == java.sql.Date.class
                                                    ? rows.getDate(column)
                                                    : type == byte[].class
                                                            ? rows.getBytes(column)
                                                            : rows.getString(column);
            return rows.wasNull() ? null : value;
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
                statement.close();
            } catch (SQLException e) {
                throw database.fault(e);
            }
        }
    }
}
