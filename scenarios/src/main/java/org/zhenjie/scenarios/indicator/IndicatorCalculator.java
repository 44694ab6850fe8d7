package org.zhenjie.scenarios.indicator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.OutsideStaff;
import org.zhenjie.scenarios.access.Access;
import org.zhenjie.scenarios.indicator.Indicator.OfUnits;
import org.zhenjie.scenarios.indicator.Indicator.Plain;
import org.zhenjie.scenarios.indicator.SetFigures.Figure;
import org.zhenjie.scenarios.plan.PlannedScenario;
import org.zhenjie.scenarios.study.Duties;
import org.zhenjie.scenarios.study.IndicatorSet;
import org.zhenjie.scenarios.study.IndicatorSet.Subject;
import org.zhenjie.scenarios.study.Study;
import org.zhenjie.scenarios.study.Study.County;
import org.zhenjie.scenarios.study.Study.Institution;
import org.zhenjie.scenarios.study.Study.ServiceKind;
import org.zhenjie.scenarios.study.Study.ServicePoint;
import org.zhenjie.scenarios.study.Study.Town;
import org.zhenjie.scenarios.study.TownFinder;
import org.zhenjie.scenarios.study.TownTerms;

/** Computes the table of one planned scenario: first the sums of each town, then every row from sums of towns. */
final class IndicatorCalculator {
    private final PlannedScenario planned;
    private final Study study;
    private final List<Sums> towns = new ArrayList<>();
    private final Map<String, Integer> positions = new HashMap<>();
    private final Map<IndicatorSet, List<Figure>> townSets = new LinkedHashMap<>();

    IndicatorCalculator(PlannedScenario planned) {
        this.planned = planned;
        this.study = planned.study();
        study.towns().forEach(town -> positions.put(town.code(), positions.size()));
        study.indicatorSets().stream()
                .filter(set -> set.of() == Subject.TOWN)
                .forEach(set -> townSets.put(set, SetFigures.of(planned.baseline(), set)));
    }

    /** What adds up over towns. */
    private static final class Sums {
        long people;
        double area;
        long need;
        long before;
        long after;
        long shortBefore;
        long shortAfter;
        long granted;
        long received;
        long metres;
        long points;
        long outsideBefore;
        long outside;
        long outsideCostBefore;
        long outsideCost;
        double dutyHours;
        double workHours;
        final Map<ServiceKind, Access.Sums> access = new LinkedHashMap<>();

        void add(Sums other) {
            people += other.people;
            area += other.area;
            need += other.need;
            before += other.before;
            after += other.after;
            shortBefore += other.shortBefore;
            shortAfter += other.shortAfter;
            granted += other.granted;
            received += other.received;
            metres += other.metres;
            points += other.points;
            outsideBefore += other.outsideBefore;
            outside += other.outside;
            outsideCostBefore += other.outsideCostBefore;
            outsideCost += other.outsideCost;
            dutyHours += other.dutyHours;
            workHours += other.workHours;
            other.access.forEach((kind, sums) -> access.merge(kind, sums, Access.Sums::plus));
        }
    }

    IndicatorTable table() {
        sumTowns();
        List<IndicatorTable.Row> rows = new ArrayList<>();
        rows.add(row(new Region(Level.CITY, Region.CITY, study.name(), Optional.empty()), towns));
        for (County county : study.counties()) {
            Region region = new Region(Level.COUNTY, county.code(), county.name(), Optional.empty());
            rows.add(row(region, townsOf(county)));
        }
        for (int i = 0; i < towns.size(); i++) {
            Town town = study.towns().get(i);
            Region region = new Region(Level.TOWN, town.code(), town.name(), Optional.of(town.county()));
            rows.add(row(region, List.of(towns.get(i))));
        }
        return new IndicatorTable(Indicator.of(study), rows);
    }

    private List<Sums> townsOf(County county) {
        return IntStream.range(0, towns.size())
                .filter(i -> study.towns().get(i).county().equals(county.code()))
                .mapToObj(towns::get)
                .toList();
    }

