package org.zhenjie.scenarios.study;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Point;
import org.zhenjie.scenarios.problem.Problems;
import org.zhenjie.scenarios.study.Records.Row;
import org.zhenjie.scenarios.study.Study.Department;
import org.zhenjie.scenarios.study.Study.Held;
import org.zhenjie.scenarios.study.Study.Institution;
import org.zhenjie.scenarios.study.Study.Pool;
import org.zhenjie.scenarios.study.Study.StaffBlock;
import org.zhenjie.scenarios.study.Study.TeamStaff;

/** Reads posts and people: those held in towns, pools, departments and staff blocks. */
final class StaffReader {
    private static final int MOST = StudyConfigReader.MOST_POSTS;
    private static final int MOST_CAPACITY = 1_000_000_000;

    private final Problems problems;
    private final LonLat lonLat;

    StaffReader(Problems problems, LonLat lonLat) {
        this.problems = problems;
        this.lonLat = lonLat;
    }

    private record Desk(String town, String platform, String quotaType) {}

    List<Held> held(Records records, Known towns, Known platforms, Known quotaTypes) {
        List<Held> held = new ArrayList<>();
        if (!records.require("town", "platform", "quota_type", "posts")) {
            return held;
        }
        Map<Desk, Long> seen = new HashMap<>();
        for (Row row : records.rows()) {
            String town = records.reference(row, "town", towns);
            String platform = records.reference(row, "platform", platforms);
            String type = records.reference(row, "quota_type", quotaTypes);
            int posts = records.whole(row, "posts", 0, MOST);
            int people = records.optionalWhole(row, "people", 0, MOST).orElse(posts);
            Long first = seen.putIfAbsent(new Desk(town, platform, type), row.number());
            if (first != null) {
                problems.error("staff.twice", records.where(row), first);
            }
            held.add(new Held(town, platform, type, posts, people));
        }
        return held;
    }

    List<Pool> pools(Records records, Known quotaTypes, Known owners, Known platforms) {
        List<Pool> pools = new ArrayList<>();
        if (!records.require("id", "name", "quota_type", "owner", "size")) {
            return pools;
        }
        Map<String, Long> seen = new HashMap<>();
        for (Row row : records.rows()) {
            pools.add(new Pool(
                    records.key(row, "id", seen),
                    records.name(row),
                    records.reference(row, "quota_type", quotaTypes),
                    records.reference(row, "owner", owners),
                    records.whole(row, "size", 0, MOST),
                    records.optionalDecimal(row, "reserve", "0", "1").orElse(BigDecimal.ZERO),
                    records.references(row, "platforms", platforms),
                    records.optionalWhole(row, "term_years", 1, 100)));
        }
        return pools;
    }

    /** @param onlyCounty county of every department where the study has no counties */
    List<Department> departments(Records records, Known counties, Optional<String> onlyCounty) {
        List<Department> departments = new ArrayList<>();
        if (!records.require("id", "name", "head_count", "floor")
                || onlyCounty.isEmpty() && !records.require("county")) {
            return departments;
        }
        Map<String, Long> seen = new HashMap<>();
        for (Row row : records.rows()) {
            Department department = new Department(
                    records.key(row, "id", seen),
                    records.name(row),
                    onlyCounty.orElseGet(() -> records.reference(row, "county", counties)),
                    records.whole(row, "head_count", 0, MOST),
                    records.whole(row, "floor", 0, MOST));
            if (department.floor() > department.headCount()) {
                problems.warning("department.floor", records.where(row, "floor"), department.headCount());
            }
            departments.add(department);
        }
        return departments;
    }

