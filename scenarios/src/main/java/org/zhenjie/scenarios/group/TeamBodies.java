package org.zhenjie.scenarios.group;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Point;
import org.zhenjie.planner.teams.TeamProblem;
import org.zhenjie.planner.teams.TeamProblem.Supply;
import org.zhenjie.scenarios.group.TownGroups.TownGroup;
import org.zhenjie.scenarios.problem.Problems;
import org.zhenjie.scenarios.reform.GroupTask;
import org.zhenjie.scenarios.study.Name;
import org.zhenjie.scenarios.study.Study;
import org.zhenjie.scenarios.study.Study.Department;
import org.zhenjie.scenarios.study.Study.Institution;
import org.zhenjie.scenarios.study.Study.StaffBlock;
import org.zhenjie.scenarios.study.Study.TeamStaff;
import org.zhenjie.scenarios.study.Study.Town;
import org.zhenjie.scenarios.travel.Measure;
import org.zhenjie.scenarios.travel.Place;

/**
 * The bodies of a study that can send people to the teams of groups. A unit that was merged sends its people as part of its host.
 *
 * @param task what teams are asked for
 * @param bodies in the order in which the study names them
 * @param skills names of the skills that teams ask for, by number
 * @param supplies who can be sent
 * @param metres from each body to each town that is grouped
 */
