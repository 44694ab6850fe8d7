package org.zhenjie.scenarios.reform;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import org.locationtech.jts.geom.Coordinate;
import org.zhenjie.gis.edit.Cut;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.scenarios.problem.Problems;
import org.zhenjie.scenarios.problem.Texts;
import org.zhenjie.scenarios.reform.Reform.Abolish;
import org.zhenjie.scenarios.reform.Reform.Ban;
import org.zhenjie.scenarios.reform.Reform.ChangeFieldFloor;
import org.zhenjie.scenarios.reform.Reform.ChangePool;
import org.zhenjie.scenarios.reform.Reform.Consolidate;
import org.zhenjie.scenarios.reform.Reform.ConvertToStreet;
import org.zhenjie.scenarios.reform.Reform.ExtendZone;
import org.zhenjie.scenarios.reform.Reform.Found;
import org.zhenjie.scenarios.reform.Reform.HandOver;
import org.zhenjie.scenarios.reform.Reform.HandPowers;
import org.zhenjie.scenarios.reform.Reform.LimitOutside;
import org.zhenjie.scenarios.reform.Reform.MergeTowns;
import org.zhenjie.scenarios.reform.Reform.MoveDuty;
import org.zhenjie.scenarios.reform.Reform.MoveOutside;
import org.zhenjie.scenarios.reform.Reform.MovePart;
import org.zhenjie.scenarios.reform.Reform.OpenOutside;
import org.zhenjie.scenarios.reform.Reform.Pin;
import org.zhenjie.scenarios.reform.Reform.SplitTown;
import org.zhenjie.scenarios.reform.Reform.StandIn;
import org.zhenjie.scenarios.reform.Reform.TownPart;
import org.zhenjie.scenarios.reform.Reform.Unit;
import org.zhenjie.scenarios.reform.Scenario.Near;
import org.zhenjie.scenarios.reform.Scenario.Step;
import org.zhenjie.scenarios.stations.NumberRange;
import org.zhenjie.scenarios.study.Duties;
import org.zhenjie.scenarios.study.Name;
import org.zhenjie.scenarios.study.Names;
import org.zhenjie.scenarios.study.Study.Decision;
import org.zhenjie.scenarios.study.Study.Decision.BlockGoes;
import org.zhenjie.scenarios.study.Study.Decision.BlockNotTo;
import org.zhenjie.scenarios.study.Study.Decision.BlockStays;
import org.zhenjie.scenarios.study.Study.Decision.DepartmentNotTo;
import org.zhenjie.scenarios.study.Study.Decision.GrantWithin;
import org.zhenjie.scenarios.study.Study.Institution;
import org.zhenjie.scenarios.study.StudyFolder;
import org.zhenjie.scenarios.study.TownKind;
import org.zhenjie.scenarios.study.TownTerms;
import org.zhenjie.scenarios.yaml.YamlFile;
import org.zhenjie.scenarios.yaml.YamlMap;