    private void sumTowns() {
        AllocationProblem problem = planned.problem();
        int[][] before = new int[study.towns().size()][study.platforms().size()];
        problem.held().forEach(held -> before[held.town()][held.platform()] += held.posts());
        for (int i = 0; i < before.length; i++) {
            Town town = study.towns().get(i);
            Sums sums = new Sums();
            sums.people = town.people();
            sums.area = town.areaKm2();
            for (int platform = 0; platform < before[i].length; platform++) {
                int need = problem.towns().get(i).need().get(platform);
                int after = planned.score().levels().get(i).get(platform);
                sums.need += need;
                sums.before += before[i][platform];
                sums.after += after;
                sums.shortBefore += Math.max(0, need - before[i][platform]);
                sums.shortAfter += Math.max(0, need - after);
            }
            towns.add(sums);
        }
        addDecisions();
        addOutside();
        addWork();
        addPoints();
        addAccess();
    }

    private void addDecisions() {
        planned.plan().grants().forEach(grant -> towns.get(grant.town()).granted += grant.posts());
        Map<String, AllocationProblem.Block> blocks = new HashMap<>();
        planned.problem().blocks().forEach(block -> blocks.put(block.id(), block));
        planned.plan().postings().forEach(posting -> {
            AllocationProblem.Block block = blocks.get(posting.block());
            Sums town = towns.get(posting.town());
            town.received += block.size();
            block.destinations().stream()
                    .filter(destination -> destination.town() == posting.town())
                    .forEach(destination -> town.metres += destination.metres() * block.size());
        });
    }

    private void addOutside() {
        OutsideStaff staff = OutsideStaff.of(planned.problem());
        for (TownTerms.Outside one : study.terms().outside()) {
            int town = positions.get(one.town());
            Sums sums = towns.get(town);
            sums.outsideBefore += one.people();
            sums.outside += staff.kept(town);
            sums.outsideCostBefore += one.cost(one.people());
            sums.outsideCost += one.cost(staff.kept(town));
        }
    }

    private void addWork() {
        Duties duties = study.terms().duties();
        for (Duties.Holding holding : duties.holdings()) {
            Integer town = positions.get(holding.holder());
            if (town != null) {
                towns.get(town).dutyHours += duties.hours(holding).doubleValue();
            }
        }
        for (int i = 0; i < towns.size(); i++) {
            Town town = study.towns().get(i);
            double other = duties.indicator()
                    .map(name -> town.attributes().getOrDefault(name, BigDecimal.ZERO))
                    .map(BigDecimal::doubleValue)
                    .orElse(0.0);
            towns.get(i).workHours = towns.get(i).dutyHours + other;
        }
    }

    /** Units of a region: those of a county need no town. */
    private List<Institution> institutions(Region region) {
        return study.institutions().stream()
                .filter(unit -> switch (region.level()) {
                    case CITY -> true;
                    case COUNTY -> unit.county().equals(region.code());
                    case TOWN -> unit.town().equals(Optional.of(region.code()));
                })
                .toList();
    }

    private void putUnits(Map<Indicator, Double> values, Region region, Sums sums) {
        List<Institution> units = institutions(region);
        Map<OfUnits, Long> all = new LinkedHashMap<>();
        all.put(OfUnits.INSTITUTIONS, units.stream().filter(Institution::stands).count());
        all.put(
                OfUnits.LEADERS,
                units.stream().mapToLong(unit -> unit.leaders().orElse(0)).sum());
        all.put(OfUnits.OUTSIDE_BEFORE, sums.outsideBefore);
        all.put(OfUnits.OUTSIDE, sums.outside);
        all.put(OfUnits.OUTSIDE_COST_BEFORE, sums.outsideCostBefore);
        all.put(OfUnits.OUTSIDE_COST, sums.outsideCost);
        all.forEach((indicator, value) -> {
            if (indicator.isGiven(study)) {
                put(values, indicator, value);
            }
        });
        if (OfUnits.DUTY_HOURS.isGiven(study)) {
            put(values, OfUnits.DUTY_HOURS, sums.dutyHours);
        }
        double perPost = study.terms().duties().hoursPerPost();
        putRatio(values, OfUnits.SATURATION_BEFORE, sums.workHours, perPost * sums.before);
        putRatio(values, OfUnits.SATURATION, sums.workHours, perPost * sums.after);
    }

