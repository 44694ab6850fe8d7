package org.zhenjie.scenarios.study;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The kinds of data that a study names, and the things that each holds. */
enum DataRole {
    COUNTIES(false, "code", "name", "name_en"),
    TOWNS(true, "code", "name", "name_en", "kind", "county"),
    INDICATORS(true, "town", "people", "seat_lon", "seat_lat"),
    ZONES(false, "code", "name", "name_en", "towns", "planned_area_km2"),
    SERVICE_POINTS(false, "id", "name", "name_en", "kind", "supply"),
    SETTLEMENTS(false, "id", "people"),
    ROADS(false, "length_km", "speed_kmh"),
    DISTANCES(false, "from", "to", "km", "minutes"),
    STAFF(true, "town", "platform", "quota_type", "posts", "people"),
    POOLS(false, "id", "name", "name_en", "quota_type", "owner", "size", "reserve", "platforms", "term_years"),
    DEPARTMENTS(false, "id", "name", "name_en", "county", "head_count", "floor"),
    DEVOLVED_STAFF(
            false,
            "id",
            "department",
            "quota_type",
            "size",
            "skills",
            "home_lon",
            "home_lat",
            "farthest_km",
            "forbidden",
            "wishes"),
    POWERS(false, "id", "name", "name_en", "skill", "people", "cases", "towns"),
    TOWN_SKILLS(false, "town", "skill", "people"),
    OUTSIDE_STAFF(false, "town", "people", "unit_cost", "services"),
    OUTSIDE_LIMITS(false, "unit", "people", "budget"),
    RETIREMENTS(false, "town", "platform", "quota_type", "year", "people", "pool"),
    INSTITUTIONS(
            false,
            "id",
            "name",
            "name_en",
            "kind",
            "county",
            "town",
            "lon",
            "lat",
            "load",
            "capacity",
            "duties",
            "quota_type",
            "posts",
            "leaders",
            "branch_of"),
    TEAM_STAFF(false, "body", "skill", "people", "lon", "lat"),
    DUTIES(false, "id", "name", "name_en", "platform", "hours"),
    DUTY_HOLDERS(false, "duty", "holder", "share"),
    OFFICIAL_CODES(false, "code", "name");

    private final boolean required;
    private final List<String> fields;

    DataRole(boolean required, String... fields) {
        this.required = required;
        this.fields = List.of(fields);
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isRequired() {
        return required;
    }

    List<String> fields() {
        return fields;
    }

    /** Whether its features are drawn on the map, so that a layer with geometry is needed. */
    boolean isOnMap() {
        return Set.of(COUNTIES, TOWNS, SERVICE_POINTS, SETTLEMENTS, ROADS).contains(this);
    }
}
