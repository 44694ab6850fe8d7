package org.zhenjie.gis.geopackage;

import static org.zhenjie.gis.problem.GisMessages.BUNDLE;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.zhenjie.gis.crs.Crs;
import org.zhenjie.gis.layer.Field;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;

/** What the GeoPackage's own tables say of its layers. */
final class Contents {
    private static final Pattern WITH = Pattern.compile("(?i)\\bwith\\b");

    private Contents() {}

    /**
     * A layer's table.
     *
     * @param key the integer primary key; empty for views and tables without one
     * @param srsId row of the table of reference systems
     * @param index table of the spatial index, which the key leads to; empty where there is none
     */
    record Table(
            String geometry,
            Class<? extends Geometry> type,
            int srsId,
            Optional<String> key,
            Optional<String> index,
            List<Field> fields) {}

    static List<String> featureTables(Connection connection, Path file) throws SQLException {
        refuseEndlessViews(connection, file, "");
        String sql = "SELECT c.table_name FROM gpkg_contents c JOIN gpkg_geometry_columns g"
                + " ON lower(g.table_name) = lower(c.table_name) WHERE c.data_type = 'features' ORDER BY c.rowid";
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    static Table table(Connection connection, Path file, String name) throws SQLException {
        refuseEndlessViews(connection, file, name);
        String sql = "SELECT column_name, geometry_type_name, srs_id FROM gpkg_geometry_columns"
                + " WHERE lower(table_name) = lower(?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next() || rows.getString(1) == null) {
                    throw Sqlite.notOne(file, null);
                }
                return columns(connection, name, rows.getString(1), geometryType(rows.getString(2)), rows.getInt(3));
            }
        }
    }

    /**
     * A view may call itself and give rows without end; only one that says WITH can. Where the layer, or a table that
     * describes layers, is a view, none of the views may.
     */
    private static void refuseEndlessViews(Connection connection, Path file, String layer) throws SQLException {
        String sql = "SELECT name, sql FROM sqlite_master WHERE type = 'view' AND EXISTS (SELECT 1 FROM sqlite_master"
                + " WHERE type = 'view' AND (lower(name) = lower(?) OR name LIKE 'gpkg%'))";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, layer);
            ResultSet views = statement.executeQuery();
            while (views.next()) {
                if (WITH.matcher(String.valueOf(views.getString(2))).find()) {
                    throw new InputException(Problem.error(
                            BUNDLE, "gpkg.view", Where.file(file.toString()).value(views.getString(1))));
                }
            }
        }
    }

    private static Table columns(
            Connection connection, String name, String geometry, Class<? extends Geometry> type, int srsId)
            throws SQLException {
        Optional<String> key = Optional.empty();
        List<Field> fields = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("PRAGMA table_info(" + Sqlite.quoted(name) + ")")) {
            while (rows.next()) {
                String column = rows.getString("name");
                String declared = String.valueOf(rows.getString("type"));
                if (rows.getInt("pk") == 1 && declared.equalsIgnoreCase("INTEGER")) {
                    key = Optional.of(column);
                } else if (!column.equalsIgnoreCase(geometry)) {
                    fields.add(new Field(column, type(declared)));
                }
            }
        }
        Optional<String> index = key.isPresent() ? index(connection, name, geometry) : Optional.empty();
        return new Table(geometry, type, srsId, key, index, List.copyOf(fields));
    }

    private static Optional<String> index(Connection connection, String name, String geometry) throws SQLException {
        String sql = "SELECT name FROM sqlite_master WHERE type = 'table' AND lower(name) = lower(?)"
                + " AND sql LIKE 'CREATE VIRTUAL TABLE%rtree%'";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, "rtree_" + name + "_" + geometry);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        }
    }

    /** Empty for the undefined systems (-1, 0) and where the description is of no use. */
    static Optional<Crs.Described> crs(Connection connection, Path file, int srsId) throws SQLException {
        String sql =
                "SELECT organization, organization_coordsys_id, definition FROM gpkg_spatial_ref_sys WHERE srs_id = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, srsId);
            try (ResultSet rows = statement.executeQuery()) {
                if (srsId <= 0 || !rows.next()) {
                    return Optional.empty();
                }
                String code = rows.getString(1) + ":" + rows.getInt(2);
                return byCode(code).or(() -> byText(file, text(rows)));
            }
        }
    }

    private static Optional<Crs.Described> byCode(String code) {
        if (!code.toUpperCase(Locale.ROOT).startsWith("EPSG:")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Crs.Described(Crs.decode(code), Crs.normalised(code)));
        } catch (InputException e) {
            return Optional.empty();
        }
    }

    private static Optional<Crs.Described> byText(Path file, String definition) {
        try {
            return Optional.of(Crs.describedBy(definition, Where.file(file.toString())));
        } catch (InputException e) {
            return Optional.empty();
        }
    }

    private static String text(ResultSet rows) {
        try {
            return String.valueOf(rows.getString(3));
        } catch (SQLException e) {
            return "";
        }
    }

    private static Class<? extends Geometry> geometryType(String name) {
        return switch (String.valueOf(name).toUpperCase(Locale.ROOT)) {
            case "POINT" -> Point.class;
            case "LINESTRING" -> LineString.class;
            case "POLYGON" -> Polygon.class;
            case "MULTIPOINT" -> MultiPoint.class;
            case "MULTILINESTRING" -> MultiLineString.class;
            case "MULTIPOLYGON" -> MultiPolygon.class;
            case "GEOMETRYCOLLECTION" -> GeometryCollection.class;
            default -> Geometry.class;
        };
    }

    /** The Java type of a declared column type; texts have a size in brackets. */
    private static Class<?> type(String declared) {
        String plain =
                declared.toUpperCase(Locale.ROOT).replaceFirst("\\(.*", "").strip();
        return switch (plain) {
            case "BOOLEAN" -> Boolean.class;
            case "TINYINT", "SMALLINT", "MEDIUMINT" -> Integer.class;
            case "INT", "INTEGER" -> Long.class;
            case "FLOAT", "DOUBLE", "REAL" -> Double.class;
            case "BLOB" -> byte[].class;
            case "DATE" -> java.sql.Date.class;
            default -> String.class;
        };
    }
}
