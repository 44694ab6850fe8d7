package org.zhenjie.scenarios.group;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.locationtech.jts.geom.Geometry;
import org.zhenjie.gis.coverage.Adjacency;
import org.zhenjie.gis.coverage.SharedBorder;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.planner.grouping.Compactness;
import org.zhenjie.planner.grouping.GroupingProblem;
import org.zhenjie.scenarios.problem.Problems;
import org.zhenjie.scenarios.reform.GroupTask;
import org.zhenjie.scenarios.reform.GroupTask.Bridge;
import org.zhenjie.scenarios.reform.GroupTask.Given;
import org.zhenjie.scenarios.study.Norms;
import org.zhenjie.scenarios.study.Study;
import org.zhenjie.scenarios.study.Study.Held;
import org.zhenjie.scenarios.study.Study.Town;
import org.zhenjie.scenarios.study.Study.Zone;
import org.zhenjie.scenarios.tables.Scale;
import org.zhenjie.scenarios.travel.Measure;
import org.zhenjie.scenarios.travel.Place;

/**
 * The towns of a study as a grouping. Towns touch where their boundaries share a stretch of border, or where the task says that they
 * do; distances are the study's ways between seats, in metres.
 *
 * @param task what is asked for
 * @param towns the towns that are grouped, in the study's order; positions in the problem are positions in this list
 * @param grouping the problem
 * @param bodies who can send people to the teams that are asked for
 * @param warnings what people should look at
 */
