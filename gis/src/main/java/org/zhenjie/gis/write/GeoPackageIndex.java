package org.zhenjie.gis.write;

import java.util.List;

/** The spatial index of a feature table, and the triggers that other programs' edits keep it right with. */
final class GeoPackageIndex {
    private GeoPackageIndex() {}

    static String name(String table, String geometry) {
        return "rtree_" + table + "_" + geometry;
    }

    /** The triggers of the format's extension; they call functions that programs bring which edit GeoPackages. */
    static List<String> triggers(String table, String geometry, String key) {
        String index = quoted(name(table, geometry));
        String g = quoted(geometry);
        String k = quoted(key);
        String box = "NEW." + k + ", ST_MinX(NEW." + g + "), ST_MaxX(NEW." + g + "), ST_MinY(NEW." + g
                + "), ST_MaxY(NEW." + g + ")";
        String present = "(NEW." + g + " NOT NULL AND NOT ST_IsEmpty(NEW." + g + "))";
        String absent = "(NEW." + g + " ISNULL OR ST_IsEmpty(NEW." + g + "))";
        String sameKey = "OLD." + k + " = NEW." + k;
        String otherKey = "OLD." + k + " != NEW." + k;
        String put = "INSERT OR REPLACE INTO " + index + " VALUES (" + box + ");";
        String drop = "DELETE FROM " + index + " WHERE id = OLD." + k + ";";
        String dropBoth = "DELETE FROM " + index + " WHERE id IN (OLD." + k + ", NEW." + k + ");";
        String ofGeometry = "AFTER UPDATE OF " + g;
        return List.of(
                trigger(table, geometry, "insert", "AFTER INSERT", present, put),
                trigger(table, geometry, "update1", ofGeometry, sameKey + " AND " + present, put),
                trigger(table, geometry, "update2", ofGeometry, sameKey + " AND " + absent, drop),
                trigger(table, geometry, "update3", "AFTER UPDATE", otherKey + " AND " + present, drop + " " + put),
                trigger(table, geometry, "update4", "AFTER UPDATE", otherKey + " AND " + absent, dropBoth),
                trigger(table, geometry, "delete", "AFTER DELETE", "OLD." + g + " NOT NULL", drop));
    }

    private static String trigger(String table, String geometry, String kind, String event, String when, String body) {
        return "CREATE TRIGGER " + quoted(name(table, geometry) + "_" + kind) + " " + event + " ON " + quoted(table)
                + " WHEN " + when + " BEGIN " + body + " END";
    }

    private static String quoted(String name) {
        return GeoPackageTable.quoted(name);
    }
}
