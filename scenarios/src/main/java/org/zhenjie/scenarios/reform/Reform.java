package org.zhenjie.scenarios.reform;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.locationtech.jts.geom.Coordinate;
import org.zhenjie.gis.edit.Cut;
import org.zhenjie.scenarios.stations.NumberRange;
import org.zhenjie.scenarios.study.Name;
import org.zhenjie.scenarios.study.Study;
import org.zhenjie.scenarios.study.Study.Decision;
import org.zhenjie.scenarios.study.TownKind;

/** One edit of a scenario (改革措施). */
public sealed interface Reform {

    /** Towns become streets (撤镇改街). */
    record ConvertToStreet(List<String> towns) implements Reform {}

    /** Towns of one county become one unit, with everything they hold; {@code code} may be one of theirs or a new one. */
    record MergeTowns(List<String> towns, String code, Name name, TownKind kind) implements Reform {}

    /**
     * A town becomes two along a line (分设).
     *
     * @param line in longitude and latitude; its side does not matter
     * @param left what lies left of the line as it is drawn
     * @param right what lies right of it
     */
    record SplitTown(String town, Cut.Line line, Unit left, Unit right) implements Reform {}

    /**
     * A unit that a split forms.
     *
     * @param code the split town's own or a new one
     * @param seat in longitude and latitude; empty = the old seat where it lies there, else a place inside
     */
    record Unit(String code, Name name, TownKind kind, Optional<Coordinate> seat) {}

    /** A part of one town goes to a neighbour in its county (区划调整); the cut is in longitude and latitude. */
    record MovePart(String from, String to, Cut part) implements Reform {}

    /** Towns and parts of towns join a zone; its planned area changes where one is given. */
    record ExtendZone(String zone, List<String> towns, List<TownPart> parts, Optional<BigDecimal> plannedAreaKm2)
            implements Reform {
        public ExtendZone {
            towns = List.copyOf(towns);
            parts = List.copyOf(parts);
        }

        /** Whole towns join. */
        public ExtendZone(String zone, List<String> towns, Optional<BigDecimal> plannedAreaKm2) {
            this(zone, towns, List.of(), plannedAreaKm2);
        }
    }

    /** A part of a town; the cut is in longitude and latitude, and a line has a side. */
    record TownPart(String town, Cut part) {}

    /**
     * A pool grows ({@code by} above 0) or shrinks.
     *
     * @param account where the posts come from or go to: {@code outside} or another pool of the same quota type; empty breaks
     *     total control (H9)
     */
    record ChangePool(String pool, int by, Optional<String> account) implements Reform {
        /** The account for posts from or to anybody beyond the study. */
        public static final String OUTSIDE = "outside";
    }

    /**
     * Units of one kind are consolidated (整合): some stay, each other one merges into one of them, with the least sum of load times
     * distance. A unit that merges gives a share of its posts to a pool, rounded down, and the rest to its host.
     *
     * @param units ids of the units that are concerned; empty = all of the kind that stand on their own
     * @param keep how many of them stay
     * @param each the area in each of which so many stay; empty = in all
     * @param stay ids of those that stay whatever it costs
     * @param by what counts as distance
     * @param coverKm the farthest that load may be from its host, km; for places only
     * @param coverShare share of all load that must lie within that
     * @param acrossCounties whether a unit may merge into one of another county
     * @param freedShare share of the posts of each merged unit that go to the pool, 0 to 1
     * @param leadersShare share of the leadership positions of each merged unit that go to its host, rounded down, 0 to 1; the others
     *     are cut
     * @param branches whether a merged unit stays at its place as a branch of its host, with the posts that are not freed
     * @param pool the pool, of the quota type of the units
     */
    record Consolidate(
            Study.Institution.Kind kind,
            List<String> units,
            Keep keep,
            Optional<Area> each,
            List<String> stay,
            Distance by,
            Optional<BigDecimal> coverKm,
            BigDecimal coverShare,
            boolean acrossCounties,
            BigDecimal freedShare,
            BigDecimal leadersShare,
            boolean branches,
            String pool)
            implements Reform {
        public Consolidate {
            units = List.copyOf(units);
            stay = List.copyOf(stay);
        }

        /** What counts as distance. */
        public enum Distance {
            /** Straight lines between places. */
            PLACE,
            /** How unlike the duties are: 1 - Jaccard index. */
            DUTIES
        }

        /** The areas in each of which units stay. */
        public enum Area {
            TOWN,
            COUNTY
        }

        /**
         * How many stay: a number, or the one between two for which the cost of merging less the value of the freed posts is least, of
         * equals the greatest.
         *
         * @param postValue what a freed post is worth in the unit of the cost: load times km, or load times unlikeness
         */
        public record Keep(NumberRange numbers, BigDecimal postValue) {}
    }