public record TeamBodies(
        GroupTask.Team task, List<Body> bodies, List<String> skills, List<Supply> supplies, long[][] metres) {

    public TeamBodies {
        bodies = List.copyOf(bodies);
        skills = List.copyOf(skills);
        supplies = List.copyOf(supplies);
    }

    /** A department or unit. */
    public record Body(String id, Name name, String county) {}

    /** States the teams of a task; what makes no sense for the study goes to the problems. */
    static TeamBodies of(Study study, GroupTask.Team task, List<Town> towns, Problems problems) {
        return new Stating(study, task, problems).state(towns);
    }

    /** Number of the supply of a body and skill; below 0 where there is none. */
    public int supply(String body, Optional<String> skill) {
        return IntStream.range(0, supplies.size())
                .filter(i -> bodies.get(supplies.get(i).body()).id().equals(body)
                        && skillOf(supplies.get(i)).equals(skill))
                .findFirst()
                .orElse(-1);
    }

    /** The skill of a supply by name; empty where no team asks for it. */
    Optional<String> skillOf(Supply supply) {
        return supply.skill() == TeamProblem.NO_SKILL ? Optional.empty() : Optional.of(skills.get(supply.skill()));
    }

    /** The teams of groups, one for each: people go to the centre of the group. */
    TeamProblem problem(TownGrouping grouping, List<TownGroup> groups) {
        long[][] distances = new long[bodies.size()][groups.size()];
        for (int team = 0; team < groups.size(); team++) {
            TownGroup group = groups.get(team);
            int centre = grouping.towns().indexOf(group.centre());
            Set<String> counties = group.towns().stream().map(Town::county).collect(Collectors.toSet());
            for (int body = 0; body < distances.length; body++) {
                boolean open = task.acrossCounties()
                        || counties.contains(bodies.get(body).county());
                distances[body][team] = open ? metres[body][centre] : TeamProblem.CLOSED;
            }
        }
        return problem(groups.size(), distances);
    }

    /** The teams as if everyone could go everywhere: what stands against these stands against the teams of any groups. */
    public TeamProblem anywhere(int groups) {
        return problem(groups, new long[bodies.size()][groups]);
    }

    private TeamProblem problem(int groups, long[][] distances) {
        return new TeamProblem(
                IntStream.rangeClosed(1, groups).mapToObj(String::valueOf).toList(),
                bodies.stream().map(Body::id).toList(),
                supplies,
                distances,
                task.people(),
                task.bodies().least(),
                task.bodies().most(),
                List.copyOf(task.skills().values()));
    }

    private static final class Stating {
        private final Study study;
        private final GroupTask.Team task;
        private final Problems problems;
        private final List<String> skills;
        private final Map<String, Body> bodies = new LinkedHashMap<>();
        private final Set<String> gone = new HashSet<>();

        Stating(Study study, GroupTask.Team task, Problems problems) {
            this.study = study;
            this.task = task;
            this.problems = problems;
            skills = List.copyOf(task.skills().keySet());
        }

        TeamBodies state(List<Town> towns) {
            if (study.teamStaff().isEmpty()) {
                problems.error("team.noStaff", task.where());
            }
            unknownSkills();
            List<Supply> supplies = new ArrayList<>();
            for (TeamStaff staff : study.teamStaff()) {
                body(staff.body()).ifPresent(body -> {
                    bodies.putIfAbsent(body.id(), body);
                    int position = List.copyOf(bodies.keySet()).indexOf(body.id());
                    int skill = staff.skill().map(skills::indexOf).orElse(TeamProblem.NO_SKILL);
                    supplies.add(new Supply(position, skill, staff.people()));
                });
            }
            gone.stream()
                    .sorted()
                    .forEach(id -> problems.warning("team.gone", task.where().value(id)));
            return new TeamBodies(
                    task, List.copyOf(bodies.values()), skills, TeamProblem.together(supplies), metres(towns));
        }

        private void unknownSkills() {
            Set<String> known = new HashSet<>();
            study.teamStaff().forEach(staff -> staff.skill().ifPresent(known::add));
            skills.stream()
                    .filter(skill -> !known.contains(skill))
                    .forEach(skill -> problems.error(
                            "team.unknownSkill",
                            task.where().field("skills").value(skill),
                            known.stream().sorted().toList()));
        }

        /** The body that people belong to after the reforms; empty where it is no more. */
        private Optional<Body> body(String id) {
            Optional<Department> department = study.department(id);
            if (department.isPresent()) {
                return department.map(one -> new Body(id, one.name(), one.county()));
            }
            Optional<Institution> unit = study.institution(id);
            if (unit.isPresent() && !unit.get().stands()) {
                return body(unit.get().mergedInto().orElseThrow());
            }
            if (unit.isEmpty()) {
                gone.add(id);
            }
            return unit.map(one -> new Body(id, one.name(), one.county()));
        }

        private long[][] metres(List<Town> towns) {
            List<Place> seats = towns.stream().map(Town::place).toList();
            int[] without = {0};
            long[][] metres = bodies.keySet().stream()
                    .map(id -> seat(id).map(seat -> metres(Place.of(id, seat), seats, without))
                            .orElseGet(() -> new long[seats.size()]))
                    .toArray(long[][]::new);
            if (without[0] > 0) {
                problems.warning("team.noWay", task.where(), without[0]);
            }
            return metres;
        }

        private long[] metres(Place from, List<Place> to, int[] without) {
            double[] ways = study.ground().ways().lengths(from, to, Measure.METRES);
            for (int i = 0; i < ways.length; i++) {
                if (!Double.isFinite(ways[i])) {
                    without[0]++;
                    ways[i] = from.at().distance(to.get(i).at());
                }
            }
            return Arrays.stream(ways).mapToLong(Math::round).toArray();
        }

        /** Where a body sits: as its row says, else where the unit or its town is, or where the department's first staff block is at home. */
        private Optional<Coordinate> seat(String id) {
            Optional<Coordinate> seat = study.teamStaff().stream()
                    .filter(staff -> staff.body().equals(id))
                    .flatMap(staff -> staff.seat().stream())
                    .findFirst()
                    .or(() -> study.institution(id)
                            .flatMap(unit -> unit.place()
                                    .or(() -> unit.town().flatMap(study::town).map(Town::seat))))
                    .map(Point::getCoordinate)
                    .or(() -> study.blocks().stream()
                            .filter(block -> block.department().equals(id))
                            .map(StaffBlock::home)
                            .findFirst());
            if (seat.isEmpty()) {
                problems.error("team.noSeat", task.where().value(id));
            }
            return seat;
        }
    }
}
