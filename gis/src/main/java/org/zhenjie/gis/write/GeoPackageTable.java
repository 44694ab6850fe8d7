package org.zhenjie.gis.write;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;
import org.zhenjie.gis.store.FreeNames;

/** One feature table of a GeoPackage with its metadata and index. */
final class GeoPackageTable {
    private static final int EMPTY_FLAG = 0x10;
    private static final int ENVELOPE_XY = 0x02;
    private static final int LITTLE_ENDIAN = 0x01;

    private final OutLayer layer;
    private final Connection connection;
    private final String key;
    private final String geometry;
    private final OutGeometryType type;
    private final int srsId;
    private final WKBWriter wkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN);
    private final Envelope bounds = new Envelope();

    GeoPackageTable(OutLayer layer, int srsId, Connection connection) {
        this.layer = layer;
        this.connection = connection;
        this.key = free("fid");
        this.geometry = free("geom");
        this.type = OutGeometryType.of(layer.features());
        this.srsId = srsId;
    }

    void write(String lastChange) throws SQLException {
        createTable();
        createIndex();
        insertFeatures();
        describe(lastChange);
        for (String trigger : GeoPackageIndex.triggers(layer.name(), geometry, key)) {
            run(trigger);
        }
    }

    private void createTable() throws SQLException {
        StringBuilder sql = new StringBuilder("CREATE TABLE ")
                .append(quoted(layer.name()))
                .append(" (")
                .append(quoted(key))
                .append(" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, ")
                .append(quoted(geometry))
                .append(' ')
                .append(type.name());
        for (OutField field : layer.fields()) {
            sql.append(", ").append(quoted(field.name())).append(' ').append(sqlType(field.type()));
        }
        run(sql.append(')').toString());
    }

    private void createIndex() throws SQLException {
        run("CREATE VIRTUAL TABLE " + quoted(GeoPackageIndex.name(layer.name(), geometry))
                + " USING rtree(id, minx, maxx, miny, maxy)");
    }

    private void insertFeatures() throws SQLException {
        String marks = ", ?".repeat(layer.fields().size() + 1);
        try (PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO " + quoted(layer.name()) + " VALUES (?" + marks + ")");
                PreparedStatement index = connection.prepareStatement("INSERT INTO "
                        + quoted(GeoPackageIndex.name(layer.name(), geometry)) + " VALUES (?, ?, ?, ?, ?)")) {
            long id = 0;
            for (OutFeature feature : layer.features()) {
                insert(insert, index, ++id, feature);
            }
        }
    }

    private void insert(PreparedStatement insert, PreparedStatement index, long id, OutFeature feature)
            throws SQLException {
        Geometry shape = type.fit(feature.geometry());
        insert.setLong(1, id);
        insert.setBytes(2, shape == null ? null : blob(shape));
        List<Object> values = feature.values();
        for (int i = 0; i < layer.fields().size(); i++) {
            insert.setObject(i + 3, sqlValue(values.get(i)));
        }
        insert.executeUpdate();
        if (shape != null && !shape.isEmpty()) {
            Envelope box = shape.getEnvelopeInternal();
            bounds.expandToInclude(box);
            index.setLong(1, id);
            index.setDouble(2, box.getMinX());
            index.setDouble(3, box.getMaxX());
            index.setDouble(4, box.getMinY());
            index.setDouble(5, box.getMaxY());
            index.executeUpdate();
        }
    }

    private void describe(String lastChange) throws SQLException {
        try (PreparedStatement contents = connection.prepareStatement(
                "INSERT INTO gpkg_contents VALUES (?, 'features', ?, '', ?, ?, ?, ?, ?, ?)")) {
            contents.setString(1, layer.name());
            contents.setString(2, layer.name());
            contents.setString(3, lastChange);
            if (!bounds.isNull()) {
                contents.setDouble(4, bounds.getMinX());
                contents.setDouble(5, bounds.getMinY());
                contents.setDouble(6, bounds.getMaxX());
                contents.setDouble(7, bounds.getMaxY());
            }
            contents.setInt(8, srsId);
            contents.executeUpdate();
        }
        try (PreparedStatement columns =
                connection.prepareStatement("INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, 0, 0)")) {
            columns.setString(1, layer.name());
            columns.setString(2, geometry);
            columns.setString(3, type.name());
            columns.setInt(4, srsId);
            columns.executeUpdate();
        }
        try (PreparedStatement extension = connection.prepareStatement(
                "INSERT INTO gpkg_extensions VALUES (?, ?, 'gpkg_rtree_index', ?, 'write-only')")) {
            extension.setString(1, layer.name());
            extension.setString(2, geometry);
            extension.setString(3, "http://www.geopackage.org/spec120/#extension_rtree");
            extension.executeUpdate();
        }
    }

    private byte[] blob(Geometry shape) {
        byte[] body = wkb.write(shape);
        boolean empty = shape.isEmpty();
        ByteBuffer blob =
                ByteBuffer.allocate(8 + (empty ? 0 : 32) + body.length).order(ByteOrder.LITTLE_ENDIAN);
        blob.put((byte) 'G').put((byte) 'P').put((byte) 0);
        blob.put((byte) (LITTLE_ENDIAN | (empty ? EMPTY_FLAG : ENVELOPE_XY)));
        blob.putInt(srsId);
        if (!empty) {
            Envelope box = shape.getEnvelopeInternal();
            blob.putDouble(box.getMinX()).putDouble(box.getMaxX());
            blob.putDouble(box.getMinY()).putDouble(box.getMaxY());
        }
        return blob.put(body).array();
    }

    private String free(String wanted) {
        return FreeNames.of(wanted, layer.fields().stream().map(OutField::name).toList());
    }

    private static Object sqlValue(Object value) {
        if (value instanceof Boolean truth) {
            return truth ? 1 : 0;
        }
        return value instanceof java.sql.Date date ? date.toString() : value;
    }

    private static String sqlType(Class<?> type) {
        if (type == Integer.class) {
            return "MEDIUMINT";
        }
        if (type == Long.class) {
            return "INTEGER";
        }
        if (type == Double.class) {
            return "REAL";
        }
        if (type == Boolean.class) {
            return "BOOLEAN";
        }
        return type == java.sql.Date.class ? "DATE" : "TEXT";
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