/** Reads scenario files, {@code scenarios/NAME.yaml}. */
public final class ScenarioFile {
    private static final int FORMAT = 1;
    private static final int MOST_POSTS = 10_000_000;
    private static final Map<String, BiFunction<YamlMap, Drawings, Reform>> REFORMS = reforms();

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
        return read(folder, name, YamlFile.lines(folder.scenarioFile(name), StudyFolder.scenarioFileName(name)));
    }

    /** The scenario of a name as the lines of its file could stand. */
    static Scenario read(StudyFolder folder, String name, List<String> lines) {
        Problems problems = new Problems();
        YamlMap file = YamlFile.read(lines, StudyFolder.scenarioFileName(name), problems);
        file.format(FORMAT);
        Name title = Names.read(file, "name");
        Optional<Near> near = NearChain.link(file);
        near.ifPresent(one -> new NearChain(folder, folder.scenarioNames()).check(name, one, problems));
        List<Step> steps = new ArrayList<>();
        Drawings drawings = new Drawings(folder);
        if (!file.has("reforms")) {
            file.missing("reforms");
        }
        for (YamlMap step : file.maps("reforms")) {
            step(step, drawings, problems).ifPresent(steps::add);
        }
        List<GroupTask> groups = GroupTasks.read(file, problems);
        file.done();
        problems.throwIfErrors();
        return new Scenario(name, title, near, steps, groups);
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

    private static Map<String, BiFunction<YamlMap, Drawings, Reform>> reforms() {
        Map<String, BiFunction<YamlMap, Drawings, Reform>> readers = new LinkedHashMap<>();
        readers.put("convert-to-street", (map, drawings) -> new ConvertToStreet(map.texts("towns")));
        readers.put("merge-towns", (map, drawings) -> merge(map));
        readers.put("split-town", ScenarioFile::split);
        readers.put(
                "move-part",
                (map, drawings) -> new MovePart(map.text("from"), map.text("to"), drawings.part(map, false)));
        readers.put("extend-zone", ScenarioFile::extend);
        readers.put(
                "change-pool",
                (map, drawings) -> new ChangePool(
                        map.text("pool"), map.whole("by", -MOST_POSTS, MOST_POSTS), map.optionalText("account")));
        readers.put("consolidate", (map, drawings) -> consolidate(map));
        readers.put(
                "hand-over-institutions", (map, drawings) -> new HandOver(map.texts("institutions"), map.text("to")));
        readers.put("found-institution", (map, drawings) -> found(map));
        readers.put(
                "abolish-institutions", (map, drawings) -> new Abolish(map.texts("institutions"), map.text("pool")));
        readers.put(
                "devolve-powers", (map, drawings) -> new HandPowers(map.texts("powers"), map.texts("towns"), false));
        readers.put("open-powers", (map, drawings) -> new HandPowers(map.texts("powers"), map.texts("towns"), true));
        readers.put("open-outside-staff", (map, drawings) -> new OpenOutside(map.texts("towns")));
        readers.put("move-outside-staff", (map, drawings) -> moveOutside(map));
        readers.put(
                "limit-outside-staff",
                (map, drawings) -> new LimitOutside(
                        map.text("unit"), map.optionalWhole("people", 0, MOST_POSTS), money(map, "budget")));
        readers.put(
                "move-duty",
                (map, drawings) -> new MoveDuty(
                        map.text("duty"),
                        map.text("from"),
                        map.texts("to"),
                        map.optionalDecimal("share", "0", "1").map(share -> millionths(map, share)),
                        map.choice("split", MoveDuty.Split.class).orElse(MoveDuty.Split.EQUAL)));
        readers.put(
                "stand-in",
                (map, drawings) -> new StandIn(
                        map.choice("kind", TownKind.class),
                        map.text("platform"),
                        map.text("quota_type"),
                        map.optionalDecimal("share_of_need", "0", "1000")));
        readers.put("change-field-floor", (map, drawings) -> fieldFloor(map));
        readers.put("pin", (map, drawings) -> new Pin(pin(map)));
        readers.put("ban", (map, drawings) -> new Ban(ban(map)));
        return readers;
    }

    private static Optional<Step> step(YamlMap step, Drawings drawings, Problems problems) {
        OptionalInt from = step.optionalWhole("from", 1900, 2999);
        List<String> keys =
                step.keys().stream().filter(key -> !key.equals("from")).toList();
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
        Reform reform = REFORMS.get(key).apply(values, drawings);
        values.done();
        return Optional.of(new Step(reform, step.where(key), from));
    }

    private static Reform merge(YamlMap map) {
        List<String> towns = map.texts("towns");
        YamlMap into = map.map("into");
        Unit unit = unit(into);
        into.done();
        return new MergeTowns(towns, unit.code(), unit.name(), unit.kind());
    }

    private static Unit unit(YamlMap map) {
        String code = map.text("code");
        Name name = Names.read(map, "name");
        TownKind kind = map.choice("kind", TownKind.class).orElse(TownKind.TOWN);
        if (!map.has("kind")) {
            map.missing("kind");
        }
        return new Unit(code, name, kind, Optional.empty());
    }

    private static Reform split(YamlMap map, Drawings drawings) {
        String town = map.text("town");
        Cut.Line line = drawings.line(map);
        Unit left = part(map.map("left"));
        Unit right = part(map.map("right"));
        return new SplitTown(town, line, left, right);
    }

    private static Unit part(YamlMap map) {
        Unit unit = unit(map);
        Optional<Coordinate> seat = Drawings.place(map, "seat");
        map.done();
        return new Unit(unit.code(), unit.name(), unit.kind(), seat);
    }

    private static Reform extend(YamlMap map, Drawings drawings) {
        String zone = map.text("zone");
        List<String> towns = map.texts("towns");
        Optional<BigDecimal> area = map.optionalDecimal("planned_area_km2", "0", "1000000");
        List<TownPart> parts = new ArrayList<>();
        for (YamlMap part : map.maps("parts")) {
            parts.add(new TownPart(part.text("town"), drawings.part(part, true)));
            part.done();
        }
        return new ExtendZone(zone, towns, parts, area);
    }

    private static Reform consolidate(YamlMap map) {
        return new Consolidate(
                kind(map),
                map.texts("units"),
                keep(map),
                map.choice("each", Consolidate.Area.class),
                map.texts("stay"),
                map.choice("by", Consolidate.Distance.class).orElse(Consolidate.Distance.PLACE),
                map.optionalDecimal("cover_km", "0", "10000"),
                map.optionalDecimal("cover_share", "0", "1").orElse(BigDecimal.ONE),
                map.flag("across_counties").orElse(false),
                map.optionalDecimal("freed_share", "0", "1").orElse(BigDecimal.ZERO),
                map.optionalDecimal("leaders_share", "0", "1").orElse(BigDecimal.ZERO),
                map.flag("branches").orElse(false),
                map.text("pool"));
    }

    private static Institution.Kind kind(YamlMap map) {
        if (!map.has("kind")) {
            map.missing("kind");
        }
        return map.choice("kind", Institution.Kind.class).orElse(Institution.Kind.STATION);
    }

    /** A number; or a range with what a freed post is worth, which tells the number that is taken. */
    private static Consolidate.Keep keep(YamlMap map) {
        String text = map.text("keep");
        Optional<NumberRange> numbers =
                NumberRange.parse(text).filter(range -> range.least() > 0 && range.most() <= MOST_POSTS);
        Optional<BigDecimal> value = map.optionalDecimal("post_value", "0", "1000000000000");
        if (numbers.isEmpty() && map.has("keep")) {
            map.problem("scenario.keep", map.where("keep").value(text));
        }
        if (numbers.filter(NumberRange::isSeveral).isPresent() != map.has("post_value")) {
            map.problem("scenario.postValue", map.where("keep").value(text));
        }
        return new Consolidate.Keep(numbers.orElse(new NumberRange(1, 1)), value.orElse(BigDecimal.ZERO));
    }

    private static Reform found(YamlMap map) {
        return new Found(
                map.text("id"),
                Names.read(map, "name"),
                kind(map),
                map.text("at"),
                Drawings.place(map, "place"),
                map.texts("duties"),
                map.optionalWhole("load", 0, MOST_POSTS).orElse(1),
                map.whole("posts", 0, MOST_POSTS),
                map.optionalWhole("leaders", 0, MOST_POSTS),
                map.text("pool"));
    }

    private static Reform moveOutside(YamlMap map) {
        Optional<String> from = map.optionalText("from");
        Optional<String> to = map.optionalText("to");
        if (!map.has("from") && !map.has("to")) {
            map.problem("scenario.fromOrTo", map.where());
        }
        return new MoveOutside(
                from,
                to,
                map.whole("people", 0, MOST_POSTS),
                map.optionalWhole("unit_cost", 0, 1_000_000_000),
                money(map, "services").orElse(0L));
    }

    private static Reform fieldFloor(YamlMap map) {
        boolean isChange = map.has("by");
        if (isChange == map.has("share_of_need")) {
            map.problem("scenario.shareOrBy", map.where());
        }
        String most = TownTerms.Field.MOST.toPlainString();
        Optional<BigDecimal> floor = map.optionalDecimal("share_of_need", "0", most);
        Optional<BigDecimal> by = map.optionalDecimal("by", "-" + most, most);
        return new ChangeFieldFloor(
                map.text("field"),
                map.texts("counties"),
                map.texts("towns"),
                (isChange ? by : floor).orElse(BigDecimal.ZERO),
                isChange);
    }

    private static BigDecimal millionths(YamlMap map, BigDecimal share) {
        if (share.stripTrailingZeros().scale() > Duties.SHARE_DIGITS) {
            map.problem("duty.digits", map.where("share").value(share.toPlainString()), Duties.SHARE_DIGITS);
        }
        return share.setScale(Duties.SHARE_DIGITS, RoundingMode.HALF_UP);
    }

    /** Whole units of money. */
    private static Optional<Long> money(YamlMap map, String key) {
        return map.optionalDecimal(key, "0", "1000000000000")
                .map(money -> money.setScale(0, RoundingMode.DOWN).longValueExact());
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