    /**
     * Units are handed over (移交) to a county or a town, with their posts.
     *
     * @param to code of a county or a town
     */
    record HandOver(List<String> institutions, String to) implements Reform {
        public HandOver {
            institutions = List.copyOf(institutions);
        }
    }

    /**
     * A unit is set up (设立), with posts from a pool; its quota type is that of the pool.
     *
     * @param at code of a county or a town
     * @param place in longitude and latitude
     */
    record Found(
            String id,
            Name name,
            Study.Institution.Kind kind,
            String at,
            Optional<Coordinate> place,
            List<String> duties,
            int load,
            int posts,
            OptionalInt leaders,
            String pool)
            implements Reform {
        public Found {
            duties = List.copyOf(duties);
        }
    }

    /** Units are dropped (撤销); their posts go to a pool, their leadership positions and their branches end. */
    record Abolish(List<String> institutions, String pool) implements Reform {
        public Abolish {
            institutions = List.copyOf(institutions);
        }
    }

    /**
     * Powers are handed to towns (职权下放).
     *
     * @param powers ids; empty = every power
     * @param towns codes; empty = every town
     * @param open false = the towns take them, true = those take them that hold the people
     */
    record HandPowers(List<String> powers, List<String> towns, boolean open) implements Reform {}

    /** Towns may let staff outside establishment go until their limits are kept; {@code towns} empty = every town. */
    record OpenOutside(List<String> towns) implements Reform {}

    /**
     * Staff outside establishment leave a town (such as to a state firm), come to one, or go from one to another (as when teams
     * merge).
     *
     * @param from the town that they leave; empty = they are new
     * @param to the town that they come to; empty = they leave for good
     * @param unitCost what one of them costs a year; empty = as in the town that they leave, else as in the other
     * @param services what is bought in their place costs a year, in the town that they leave, else in the other
     */
    record MoveOutside(Optional<String> from, Optional<String> to, int people, OptionalInt unitCost, long services)
            implements Reform {}

    /**
     * A limit on staff outside establishment is set anew, higher or lower (人费双控).
     *
     * @param unit code of a town or a county, or {@code city}
     * @param people most of them; empty = no limit
     * @param budget most that they and the services cost a year; empty = no limit
     */
    record LimitOutside(String unit, OptionalInt people, Optional<Long> budget) implements Reform {}

    /**
     * A duty, or a share of it, goes from one body to others (职责划转); its workload goes along, and with it need.
     *
     * @param from code or id of the body that gives it
     * @param to those that get it
     * @param share of the whole duty; empty = all that the body holds
     * @param split how it is divided among them
     */
    record MoveDuty(String duty, String from, List<String> to, Optional<BigDecimal> share, Split split)
            implements Reform {
        public MoveDuty {
            to = List.copyOf(to);
        }

        /** How a share is divided; to a millionth, by largest remainder. */
        public enum Split {
            EQUAL,
            /** By the residents of the towns that get it. */
            PEOPLE
        }
    }

    /**
     * A quota type may stand in on a platform up to another share of its need (统筹使用各类编制).
     *
     * @param kind the kind of towns; empty = those without a line for their own kind
     * @param shareOfNeed 0 = none; empty = no limit
     */
    record StandIn(Optional<TownKind> kind, String platform, String quotaType, Optional<BigDecimal> shareOfNeed)
            implements Reform {}

    /**
     * The floor of a field (领域下限) is set anew or changed.
     *
     * @param counties codes, each for the towns of a county or, where the field is counted over counties, for the county itself
     * @param towns codes; both empty = everywhere
     * @param share of need: the floor, or what is added to it
     * @param isChange whether it is added
     */
    record ChangeFieldFloor(String field, List<String> counties, List<String> towns, BigDecimal share, boolean isChange)
            implements Reform {
        public ChangeFieldFloor {
            counties = List.copyOf(counties);
            towns = List.copyOf(towns);
        }
    }

    /** A decision is pinned (锁定). */
    record Pin(Decision decision) implements Reform {}

    /** A decision is ruled out. */
    record Ban(Decision decision) implements Reform {}
}
