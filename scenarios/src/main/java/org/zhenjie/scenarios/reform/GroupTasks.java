package org.zhenjie.scenarios.reform;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhenjie.scenarios.problem.Problems;
import org.zhenjie.scenarios.reform.GroupTask.Bridge;
import org.zhenjie.scenarios.reform.GroupTask.Given;
import org.zhenjie.scenarios.reform.GroupTask.Purpose;
import org.zhenjie.scenarios.study.Names;
import org.zhenjie.scenarios.yaml.YamlMap;

/** Reads what a scenario file says under {@code groups}. */
final class GroupTasks {
    private static final int MOST_GROUPS = 4_000;
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
                entry.where());
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