public record TownGrouping(
        GroupTask task, List<Town> towns, Grouping grouping, Optional<TeamBodies> bodies, List<Problem> warnings) {
    private static final double MILLIMETRES = 1_000;
    private static final int AREA_DIGITS = 2;

    public TownGrouping {
        towns = List.copyOf(towns);
        warnings = List.copyOf(warnings);
    }

    /**
     * States a task.
     *
     * @param study as the scenario's reforms left it
     * @throws org.zhenjie.gis.problem.InputException with all that makes no sense for the study
     */
    public static TownGrouping of(Study study, GroupTask task) {
        return new Stating(study, task).state();
    }

    /** What alone shows that there is no plan. */
    public List<Problem> obstacles() {
        return grouping.obstacles(
                "groups",
                task.where(),
                unit -> towns.get(unit).name().both() + " " + towns.get(unit).code());
    }

    /** What the task says of the group that holds some towns. */
    Optional<Given> given(List<Integer> members) {
        int[] pins = grouping.problem().pinsOf(members);
        return pins.length == 0 ? Optional.empty() : Optional.of(task.given().get(pins[0]));
    }

    private static final class Stating {
        private final Study study;
        private final GroupTask task;
        private final Problems problems = new Problems();
        private List<Town> towns = List.of();
        private final Map<String, Integer> positions = new HashMap<>();

        Stating(Study study, GroupTask task) {
            this.study = study;
            this.task = task;
        }

        TownGrouping state() {
            towns = chosen();
            towns.forEach(town -> positions.put(town.code(), positions.size()));
            if (problems.errors() == 0 && (task.groups() > towns.size() || towns.size() > Grouping.MOST_UNITS)) {
                problems.error("groups.number", task.where(), task.groups(), towns.size(), Grouping.MOST_UNITS);
            }
            problems.throwIfErrors();
            List<BigDecimal> loads = towns.stream().map(this::load).toList();
            int[] pins = pins();
            List<TreeMap<Integer, Long>> borders = borders();
            problems.throwIfErrors();
            Grouping grouping = grouping(loads, pins, borders);
            Optional<TeamBodies> bodies = task.team().map(team -> TeamBodies.of(study, team, towns, problems));
            problems.throwIfErrors();
            return new TownGrouping(task, towns, grouping, bodies, problems.warnings());
        }

        private List<Town> chosen() {
            Set<String> counties = new TreeSet<>(task.counties());
            Set<String> codes = new TreeSet<>(task.towns());
            counties.stream()
                    .filter(county -> study.county(county).isEmpty())
                    .forEach(county -> problems.error(
                            "groups.unknownCounty",
                            task.where().value(county),
                            study.counties().stream().map(Study.County::code).toList()));
            codes.stream()
                    .filter(code -> study.town(code).isEmpty())
                    .forEach(code ->
                            problems.error("groups.unknownTown", task.where().value(code)));
            boolean all = counties.isEmpty() && codes.isEmpty();
            return study.towns().stream()
                    .filter(town -> all || counties.contains(town.county()) || codes.contains(town.code()))
                    .toList();
        }

        private BigDecimal load(Town town) {
            return switch (task.load()) {
                case GroupTask.PEOPLE -> BigDecimal.valueOf(town.people());
                case GroupTask.AREA -> BigDecimal.valueOf(town.areaKm2()).setScale(AREA_DIGITS, RoundingMode.HALF_UP);
                case GroupTask.NEED -> BigDecimal.valueOf(new Norms(study).need(town));
                case GroupTask.HELD ->
                    BigDecimal.valueOf(study.held().stream()
                            .filter(held -> held.town().equals(town.code()))
                            .mapToLong(Held::posts)
                            .sum());
                default -> indicator(town);
            };
        }

        private BigDecimal indicator(Town town) {
            BigDecimal value = town.attributes().get(task.load());
            if (value == null) {
                problems.error(
                        "groups.unknownLoad",
                        task.where().field("load").value(task.load()),
                        town.code(),
                        town.attributes().keySet().stream().sorted().toList());
                return BigDecimal.ZERO;
            }
            if (value.signum() < 0) {
                problems.error("groups.loadBelowZero", task.where().value(town.code()), value.toPlainString());
            }
            return value.max(BigDecimal.ZERO);
        }

        private int[] pins() {
            int[] pins = new int[towns.size()];
            Arrays.fill(pins, GroupingProblem.FREE);
            for (int pin = 0; pin < task.given().size(); pin++) {
                Set<String> members = members(task.given().get(pin));
                if (members.isEmpty()) {
                    problems.error("groups.givenNothing", task.given().get(pin).where());
                }
                for (String code : members) {
                    pin(pins, code, pin);
                }
            }
            return pins;
        }

        private Set<String> members(Given given) {
            Set<String> codes = new TreeSet<>(given.towns());
            given.zone()
                    .ifPresent(code -> study.zone(code)
                            .ifPresentOrElse(
                                    zone -> codes.addAll(zone.towns()),
                                    () -> problems.error(
                                            "groups.unknownZone",
                                            given.where().value(code),
                                            study.zones().stream()
                                                    .map(Zone::code)
                                                    .toList())));
            return codes;
        }

        private void pin(int[] pins, String code, int pin) {
            Where where = task.given().get(pin).where().value(code);
            Integer position = positions.get(code);
            if (position == null) {
                problems.error("groups.notAmong", where);
            } else if (pins[position] != GroupingProblem.FREE) {
                problems.error("groups.givenTwice", where);
            } else {
                pins[position] = pin;
            }
        }

        /** By town the towns that it touches, with the border between them in millimetres. */
        private List<TreeMap<Integer, Long>> borders() {
            List<TreeMap<Integer, Long>> borders = new ArrayList<>();
            towns.forEach(town -> borders.add(new TreeMap<>()));
            for (SharedBorder border :
                    Adjacency.of(towns.stream().map(Town::boundary).toList())) {
                touch(borders, border.i(), border.j(), millimetres(border.sharedMetres()));
            }
            for (Bridge bridge : task.bridges()) {
                Integer from = positions.get(bridge.from());
                Integer to = positions.get(bridge.to());
                if (from == null || to == null) {
                    problems.error("groups.notAmong", bridge.where().value(from == null ? bridge.from() : bridge.to()));
                } else if (from.equals(to)) {
                    problems.error("groups.toItself", bridge.where().value(bridge.from()));
                } else {
                    touch(borders, from, to, 0);
                }
            }
            return borders;
        }

        private static void touch(List<TreeMap<Integer, Long>> borders, int one, int other, long length) {
            borders.get(one).putIfAbsent(other, length);
            borders.get(other).putIfAbsent(one, length);
        }

        private static long millimetres(double metres) {
            return Math.round(metres * MILLIMETRES);
        }

        private Grouping grouping(List<BigDecimal> numbers, int[] pins, List<TreeMap<Integer, Long>> borders) {
            long[][] distances = distances();
            Scale scale = scale(numbers, distances);
            long[] loads = numbers.stream().mapToLong(scale::whole).toArray();
            GroupingProblem problem = Grouping.problem(
                            towns.stream().map(Town::code).toList(),
                            loads,
                            distances,
                            borders.stream()
                                    .map(near -> near.keySet().stream()
                                            .mapToInt(Integer::intValue)
                                            .toArray())
                                    .toArray(int[][]::new),
                            task.groups(),
                            task.tolerance())
                    .withPins(pins);
            return new Grouping(problem.with(outlines(problem, borders)), scale, scale, List.of());
        }

        private Scale scale(List<BigDecimal> loads, long[][] distances) {
            BigDecimal total = loads.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            long farthest =
                    Arrays.stream(distances).flatMapToLong(Arrays::stream).max().orElse(0);
            Scale scale = Scale.of(loads.stream())
                    .within(total.multiply(BigDecimal.valueOf(farthest)), GroupingProblem.MOST_SUM);
            Scale.tellRounded(Map.of(task.load(), scale), problems);
            return scale;
        }

        /** Outlines are known of towns, so that it is always told how compact groups are; the weight may be 0. */
        private Compactness outlines(GroupingProblem problem, List<TreeMap<Integer, Long>> borders) {
            List<Geometry> boundaries = towns.stream().map(Town::boundary).toList();
            double area = boundaries.stream().mapToDouble(Geometry::getArea).sum();
            return new Compactness(
                    Grouping.compactnessCost(task.compactness(), problem, area),
                    boundaries.stream()
                            .mapToLong(one -> Math.round(one.getArea() * MILLIMETRES * MILLIMETRES))
                            .toArray(),
                    boundaries.stream()
                            .mapToLong(one -> millimetres(one.getLength()))
                            .toArray(),
                    borders.stream()
                            .map(near -> near.values().stream()
                                    .mapToLong(Long::longValue)
                                    .toArray())
                            .toArray(long[][]::new));
        }

        private long[][] distances() {
            List<Place> seats = towns.stream().map(Town::place).toList();
            long[][] distances = new long[seats.size()][seats.size()];
            int without = 0;
            for (int i = 0; i < seats.size(); i++) {
                double[] ways = study.ground().ways().lengths(seats.get(i), seats.subList(0, i), Measure.METRES);
                for (int j = 0; j < i; j++) {
                    boolean isWay = Double.isFinite(ways[j]);
                    without += isWay ? 0 : 1;
                    double metres = isWay
                            ? ways[j]
                            : seats.get(i).at().distance(seats.get(j).at());
                    distances[i][j] = Math.round(metres);
                    distances[j][i] = distances[i][j];
                }
            }
            if (without > 0) {
                problems.warning("groups.noWay", task.where(), without);
            }
            return distances;
        }
    }
}
