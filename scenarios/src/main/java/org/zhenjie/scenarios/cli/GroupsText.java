package org.zhenjie.scenarios.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhenjie.planner.grouping.GroupingPlan;
import org.zhenjie.scenarios.group.Grouping;
import org.zhenjie.scenarios.group.TownGroups;
import org.zhenjie.scenarios.group.TownGroups.TownGroup;
import org.zhenjie.scenarios.group.TownTeams;
import org.zhenjie.scenarios.reform.GroupTask;
import org.zhenjie.scenarios.reform.GroupTask.Given;
import org.zhenjie.scenarios.study.Study;
import org.zhenjie.scenarios.study.Study.Town;
import org.zhenjie.scenarios.study.Study.Zone;

/** Groups as the terminal shows them. */
final class GroupsText {
    private final Call call;
    private final CliTexts texts;
    private final Figures figures;

    GroupsText(Call call) {
        this.call = call;
        this.texts = call.texts();
        this.figures = new Figures(call.locale());
    }

    /** Prints the groups of one task, and who is in each. */
    void print(Study study, TownGroups groups) {
        GroupTask task = groups.task();
        call.print(texts.get(
                "groups.title",
                task.name().in(call.locale()),
                task.id(),
                texts.get("groups.purpose." + task.purpose()),
                texts.or("groups.load." + task.load(), task.load())));
        TextTable table = new TextTable(Stream.of("group", "towns", "load", "deviation", "compactness", "centre")
                .map(key -> texts.get("groups." + key))
                .toList());
        for (TownGroup group : groups.groups()) {
            table.row(
                    title(study, group),
                    figures.whole(group.towns().size()),
                    figures.even(group.load()),
                    (group.deviation() > 0 ? "+" : "") + figures.share(group.deviation(), 1),
                    ratio(group.compactness()),
                    group.centre().name().in(call.locale()));
        }
        table.lines().forEach(line -> call.print("  " + line));
        for (TownGroup group : groups.groups()) {
            call.print("  "
                    + texts.get(
                            "groups.members",
                            title(study, group),
                            group.towns().stream()
                                    .map(town -> town.name().in(call.locale()))
                                    .collect(Collectors.joining(texts.get("list.separator")))));
        }
    }

    /** Says what of the objective outlines are, and how compact groups are in the mean. */
    void printOutlines(Grouping grouping, GroupingPlan plan) {
        List<GroupingPlan.Group> groups = plan.accounts(grouping.problem());
        long ragged = groups.stream().mapToLong(GroupingPlan.Group::ragged).sum();
        double mean = groups.stream()
                .mapToDouble(group -> group.ratio().orElseThrow())
                .average()
                .orElse(0);
        call.print(texts.get("groups.outlines", grouping.costs().text(ragged), ratio(mean)));
    }

    /** Prints the reform by which a zone takes in the towns of its group. */
    void printZones(Study study, TownGroups groups) {
        for (TownGroup group : groups.groups()) {
            group.given()
                    .flatMap(Given::zone)
                    .flatMap(study::zone)
                    .map(zone -> reform(zone, group))
                    .filter(text -> !text.isEmpty())
                    .ifPresent(text -> call.print("  " + texts.get("groups.zone", text)));
        }
    }

    /** Prints the team of each group: where it is, how far its people go, and who sends them. */
    void printTeams(Study study, TownGroups groups, TownTeams teams) {
        call.print(texts.get(
                "teams.title",
                groups.task().name().in(call.locale()),
                teams.problem().people(),
                groups.task().team().orElseThrow().bodies()));
        TextTable table = new TextTable(Stream.of("group", "centre", "bodies", "personKm")
                .map(key -> texts.get("teams." + key))
                .toList());
        for (TownGroup group : groups.groups()) {
            table.row(
                    title(study, group),
                    group.centre().name().in(call.locale()),
                    figures.whole(teams.people(group.number()).size()),
                    figures.even(BigDecimal.valueOf(teams.metres(group.number()), 3)));
        }
        table.lines().forEach(line -> call.print("  " + line));
        for (TownGroup group : groups.groups()) {
            call.print("  "
                    + texts.get(
                            "groups.members",
                            title(study, group),
                            teams.text(group.number(), call.locale(), texts.get("list.separator"))));
        }
    }

    private String ratio(double compactness) {
        return figures.even(BigDecimal.valueOf(compactness).setScale(3, RoundingMode.HALF_UP));
    }

    private static String reform(Zone zone, TownGroup group) {
        List<String> joining = group.towns().stream()
                .map(Town::code)
                .filter(code -> !zone.towns().contains(code))
                .toList();
        return joining.isEmpty()
                ? ""
                : "- extend-zone: {zone: " + zone.code() + ", towns: "
                        + joining.stream().map(code -> "\"" + code + "\"").collect(Collectors.joining(", ", "[", "]"))
                        + "}";
    }

    private String title(Study study, TownGroup group) {
        return group.number()
                + group.name(study).map(one -> " " + one.in(call.locale())).orElse("");
    }
}