    /** @param onlyCounty county of every unit where the study has no counties */
    List<Institution> institutions(
            Records records, Known counties, Optional<String> onlyCounty, Known towns, Known quotaTypes) {
        List<Institution> institutions = new ArrayList<>();
        if (!records.require("id", "name", "kind", "quota_type", "posts")
                || onlyCounty.isEmpty() && !records.require("county")) {
            return institutions;
        }
        Known kinds = Known.of(
                Arrays.stream(Institution.Kind.values()).map(Enum::name).toList(), "ref.institutionKind");
        Map<String, Long> seen = new HashMap<>();
        for (Row row : records.rows()) {
            int before = problems.errors();
            String kind = records.reference(row, "kind", kinds);
            Institution institution = new Institution(
                    records.key(row, "id", seen),
                    records.name(row),
                    problems.errors() > before ? Institution.Kind.STATION : Institution.Kind.valueOf(kind),
                    onlyCounty.orElseGet(() -> records.reference(row, "county", counties)),
                    optional(records, row, "town").map(town -> records.reference(row, "town", towns)),
                    place(records, row),
                    records.optionalWhole(row, "load", 0, MOST).orElse(1),
                    records.optionalWhole(row, "capacity", 0, MOST_CAPACITY),
                    Set.copyOf(records.list(row, "duties")),
                    records.reference(row, "quota_type", quotaTypes),
                    records.whole(row, "posts", 0, MOST),
                    records.optionalWhole(row, "leaders", 0, MOST),
                    optional(records, row, "branch_of"));
            institutions.add(institution);
        }
        branches(records, institutions);
        return institutions;
    }

    /** A branch belongs to a unit of its kind that stands on its own. */
    private void branches(Records records, List<Institution> institutions) {
        Map<String, Institution> heads = new HashMap<>();
        institutions.stream().filter(Institution::stands).forEach(unit -> heads.put(unit.id(), unit));
        for (int i = 0; i < institutions.size(); i++) {
            Institution unit = institutions.get(i);
            Institution head = heads.get(unit.mergedInto().orElse(unit.id()));
            if (head == null || head.kind() != unit.kind()) {
                problems.error(
                        "institution.branch", records.where(records.rows().get(i), "branch_of"), unit.kind());
            }
        }
    }

    List<TeamStaff> teamStaff(Records records, Known bodies) {
        List<TeamStaff> staff = new ArrayList<>();
        if (!records.require("body", "people")) {
            return staff;
        }
        Map<List<String>, Long> seen = new HashMap<>();
        for (Row row : records.rows()) {
            TeamStaff one = new TeamStaff(
                    records.reference(row, "body", bodies),
                    optional(records, row, "skill"),
                    records.whole(row, "people", 1, MOST),
                    place(records, row));
            Long first = seen.putIfAbsent(List.of(one.body(), one.skill().orElse("")), row.number());
            if (first != null) {
                problems.error("terms.twice", records.where(row), first);
            }
            staff.add(one);
        }
        return staff;
    }

    private static Optional<String> optional(Records records, Row row, String thing) {
        return Optional.of(records.cell(row, thing)).filter(cell -> !cell.isEmpty());
    }

    private Optional<Point> place(Records records, Row row) {
        boolean none =
                records.cell(row, "lon").isEmpty() && records.cell(row, "lat").isEmpty();
        return none ? Optional.empty() : lonLat.point(records, row, "lon", "lat");
    }

    List<StaffBlock> blocks(Records records, Known departments, Known quotaTypes, Known towns, Known skills) {
        List<StaffBlock> blocks = new ArrayList<>();
        if (!records.require("id", "department", "quota_type", "size", "home_lon", "home_lat")) {
            return blocks;
        }
        Map<String, Long> seen = new HashMap<>();
        for (Row row : records.rows()) {
            List<String> own = records.list(row, "skills");
            own.stream()
                    .filter(skills::lacks)
                    .forEach(skill -> problems.warning(
                            skills.problem(), records.where(row, "skills").value(skill), skills.examples()));
            Coordinate home = lonLat.point(records, row, "home_lon", "home_lat")
                    .map(Point::getCoordinate)
                    .orElseGet(Coordinate::new);
            double farthest = records.optionalDecimal(row, "farthest_km", "0", "100000")
                    .map(km -> km.doubleValue() * 1000)
                    .orElse(Double.POSITIVE_INFINITY);
            blocks.add(new StaffBlock(
                    records.key(row, "id", seen),
                    records.reference(row, "department", departments),
                    records.reference(row, "quota_type", quotaTypes),
                    records.whole(row, "size", 1, MOST),
                    new LinkedHashSet<>(own),
                    home,
                    farthest,
                    records.references(row, "forbidden", towns),
                    List.copyOf(records.references(row, "wishes", towns))));
        }
        return blocks;
    }
}
