package org.zhenjie.scenarios.indicator;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.zhenjie.scenarios.problem.Texts;
import org.zhenjie.scenarios.study.IndicatorSet;
import org.zhenjie.scenarios.study.IndicatorSet.Subject;
import org.zhenjie.scenarios.study.Name;
import org.zhenjie.scenarios.study.Study;
import org.zhenjie.scenarios.study.Study.ServiceKind;
import org.zhenjie.scenarios.travel.Measure;

/** One indicator of a planned scenario. */
public sealed interface Indicator {

    /** Every indicator of a study, in the order in which tables show them; those that it has no data for are left out. */
    static List<Indicator> of(Study study) {
        List<Indicator> all = new ArrayList<>(List.of(Plain.values()));
        Arrays.stream(OfUnits.values()).filter(one -> one.isGiven(study)).forEach(all::add);
        study.serviceKinds().forEach(kind -> {
            all.add(reach(kind));
            all.add(nearest(kind));
            all.add(supply(kind));
        });
        study.indicatorSets().stream()
                .filter(set -> set.of() == Subject.TOWN)
                .map(Indicator::score)
                .forEach(all::add);
        return List.copyOf(all);
    }

    /** The indicator of an id, among those of a study. */
    static Optional<Indicator> of(Study study, String id) {
        return of(study).stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** Who is within reach of a kind of service points. */
    static Indicator reach(ServiceKind kind) {
        return new Reach(kind.id(), kind.name());
    }

    /** How far the nearest point of a kind is. */
    static Indicator nearest(ServiceKind kind) {
        return new Nearest(kind.id(), kind.name(), kind.measure());
    }

    /** What the points of a kind give to each resident. */
    static Indicator supply(ServiceKind kind) {
        return new Supply(kind.id(), kind.name());
    }

    /** The score of towns in a set of indicators. */
    static Indicator score(IndicatorSet set) {
        return new Score(set.id(), set.name());
    }

    /** Unique and stable: for files, options and settings. */
    String id();

    /** Name for people, without its unit. */
    String name(Locale locale);

    /** What it is counted in. */
    Unit unit();

    /** Which way is better. */
    Direction direction();

    /** The levels it is given for: all, unless it says otherwise. */
    default Set<Level> levels() {
        return Set.of(Level.values());
    }

    /** Name and, where there is one, unit. */
    default String heading(Locale locale) {
        String text = unit().text(locale);
        return text.isBlank() ? name(locale) : Texts.of("indicator.heading", locale, name(locale), text);
    }

    /** A value for people, without its unit. */
    default String format(double value, Locale locale) {
        DecimalFormat format = new DecimalFormat(unit().pattern(), DecimalFormatSymbols.getInstance(locale));
        format.setRoundingMode(java.math.RoundingMode.HALF_UP);
        return format.format(value);
    }

    /** A difference for people: with its sign; shares as percentage points. */
    default String formatDifference(double value, Locale locale) {
        String text = format(Math.abs(value), locale);
        boolean nothing = text.equals(format(0, locale));
        return nothing ? text : (value < 0 ? "−" : "+") + text;
    }

    /** The indicators that every study has. 'Before' is after the scenario's reforms and before its plan. */
    enum Plain implements Indicator {
        /** Residents. */
        PEOPLE(Unit.PEOPLE, Direction.NEUTRAL, true),
        /** Area of the boundary. */
        AREA(Unit.SQUARE_KM, Direction.NEUTRAL, true),
        /** Residents by area. */
        DENSITY(Unit.PEOPLE_PER_SQUARE_KM, Direction.NEUTRAL, true),
        /** Posts that the norm asks for. */
        NEED(Unit.POSTS, Direction.NEUTRAL, true),
        /** Posts held before the plan. */
        POSTS_BEFORE(Unit.POSTS, Direction.NEUTRAL, true),
        /** Posts with the plan. */
        POSTS_AFTER(Unit.POSTS, Direction.MORE, true),
        /** Staffing ratio (配备率) before the plan: posts by need. */
        RATIO_BEFORE(Unit.SHARE, Direction.MORE, true),
        /** Staffing ratio with the plan. */
        RATIO_AFTER(Unit.SHARE, Direction.MORE, true),
        /** Posts short of need before the plan, platform by platform. */
        SHORTFALL_BEFORE(Unit.POSTS, Direction.LESS, true),
        /** Posts short of need with the plan, platform by platform (M1). */
        SHORTFALL(Unit.POSTS, Direction.LESS, true),
        /** Posts granted from pools. */
        GRANTED(Unit.POSTS, Direction.NEUTRAL, true),
        /** People received from county departments. */
        RECEIVED(Unit.POSTS, Direction.NEUTRAL, true),
        /** Posts moved: granted and received. */
        MOVED(Unit.POSTS, Direction.NEUTRAL, true),
        /** Travel of devolved staff: people times straight-line distance from their home to the town's seat. */
        TRAVEL(Unit.POST_KM, Direction.LESS, true),
        /** Travel of devolved staff for each of them. */
        TRAVEL_MEAN(Unit.KM, Direction.LESS, true),
        /** Standard deviation of the towns' staffing ratio before the plan, weighted by need. */
        SPREAD_BEFORE(Unit.SHARE, Direction.LESS, false),
        /** Standard deviation of the towns' staffing ratio with the plan, weighted by need. */
        SPREAD(Unit.SHARE, Direction.LESS, false),
        /** Lowest staffing ratio of a town with the plan. */
        RATIO_MIN(Unit.SHARE, Direction.MORE, false),
        /** Highest staffing ratio of a town with the plan. */
        RATIO_MAX(Unit.SHARE, Direction.NEUTRAL, false),
        /** Gini index of posts over need with the plan; a read-out. */
        GINI(Unit.INDEX, Direction.LESS, false),
        /** Places that serve people, of all kinds. */
        SERVICE_POINTS(Unit.POINTS, Direction.MORE, true);

        private final Unit unit;
        private final Direction direction;
        private final boolean forTowns;

        Plain(Unit unit, Direction direction, boolean forTowns) {
            this.unit = unit;
            this.direction = direction;
            this.forTowns = forTowns;
        }

        @Override
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        @Override
        public String name(Locale locale) {
            return Texts.of("indicator." + id(), locale);
        }

        @Override
        public Unit unit() {
            return unit;
        }

        @Override
        public Direction direction() {
            return direction;
        }

        @Override
        public Set<Level> levels() {
            return forTowns ? Set.of(Level.values()) : Set.of(Level.CITY, Level.COUNTY);
        }
    }

    /** Indicators of what only some studies have. 'Before' is after the scenario's reforms and before its plan. */
    enum OfUnits implements Indicator {
        /** Stations, institutions and bodies that stand on their own. */
        INSTITUTIONS(Unit.UNITS, study -> !study.institutions().isEmpty()),
        /** Leadership positions (领导职数) of stations, institutions and bodies. */
        LEADERS(
                Unit.LEADERS,
                study -> study.institutions().stream()
                        .anyMatch(unit -> unit.leaders().isPresent())),
        /** Staff outside establishment (编外人员) before the plan. */
        OUTSIDE_BEFORE(Unit.PEOPLE, OfUnits::hasOutside),
        /** Staff outside establishment that the plan keeps. */
        OUTSIDE(Unit.PEOPLE, OfUnits::hasOutside),
        /** What they and the services bought in their place cost a year before the plan. */
        OUTSIDE_COST_BEFORE(Unit.MONEY, OfUnits::hasOutside),
        /** What those that the plan keeps and the services cost a year. */
        OUTSIDE_COST(Unit.MONEY, OfUnits::hasOutside),
        /** Workload of the duties that towns hold, hours a year. */
        DUTY_HOURS(Unit.HOURS, study -> !study.terms().duties().all().isEmpty()),
        /** Saturation (工作饱和度) before the plan: workload hours over the hours that the posts held work. */
        SATURATION_BEFORE(Unit.SHARE, OfUnits::hasHours),
        /** Saturation with the plan. */
        SATURATION(Unit.SHARE, OfUnits::hasHours);

        private final Unit unit;
        private final Predicate<Study> given;

        OfUnits(Unit unit, Predicate<Study> given) {
            this.unit = unit;
            this.given = given;
        }

        private static boolean hasOutside(Study study) {
            return !study.terms().outside().isEmpty();
        }

        private static boolean hasHours(Study study) {
            return study.terms().duties().hoursPerPost() > 0;
        }

        /** Whether a study has data for it. */
        boolean isGiven(Study study) {
            return given.test(study);
        }

        @Override
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        @Override
        public String name(Locale locale) {
            return Texts.of("indicator." + id(), locale);
        }

        @Override
        public Unit unit() {
            return unit;
        }

        @Override
        public Direction direction() {
            return Direction.NEUTRAL;
        }
    }

    /**
     * Mean length of residents' way to the nearest service point of a kind; those without a way to any do not count.
     *
     * @param kind id of the kind of service points
     * @param kindName its name
     * @param measure what its reach is counted in
     */
    record Nearest(String kind, Name kindName, Measure measure) implements Indicator {
        @Override
        public String id() {
            return "nearest:" + kind;
        }

        @Override
        public String name(Locale locale) {
            return Texts.of("indicator.nearest", locale, kindName.in(locale));
        }

        @Override
        public Unit unit() {
            return measure == Measure.METRES ? Unit.KM : Unit.MINUTES;
        }

        @Override
        public Direction direction() {
            return Direction.LESS;
        }
    }

    /**
     * Supply of the service points of a kind for 1,000 residents, where each point serves those within its reach (two-step
     * floating catchment).
     *
     * @param kind id of the kind of service points
     * @param kindName its name
     */
    record Supply(String kind, Name kindName) implements Indicator {
        @Override
        public String id() {
            return "supply:" + kind;
        }

        @Override
        public String name(Locale locale) {
            return Texts.of("indicator.supply", locale, kindName.in(locale));
        }

        @Override
        public Unit unit() {
            return Unit.PER_THOUSAND;
        }

        @Override
        public Direction direction() {
            return Direction.MORE;
        }
    }

    /**
     * Share of residents within reach of a service point of a kind, of this town or of another. Residents live in the study's
     * settlements, and evenly over the area of a town that has none.
     *
     * @param kind id of the kind of service points
     * @param kindName its name
     */
    record Reach(String kind, Name kindName) implements Indicator {
        @Override
        public String id() {
            return "reach:" + kind;
        }

        @Override
        public String name(Locale locale) {
            return Texts.of("indicator.reach", locale, kindName.in(locale));
        }

        @Override
        public Unit unit() {
            return Unit.SHARE;
        }

        @Override
        public Direction direction() {
            return Direction.MORE;
        }
    }

    /**
     * A numeric column of the towns' data.
     *
     * @param column its name
     */
    record Column(String column) implements Indicator {
        @Override
        public String id() {
            return "column:" + column;
        }

        @Override
        public String name(Locale locale) {
            return column;
        }

        @Override
        public Unit unit() {
            return Unit.NUMBER;
        }

        @Override
        public Direction direction() {
            return Direction.NEUTRAL;
        }

        @Override
        public Set<Level> levels() {
            return Set.of(Level.TOWN);
        }
    }

    /**
     * Score of a town in a set of indicators, 0 to {@value IndicatorSet#FULL}; see {@link Scorecard}.
     *
     * @param set id of the set
     * @param setName its name
     */
    record Score(String set, Name setName) implements Indicator {
        @Override
        public String id() {
            return "score:" + set;
        }

        @Override
        public String name(Locale locale) {
            return Texts.of("indicator.score", locale, setName.in(locale));
        }

        @Override
        public Unit unit() {
            return Unit.SCORE;
        }

        @Override
        public Direction direction() {
            return Direction.MORE;
        }

        @Override
        public Set<Level> levels() {
            return Set.of(Level.TOWN);
        }
    }

    /** Indicators of a single station, institution or body; those that merged into it and its branches are part of it. */
    enum OfInstitution implements Indicator {
        /** Its posts. */
        POSTS(Unit.POSTS, study -> true, InstitutionFigures::posts),
        /** Leadership positions (领导职数). */
        LEADERS(Unit.LEADERS, OfUnits.LEADERS::isGiven, InstitutionFigures::leaders),
        /** Posts for each leadership position. */
        POSTS_PER_LEADER(Unit.NUMBER, OfUnits.LEADERS::isGiven, InstitutionFigures::postsPerLeader),
        /** What it serves. */
        LOAD(Unit.NUMBER, study -> true, InstitutionFigures::load),
        /** What it serves for each of its posts. */
        LOAD_PER_POST(Unit.NUMBER, study -> true, InstitutionFigures::loadPerPost),
        /** What it serves over its capacity. */
        CAPACITY_USE(Unit.SHARE, study -> true, InstitutionFigures::capacityUse),
        /** Workload of the duties that it holds, hours a year. */
        DUTY_HOURS(Unit.HOURS, OfUnits.DUTY_HOURS::isGiven, InstitutionFigures::dutyHours),
        /** Saturation (工作饱和度): hours of its duties over the hours that its posts work. */
        SATURATION(Unit.SHARE, OfUnits.DUTY_HOURS::isGiven, InstitutionFigures::saturation);

        private final Unit unit;
        private final Predicate<Study> given;
        private final Function<InstitutionFigures, OptionalDouble> value;

        OfInstitution(Unit unit, Predicate<Study> given, Function<InstitutionFigures, OptionalDouble> value) {
            this.unit = unit;
            this.given = given;
            this.value = value;
        }

        /** Whether a study has data for it. */
        boolean isGiven(Study study) {
            return given.test(study);
        }

        /** The value of a unit of a study. */
        OptionalDouble value(InstitutionFigures figures) {
            return value.apply(figures);
        }

        /** Its name in a set of indicators. */
        String figure() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        @Override
        public String id() {
            return "institution:" + figure();
        }

        @Override
        public String name(Locale locale) {
            return Texts.of("indicator.institution." + figure(), locale);
        }

        @Override
        public Unit unit() {
            return unit;
        }

        @Override
        public Direction direction() {
            return Direction.NEUTRAL;
        }

        @Override
        public Set<Level> levels() {
            return Set.of();
        }
    }
}
