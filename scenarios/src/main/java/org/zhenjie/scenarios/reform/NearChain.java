package org.zhenjie.scenarios.reform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.scenarios.problem.Problems;
import org.zhenjie.scenarios.reform.Scenario.Near;
import org.zhenjie.scenarios.study.StudyFolder;
import org.zhenjie.scenarios.yaml.YamlFile;
import org.zhenjie.scenarios.yaml.YamlMap;

/** Follows the plans that scenarios stay near from one to the next. A circle of them would leave nothing to solve first. */
final class NearChain {
    private static final String KEY = "near";

    private final StudyFolder folder;
    private final List<String> known;

    NearChain(StudyFolder folder, List<String> known) {
        this.folder = folder;
        this.known = known;
    }

    /** What a scenario file says under {@code near}. */
    static Optional<Near> link(YamlMap file) {
        return file.optionalText(KEY).map(name -> new Near(name, file.where(KEY)));
    }

    /** Reports a scenario that is not there, or a circle: the same problem whichever of its scenarios is read. */
    void check(String name, Near near, Problems problems) {
        if (!known.contains(near.scenario())) {
            problems.error("scenario.nearUnknown", near.where(), known);
            return;
        }
        Map<String, Where> links = new LinkedHashMap<>();
        String at = name;
        Optional<Near> next = Optional.of(near);
        while (next.isPresent() && !links.containsKey(at)) {
            links.put(at, next.get().where());
            at = next.get().scenario();
            next = next(at);
        }
        if (next.isPresent()) {
            List<String> all = List.copyOf(links.keySet());
            List<String> circle = fromFirst(all.subList(all.indexOf(at), all.size()));
            problems.error("scenario.nearCircle", links.get(circle.get(0)), String.join(" → ", circle));
        }
    }

    /** What is wrong with that file otherwise is told when it is read itself. */
    private Optional<Near> next(String name) {
        if (name.equals(StudyFolder.BASELINE) || !known.contains(name)) {
            return Optional.empty();
        }
        try {
            String shown = StudyFolder.scenarioFileName(name);
            return link(YamlFile.read(folder.scenarioFile(name), shown, new Problems()));
        } catch (InputException e) {
            return Optional.empty();
        }
    }

    private static List<String> fromFirst(List<String> circle) {
        List<String> turned = new ArrayList<>(circle);
        Collections.rotate(turned, -circle.indexOf(Collections.min(circle)));
        turned.add(turned.get(0));
        return turned;
    }
}