    private void addAccess() {
        Access.Survey survey = new Access.Survey(study);
        for (ServiceKind kind : study.serviceKinds()) {
            List<Access.Sums> sums = survey.of(kind).towns();
            for (int i = 0; i < towns.size(); i++) {
                towns.get(i).access.put(kind, sums.get(i));
            }
        }
    }

    /** A point on a border counts for the first of its towns. */
    private void addPoints() {
        TownFinder finder = new TownFinder(study.towns());
        for (ServicePoint point : study.servicePoints()) {
            finder.position(point.location()).ifPresent(i -> towns.get(i).points++);
        }
    }

    private IndicatorTable.Row row(Region region, List<Sums> members) {
        Sums sums = new Sums();
        members.forEach(sums::add);
        Map<Indicator, Double> values = new LinkedHashMap<>();
        put(values, Plain.PEOPLE, sums.people);
        put(values, Plain.AREA, sums.area);
        putRatio(values, Plain.DENSITY, sums.people, sums.area);
        put(values, Plain.NEED, sums.need);
        put(values, Plain.POSTS_BEFORE, sums.before);
        put(values, Plain.POSTS_AFTER, sums.after);
        putRatio(values, Plain.RATIO_BEFORE, sums.before, sums.need);
        putRatio(values, Plain.RATIO_AFTER, sums.after, sums.need);
        put(values, Plain.SHORTFALL_BEFORE, sums.shortBefore);
        put(values, Plain.SHORTFALL, sums.shortAfter);
        put(values, Plain.GRANTED, sums.granted);
        put(values, Plain.RECEIVED, sums.received);
        put(values, Plain.MOVED, sums.granted + sums.received);
        put(values, Plain.TRAVEL, sums.metres / 1000.0);
        putRatio(values, Plain.TRAVEL_MEAN, sums.metres / 1000.0, sums.received);
        put(values, Plain.SERVICE_POINTS, sums.points);
        putUnits(values, region, sums);
        if (region.level() != Level.TOWN) {
            putSpread(values, members);
        }
        sums.access.forEach((kind, access) -> {
            access.reach().ifPresent(share -> put(values, Indicator.reach(kind), share));
            access.nearest().ifPresent(way -> put(values, Indicator.nearest(kind), way));
            access.supplyPerThousand().ifPresent(supply -> put(values, Indicator.supply(kind), supply));
        });
        if (region.level() == Level.TOWN) {
            putScores(values, study.towns().get(positions.get(region.code())));
        }
        return new IndicatorTable.Row(region, values);
    }

    private void putScores(Map<Indicator, Double> values, Town town) {
        townSets.forEach((set, figures) -> Scorecard.of(figures, town, values)
                .score()
                .ifPresent(score -> put(values, Indicator.score(set), score)));
    }

    private static void putSpread(Map<Indicator, Double> values, List<Sums> members) {
        Spread.over(members.stream()
                        .map(town -> new Spread.Staffing(town.before, town.need))
                        .toList())
                .ifPresent(spread -> put(values, Plain.SPREAD_BEFORE, spread.deviation()));
        Spread.over(members.stream()
                        .map(town -> new Spread.Staffing(town.after, town.need))
                        .toList())
                .ifPresent(spread -> {
                    put(values, Plain.SPREAD, spread.deviation());
                    put(values, Plain.RATIO_MIN, spread.least());
                    put(values, Plain.RATIO_MAX, spread.most());
                    put(values, Plain.GINI, spread.gini());
                });
    }

    private static void put(Map<Indicator, Double> values, Indicator indicator, double value) {
        values.put(indicator, value);
    }

    private static void putRatio(Map<Indicator, Double> values, Indicator indicator, double part, double whole) {
        if (whole > 0) {
            values.put(indicator, part / whole);
        }
    }
}
