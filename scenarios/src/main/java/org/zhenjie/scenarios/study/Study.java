package org.zhenjie.scenarios.study;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.zhenjie.planner.allocation.Rule;
import org.zhenjie.scenarios.travel.Measure;
import org.zhenjie.scenarios.travel.Place;
import org.zhenjie.scenarios.travel.Ways;

/**
 * A study as read from its folder, or as a scenario's reforms left it. All geometry is in one metric CRS (metres).
 * Lists are in the order of their files; codes and ids are unique within their list; every reference resolves.
 *
 * @param name title
 * @param note what the reader of any result must know of the data, e.g. that boundaries are schematic; may be blank
 * @param crs code of the metric CRS of all geometry, e.g. {@code EPSG:4547}
 * @param platforms functions within a town
 * @param quotaTypes types of posts
 * @param serviceKinds kinds of service points
 * @param counties parents of towns
 * @param towns township-level units
 * @param zones development zones, a layer of its own
 * @param servicePoints places that serve people
 * @param ground where people live and the ways between places
 * @param attributeRules how further indicators of towns follow an edit, by name; {@link AttributeRule#SUM} where none is given
 * @param held posts and people held by towns before any plan
 * @param pools quota pools
 * @param departments county departments
 * @param blocks staff blocks that departments could send
 * @param institutions stations, institutions and coordinating bodies that can be consolidated
 * @param teamStaff people whom departments and units can spare for resident teams
 * @param norms rules from indicators to need
 * @param floors least posts of platforms by kind of town
 * @param ceilings most posts of quota types by kind of town
 * @param policy weights and switches
 * @param indicatorSets sets of indicators by which towns and institutions are evaluated
 * @param decisions pins and bans that a scenario holds
 * @param terms what towns are held to beyond norms, floors and ceilings
 * @param ledger balance of the account 'outside' by quota type (H9), absent = 0: above 0 for posts that reforms gave away,
 *     below 0 for posts that they brought in
 */
