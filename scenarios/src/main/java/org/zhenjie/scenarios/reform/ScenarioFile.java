package org.zhenjie.scenarios.reform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.scenarios.problem.Problems;
import org.zhenjie.scenarios.problem.Texts;
import org.zhenjie.scenarios.reform.Reform.Ban;
import org.zhenjie.scenarios.reform.Reform.ChangePool;
import org.zhenjie.scenarios.reform.Reform.ConvertToStreet;
import org.zhenjie.scenarios.reform.Reform.ExtendZone;
import org.zhenjie.scenarios.reform.Reform.MergeTowns;
import org.zhenjie.scenarios.reform.Reform.Pin;
import org.zhenjie.scenarios.reform.Scenario.Near;
import org.zhenjie.scenarios.reform.Scenario.Step;
import org.zhenjie.scenarios.study.Name;
import org.zhenjie.scenarios.study.Names;
import org.zhenjie.scenarios.study.Study.Decision;
import org.zhenjie.scenarios.study.Study.Decision.BlockGoes;
import org.zhenjie.scenarios.study.Study.Decision.BlockNotTo;
import org.zhenjie.scenarios.study.Study.Decision.BlockStays;
import org.zhenjie.scenarios.study.Study.Decision.DepartmentNotTo;
import org.zhenjie.scenarios.study.Study.Decision.GrantWithin;
import org.zhenjie.scenarios.study.StudyFolder;
import org.zhenjie.scenarios.study.TownKind;
import org.zhenjie.scenarios.yaml.YamlFile;
import org.zhenjie.scenarios.yaml.YamlMap;

/** Reads scenario files, {@code scenarios/NAME.yaml}. */
public final class ScenarioFile {
    private static final int FORMAT = 1;
    private static final int MOST_POSTS = 10_000_000;
    private static final Map<String, Function<YamlMap, Reform>> REFORMS = reforms();

    private ScenarioFile() {}

    /**
     * The scenario of a name.
     *
     * @throws InputException if there is no such scenario, which lists those that there are, or with everything that is
     *     wrong in its file
     */
    public static Scenario read(StudyFolder folder, String name) {
        if (name.equals(StudyFolder.BASELINE)) {
            return Scenario.BASELINE;
        }
        List<String> known = folder.scenarioNames();
        if (!known.contains(name)) {
            throw new InputException(Problem.error(
                    Texts.BUNDLE, "scenario.unknown", Where.nowhere().value(name), known));
        }
        Problems problems = new Problems();
        YamlMap file = YamlFile.read(folder.scenarioFile(name), StudyFolder.scenarioFileName(name), problems);
        file.format(FORMAT);
        Name title = Names.read(file, "name");
        Optional<Near> near = NearChain.link(file);
        near.ifPresent(one -> new NearChain(folder, known).check(name, one, problems));
        List<Step> steps = new ArrayList<>();
        if (!file.has("reforms")) {
            file.missing("reforms");
        }
        for (YamlMap step : file.maps("reforms")) {
            step(step, problems).ifPresent(steps::add);
        }
        file.done();
        problems.throwIfErrors();
        return new Scenario(name, title, near, steps);
    }

    /** Every scenario of a folder, the baseline first. */
    public static List<Scenario> readAll(StudyFolder folder) {
        Problems problems = new Problems();
        List<Scenario> scenarios = new ArrayList<>();
        for (String name : folder.scenarioNames()) {
            problems.collect(() -> scenarios.add(read(folder, name)));
        }
        if (problems.hasErrors()) {
            // scenarios that stay near each other in a circle all have the same problem
            throw new InputException(problems.list().stream().distinct().toList());
        }
        return scenarios;
    }

    private static Map<String, Function<YamlMap, Reform>> reforms() {
        Map<String, Function<YamlMap, Reform>> readers = new LinkedHashMap<>();
        readers.put("convert-to-street", map -> new ConvertToStreet(map.texts("towns")));
        readers.put("merge-towns", ScenarioFile::merge);
        readers.put(
                "extend-zone",
                map -> new ExtendZone(
                        map.text("zone"), map.texts("towns"), map.optionalDecimal("planned_area_km2", "0", "1000000")));
        readers.put(
                "change-pool",
                map -> new ChangePool(
                        map.text("pool"), map.whole("by", -MOST_POSTS, MOST_POSTS), map.optionalText("account")));
        readers.put("pin", map -> new Pin(pin(map)));
        readers.put("ban", map -> new Ban(ban(map)));
        return readers;
    }

    private static Optional<Step> step(YamlMap step, Problems problems) {
        List<String> keys = List.copyOf(step.keys());
        if (keys.size() != 1) {
            problems.error("scenario.oneReform", step.where(), REFORMS.keySet());
            return Optional.empty();
        }
        String key = keys.get(0);
        if (!REFORMS.containsKey(key)) {
            problems.error("scenario.unknownReform", step.where(key).value(key), REFORMS.keySet());
            return Optional.empty();
        }
        if (step.optionalMap(key).isEmpty()) {
            if (!step.has(key)) {
                problems.error("yaml.mapping", step.where(key));
            }
            return Optional.empty();
        }
        YamlMap values = step.map(key);
        Reform reform = REFORMS.get(key).apply(values);
        values.done();
        return Optional.of(new Step(reform, step.where(key)));
    }

    private static Reform merge(YamlMap map) {
        List<String> towns = map.texts("towns");
        YamlMap into = map.map("into");
        String code = into.text("code");
        Name name = Names.read(into, "name");
        TownKind kind = into.choice("kind", TownKind.class).orElse(TownKind.TOWN);
        if (!into.has("kind")) {
            into.missing("kind");
        }
        into.done();
        return new MergeTowns(towns, code, name, kind);
    }

    private static Decision pin(YamlMap map) {
        if (map.has("block")) {
            String block = map.text("block");
            if (map.flag("stays").orElse(false)) {
                return new BlockStays(block);
            }
            return new BlockGoes(block, map.text("town"), map.optionalText("platform"));
        }
        String pool = map.text("pool");
        String town = map.text("town");
        Optional<String> platform = map.optionalText("platform");
        OptionalInt posts = map.optionalWhole("posts", 0, MOST_POSTS);
        OptionalInt least = map.optionalWhole("at_least", 0, MOST_POSTS);
        OptionalInt most = map.optionalWhole("at_most", 0, MOST_POSTS);
        boolean exact = map.has("posts");
        boolean range = map.has("at_least") || map.has("at_most");
        if (exact == range) {
            map.problem("scenario.pinPosts", map.where());
        }
        return exact
                ? new GrantWithin(pool, town, platform, posts.orElse(0), posts.orElse(0))
                : new GrantWithin(pool, town, platform, least.orElse(0), most.orElse(GrantWithin.UNLIMITED));
    }

    private static Decision ban(YamlMap map) {
        long whom = Arrays.asList("pool", "block", "department").stream()
                .filter(map::has)
                .count();
        if (whom != 1) {
            map.problem("scenario.banWhom", map.where());
        }
        if (map.has("block")) {
            return new BlockNotTo(map.text("block"), map.text("town"));
        } else if (map.has("department")) {
            return new DepartmentNotTo(map.text("department"), map.text("town"));
        }
        String pool = map.optionalText("pool").orElse("");
        return new GrantWithin(pool, map.text("town"), map.optionalText("platform"), 0, 0);
    }
}
