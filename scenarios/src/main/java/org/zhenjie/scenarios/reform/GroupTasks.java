package org.zhenjie.scenarios.reform;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhenjie.planner.teams.TeamProblem;
import org.zhenjie.scenarios.problem.Problems;
import org.zhenjie.scenarios.reform.GroupTask.Bridge;
import org.zhenjie.scenarios.reform.GroupTask.Given;
import org.zhenjie.scenarios.reform.GroupTask.Purpose;
import org.zhenjie.scenarios.reform.GroupTask.Team;
import org.zhenjie.scenarios.stations.NumberRange;
import org.zhenjie.scenarios.study.Names;
import org.zhenjie.scenarios.yaml.YamlMap;

/** Reads what a scenario file says under {@code groups}. */
final class GroupTasks {
    private static final int MOST_GROUPS = 4_000;
    private static final int MOST_PEOPLE = 200;
    private static final BigDecimal USUAL_TOLERANCE = new BigDecimal("0.05");

    private GroupTasks() {}

    static List<GroupTask> read(YamlMap file, Problems problems) {
        List<GroupTask> tasks = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (YamlMap entry : file.maps("groups")) {
            GroupTask task = task(entry, problems);
            entry.done();
            if (!ids.add(task.id())) {
                problems.error("study.idTwice", entry.where("id"));
            }
            tasks.add(task);
        }
        return tasks;
    }

    private static GroupTask task(YamlMap entry, Problems problems) {
        return new GroupTask(
                entry.text("id"),
                Names.read(entry, "name"),
                entry.choice("purpose", Purpose.class).orElse(Purpose.OTHER),
                entry.texts("towns"),
                entry.texts("counties"),
                entry.whole("number", 1, MOST_GROUPS),
                entry.optionalText("load").orElse(GroupTask.PEOPLE),
                entry.optionalDecimal("tolerance", "0", "1").orElse(USUAL_TOLERANCE),
                entry.optionalDecimal("compactness", "0", "1000").orElse(BigDecimal.ZERO),
                entry.maps("given").stream().map(one -> given(one, problems)).toList(),
                entry.maps("also_touch").stream().map(GroupTasks::bridge).toList(),
                entry.optionalMap("team").map(team -> team(team, problems)),
                entry.where());
    }

    private static Team team(YamlMap entry, Problems problems) {
        int before = problems.errors();
        int people = entry.whole("people", 1, MOST_PEOPLE);
        Optional<String> text = entry.optionalText("bodies");
        Optional<NumberRange> bodies = text.isEmpty()
                ? Optional.of(new NumberRange(1, people))
                : text.flatMap(NumberRange::parse).filter(range -> range.least() > 0);
        Map<String, Integer> skills = new LinkedHashMap<>();
        entry.optionalMap("skills").ifPresent(map -> {
            map.keys().forEach(skill -> skills.put(skill, map.whole(skill, 1, MOST_PEOPLE)));
            map.done();
        });
        Team team = new Team(
                people,
                bodies.orElse(new NumberRange(1, 1)),
                skills,
                entry.flag("across_counties").orElse(false),
                entry.where());
        entry.done();
        if (bodies.isEmpty()) {
            problems.error("team.bodies", entry.where("bodies").value(text.orElseThrow()));
        } else if (problems.errors() == before) {
            check(team, problems);
        }
        return team;
    }

    private static void check(Team team, Problems problems) {
        int asked = team.skills().values().stream().mapToInt(Integer::intValue).sum();
        if (team.bodies().least() > team.people()) {
            problems.error(
                    "team.fewPeople", team.where(), team.people(), team.bodies().least());
        } else if (asked > team.people()) {
            problems.error("team.manySkills", team.where(), team.people(), asked);
        } else if (TeamProblem.isTooLarge(
                team.people(), team.bodies().most(), List.copyOf(team.skills().values()))) {
            problems.error("team.large", team.where());
        }
    }

    private static Given given(YamlMap entry, Problems problems) {
        Given given = new Given(
                entry.has("name") ? Optional.of(Names.read(entry, "name")) : Optional.empty(),
                entry.optionalText("zone"),
                entry.texts("towns"),
                entry.where());
        entry.done();
        if (given.zone().isEmpty() && given.towns().isEmpty()) {
            problems.error("groups.givenNothing", entry.where());
        }
        return given;
    }

    private static Bridge bridge(YamlMap entry) {
        Bridge bridge = new Bridge(entry.text("from"), entry.text("to"), entry.where());
        entry.done();
        return bridge;
    }
}