public record Study(
        Name name,
        Name note,
        String crs,
        List<Platform> platforms,
        List<QuotaType> quotaTypes,
        List<ServiceKind> serviceKinds,
        List<County> counties,
        List<Town> towns,
        List<Zone> zones,
        List<ServicePoint> servicePoints,
        Ground ground,
        Map<String, AttributeRule> attributeRules,
        List<Held> held,
        List<Pool> pools,
        List<Department> departments,
        List<StaffBlock> blocks,
        List<Institution> institutions,
        List<TeamStaff> teamStaff,
        List<Norm> norms,
        List<Floor> floors,
        List<Ceiling> ceilings,
        Policy policy,
        List<IndicatorSet> indicatorSets,
        List<Decision> decisions,
        TownTerms terms,
        Map<String, Integer> ledger) {

    public Study {
        platforms = List.copyOf(platforms);
        quotaTypes = List.copyOf(quotaTypes);
        serviceKinds = List.copyOf(serviceKinds);
        counties = List.copyOf(counties);
        towns = List.copyOf(towns);
        zones = List.copyOf(zones);
        servicePoints = List.copyOf(servicePoints);
        attributeRules = Map.copyOf(attributeRules);
        held = List.copyOf(held);
        pools = List.copyOf(pools);
        departments = List.copyOf(departments);
        blocks = List.copyOf(blocks);
        institutions = List.copyOf(institutions);
        teamStaff = List.copyOf(teamStaff);
        norms = List.copyOf(norms);
        floors = List.copyOf(floors);
        ceilings = List.copyOf(ceilings);
        indicatorSets = List.copyOf(indicatorSets);
        decisions = List.copyOf(decisions);
        ledger = Map.copyOf(ledger);
    }

    /** The same study with other posts in towns and pools. */
    public Study with(List<Held> otherHeld, List<Pool> otherPools) {
        return new Study(
                name,
                note,
                crs,
                platforms,
                quotaTypes,
                serviceKinds,
                counties,
                towns,
                zones,
                servicePoints,
                ground,
                attributeRules,
                otherHeld,
                otherPools,
                departments,
                blocks,
                institutions,
                teamStaff,
                norms,
                floors,
                ceilings,
                policy,
                indicatorSets,
                decisions,
                terms,
                ledger);
    }

    /** The town of a code. */
    public Optional<Town> town(String code) {
        return towns.stream().filter(town -> town.code().equals(code)).findFirst();
    }

    /** The county of a code. */
    public Optional<County> county(String code) {
        return counties.stream().filter(county -> county.code().equals(code)).findFirst();
    }

    /** The zone of a code. */
    public Optional<Zone> zone(String code) {
        return zones.stream().filter(zone -> zone.code().equals(code)).findFirst();
    }

    /** The pool of an id. */
    public Optional<Pool> pool(String id) {
        return pools.stream().filter(pool -> pool.id().equals(id)).findFirst();
    }

    /** The department of an id. */
    public Optional<Department> department(String id) {
        return departments.stream()
                .filter(department -> department.id().equals(id))
                .findFirst();
    }

    /** The staff block of an id. */
    public Optional<StaffBlock> block(String id) {
        return blocks.stream().filter(block -> block.id().equals(id)).findFirst();
    }

    /** The station, institution or body of an id. */
    public Optional<Institution> institution(String id) {
        return institutions.stream().filter(unit -> unit.id().equals(id)).findFirst();
    }

    /**
     * Saturation (工作饱和度) of a station, institution or body: hours of the duties that it holds over those that its posts and the posts
     * of its branches work; empty where it holds none, or has no posts.
     */
    public OptionalDouble saturation(String id) {
        double hours = terms.duties().hours(id).doubleValue();
        long posts = partsOf(id).mapToLong(Institution::posts).sum();
        return hours == 0 || posts == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(hours / (posts * (double) terms.duties().hoursPerPost()));
    }

    /** A station, institution or body with all that merged into it or is a branch of it. */
    public Stream<Institution> partsOf(String id) {
        return institutions.stream()
                .filter(unit -> unit.id().equals(id) || unit.mergedInto().equals(Optional.of(id)));
    }

    /** The name of a body that may hold duties: a town, a department, an institution, a county or the city; empty for others. */
    public Optional<Name> holder(String id) {
        return town(id).map(Town::name)
                .or(() -> department(id).map(Department::name))
                .or(() -> institution(id).map(Institution::name))
                .or(() -> county(id).map(County::name))
                .or(() -> Optional.of(name).filter(any -> id.equals(Pool.CITY)));
    }

    /** The platform of an id. */
    public Optional<Platform> platform(String id) {
        return platforms.stream().filter(platform -> platform.id().equals(id)).findFirst();
    }

    /** Whether a town is a member of any zone, or most of its people live in a part of it that is. */
    public boolean isInZone(String town) {
        return zones.stream()
                .anyMatch(zone -> zone.towns().contains(town)
                        || zone.part(town)
                                .filter(part -> part.peopleShare() > 0.5)
                                .isPresent());
    }

    /** The land of a zone: its member towns and its parts of towns, in the study's order. */
    public List<Geometry> land(Zone zone) {
        return towns.stream()
                .flatMap(town -> zone.towns().contains(town.code())
                        ? Stream.of(town.boundary())
                        : zone.part(town.code()).map(ZonePart::area).stream())
                .toList();
    }

    /** How far a staff block has to go to the seat of a town, metres; infinite where there is no way. */
    public double metres(StaffBlock block, Town town) {
        return ground.ways().metres(block.place(), town.place());
    }

    /** Whether a pool may serve a town: every town for the city's, the towns of its owner for others (H2). */
    public boolean serves(Pool pool, Town town) {
        return pool.owner().equals(Pool.CITY)
                || pool.owner().equals(town.county())
                || zone(pool.owner()).map(zone -> zone.has(town.code())).orElse(false);
    }

    /** A function within a town (平台); {@code skills}: what people need to work on it, may be empty. */
    public record Platform(String id, Name name, Set<String> skills) {
        public Platform {
            skills = Set.copyOf(skills);
        }
    }

    /** A type of post (编制类型). */
    public record QuotaType(String id, Name name) {}

    /**
     * A kind of service point.
     *
     * @param reach people no farther than this count as served
     * @param measure what the reach is counted in
     */
    public record ServiceKind(String id, Name name, double reach, Measure measure) {}

    /** Where people live, and the ways between places. */
    public record Ground(List<Settlement> settlements, Ways ways) {
        /** Nothing is known: people live evenly over their town, ways are straight. */
        public static final Ground BARE = new Ground(List.of(), Ways.STRAIGHT);

        public Ground {
            settlements = List.copyOf(settlements);
        }
    }

    /** A settlement (居民点): a village or a block of flats; its people tell how those of a town lie over it. */
    public record Settlement(String id, Point location, double people) {}

    /** A county (县、市、区). */
    public record County(String code, Name name, Geometry boundary) {}

    /**
     * A township-level unit (镇街).
     *
     * @param code unique unit code
     * @param county code of its county
     * @param boundary polygon or multipolygon, metres
     * @param seat where its offices are, metres
     * @param people residents, 0 or more
     * @param attributes further numeric indicators that norms may use, by name
     */
    public record Town(
            String code,
            Name name,
            TownKind kind,
            String county,
            Geometry boundary,
            Point seat,
            long people,
            Map<String, BigDecimal> attributes) {
        public Town {
            attributes = Map.copyOf(attributes);
        }

        /** Area of the boundary, km². */
        public double areaKm2() {
            return boundary.getArea() / 1e6;
        }

        /** The seat, as the end of a way. */
        public Place place() {
            return Place.of(code, seat.getCoordinate());
        }
    }

    /**
     * A development zone (开发区): its member towns, parts of others, and its planned area as an attribute.
     *
     * @param parts of towns that are no members, at most one for each
     */
    public record Zone(String code, Name name, Set<String> towns, List<ZonePart> parts, BigDecimal plannedAreaKm2) {
        public Zone {
            towns = Set.copyOf(towns);
            parts = List.copyOf(parts);
        }

        /** The part of a town that is no member. */
        public Optional<ZonePart> part(String town) {
            return parts.stream().filter(part -> part.town().equals(town)).findFirst();
        }

        /** Whether a town is a member, or a part of it belongs to the zone. */
        public boolean has(String town) {
            return towns.contains(town) || part(town).isPresent();
        }
    }

    /**
     * A part of a town that belongs to a zone.
     *
     * @param area within the town's boundary, metres
     * @param areaShare share of the town's area, 0 to 1
     * @param peopleShare share of the town's people, 0 to 1
     */
    public record ZonePart(String town, Geometry area, double areaShare, double peopleShare) {}

    /** A place that serves people; {@code supply}: how much it has to give, e.g. beds or staff, above 0. */
    public record ServicePoint(String id, Name name, String kind, Point location, double supply) {
        /** The point, as the end of a way. */
        public Place place() {
            return Place.of(id, location.getCoordinate());
        }
    }

    /** Posts of one quota type approved for a platform of a town, and the people who hold them (may be fewer, or more). */
    public record Held(String town, String platform, String quotaType, int posts, int people) {}

    /**
     * A quota pool (统筹周转编制池).
     *
     * @param owner {@code city}, a county's code or a zone's code; the towns it may serve follow from it
     * @param size posts, 0 or more
     * @param reserve share kept in reserve, 0 to 1
     * @param platforms the only platforms that it may serve; empty = all
     * @param termYears years after which what it lends comes back (周转); empty = it grants for good
     */
    public record Pool(
            String id,
            Name name,
            String quotaType,
            String owner,
            int size,
            BigDecimal reserve,
            Set<String> platforms,
            OptionalInt termYears) {
        public Pool {
            platforms = Set.copyOf(platforms);
        }

        /** A pool that may serve every platform and grants for good. */
        public Pool(String id, Name name, String quotaType, String owner, int size, BigDecimal reserve) {
            this(id, name, quotaType, owner, size, reserve, Set.of(), OptionalInt.empty());
        }

        /** The pool with another size. */
        public Pool withSize(int posts) {
            return new Pool(id, name, quotaType, owner, posts, reserve, platforms, termYears);
        }

        /** Owner of a pool that may serve every town. */
        public static final String CITY = "city";
    }

    /** A county department (县直部门); {@code floor}: people it must keep. */
    public record Department(String id, Name name, String county, int headCount, int floor) {}

    /**
     * A staff block (下沉人员): one person or an indivisible group.
     *
     * @param size people, 1 or more
     * @param home where they work today, metres
     * @param farthestMetres the farthest they may be sent, on the way from home to the town's seat;
     *         {@link Double#POSITIVE_INFINITY} = any distance
     * @param forbidden codes of towns closed to them
     * @param wishes codes of the towns that they wish, in order; empty = they wish nothing
     */
    public record StaffBlock(
            String id,
            String department,
            String quotaType,
            int size,
            Set<String> skills,
            Coordinate home,
            double farthestMetres,
            Set<String> forbidden,
            List<String> wishes) {
        public StaffBlock {
            skills = Set.copyOf(skills);
            forbidden = Set.copyOf(forbidden);
            wishes = List.copyOf(wishes);
        }

        /** The home, as the end of a way; a table may know it by the block or by the department. */
        public Place place() {
            return new Place(List.of(id, department), home);
        }
    }

    /**
     * A unit with posts of its own that can be consolidated: a station, an institution, a coordinating body.
     *
     * @param county code of its county
     * @param town code of the town that it belongs to; empty for those of a county or the city
     * @param place where it is, metres; empty where places do not matter
     * @param load what it serves, 0 or more: its distance counts with it, and it fills the capacity of the host
     * @param capacity most load that it can host, its own included; empty = no limit
     * @param duties codes of what it does
     * @param quotaType type of its posts
     * @param posts posts of its own; after a consolidation those that it has then
     * @param leaders leadership positions (领导职数), counted apart from posts; empty where the study does not say
     * @param mergedInto id of the unit that it was merged into, or that it is a branch of; empty while it stands on its own
     */
    public record Institution(
            String id,
            Name name,
            Kind kind,
            String county,
            Optional<String> town,
            Optional<Point> place,
            int load,
            OptionalInt capacity,
            Set<String> duties,
            String quotaType,
            int posts,
            OptionalInt leaders,
            Optional<String> mergedInto) {
        public Institution {
            duties = Set.copyOf(duties);
        }

        /** Whether it stands on its own: neither merged into another nor a branch of one. */
        public boolean stands() {
            return mergedInto.isEmpty();
        }

        /** Whether it is a branch (分支机构): part of another unit, with posts of its own. */
        public boolean isBranch() {
            return !stands() && posts > 0;
        }

        /** The same with other posts and leadership positions, perhaps as a part of another. */
        public Institution with(int otherPosts, OptionalInt otherLeaders, Optional<String> host) {
            return new Institution(
                    id,
                    name,
                    kind,
                    county,
                    town,
                    place,
                    load,
                    capacity,
                    duties,
                    quotaType,
                    otherPosts,
                    otherLeaders,
                    host);
        }

        /** The same under another county and town. */
        public Institution under(String otherCounty, Optional<String> otherTown) {
            return new Institution(
                    id,
                    name,
                    kind,
                    otherCounty,
                    otherTown,
                    place,
                    load,
                    capacity,
                    duties,
                    quotaType,
                    posts,
                    leaders,
                    mergedInto);
        }

        /** What kind of unit it is; only units of one kind merge. */
        public enum Kind {
            /** Police stations and the like (派出所, 站所). */
            STATION,
            /** Public institutions (事业单位). */
            INSTITUTION,
            /** Coordinating bodies (议事协调机构). */
            BODY
        }
    }

    /**
     * People whom a body can spare for resident teams (驻镇帮扶工作队).
     *
     * @param body id of a department or of a unit of {@link Institution}
     * @param skill what they can do that teams may ask for; empty = nothing in particular
     * @param people 1 or more
     * @param seat where they work, metres; empty where the row does not say
     */
    public record TeamStaff(String body, Optional<String> skill, int people, Optional<Point> seat) {}

    /**
     * One line of the staffing norm (核编标准): need of a platform = base + sum of rate times indicator, rounded half up,
     * then held between least and most. The most particular line wins: a kind and a zone before a kind before neither.
     *
     * @param kind the kind of town it is for; empty = any
     * @param inZone only for members of a zone (true) or only for others (false); empty = both
     * @param rates posts per unit of an indicator: {@code people} (per 1,000), {@code area} (per km²), or an attribute of towns
     * @param most {@link Integer#MAX_VALUE} = no upper limit
     */
    public record Norm(
            Optional<TownKind> kind,
            Optional<Boolean> inZone,
            String platform,
            BigDecimal base,
            Map<String, BigDecimal> rates,
            int least,
            int most) {
        public Norm {
            rates = Map.copyOf(rates);
        }
    }

    /** Least posts of a platform in towns of a kind (empty = any; the particular line wins). */
    public record Floor(Optional<TownKind> kind, String platform, int posts) {}

    /** Most posts of a quota type in towns of a kind: a share of the town's need, rounded down. */
    public record Ceiling(Optional<TownKind> kind, String quotaType, BigDecimal shareOfNeed) {}

    /** Weights and switches of the plan. */
    public record Policy(Map<Rule, Long> weights, Set<Rule> off) {
        public Policy {
            weights = Map.copyOf(weights);
            off = Set.copyOf(off);
        }
    }

    /** A decision that people made and the solver must keep (H8). */
    public sealed interface Decision {
        /** A pool grants to a town (one platform, or all together) at least and at most so many posts; most 0 = a ban. */
        record GrantWithin(String pool, String town, Optional<String> platform, int least, int most)
                implements Decision {
            /** {@code most} where there is no upper limit. */
            public static final int UNLIMITED = Integer.MAX_VALUE;
        }

        /** A block goes to this town, on this platform or on any. */
        record BlockGoes(String block, String town, Optional<String> platform) implements Decision {}

        /** A block stays in its department. */
        record BlockStays(String block) implements Decision {}

        /** A block must not go to this town. */
        record BlockNotTo(String block, String town) implements Decision {}

        /** No block of a department goes to this town. */
        record DepartmentNotTo(String department, String town) implements Decision {}
    }
}
