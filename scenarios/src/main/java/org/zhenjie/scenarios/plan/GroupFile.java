package org.zhenjie.scenarios.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.planner.grouping.GroupingPlan;
import org.zhenjie.planner.grouping.GroupingProblem;
import org.zhenjie.planner.teams.TeamPlan;
import org.zhenjie.planner.teams.TeamProblem;
import org.zhenjie.scenarios.group.TeamBodies;
import org.zhenjie.scenarios.group.TownGrouping;
import org.zhenjie.scenarios.group.TownGroups;
import org.zhenjie.scenarios.group.TownTeams.Sent;
import org.zhenjie.scenarios.plan.GroupDocument.GroupPart;
import org.zhenjie.scenarios.plan.GroupDocument.GroupingPart;
import org.zhenjie.scenarios.plan.GroupDocument.SentPart;
import org.zhenjie.scenarios.plan.GroupDocument.TeamsPart;
import org.zhenjie.scenarios.problem.Texts;
import org.zhenjie.scenarios.study.Sha256;
import org.zhenjie.scenarios.study.StudyFolder;

/**
 * Files of the groups of scenarios, {@code plans/NAME.groups.json}: the same bytes for the same towns, tasks, seed and steps. Groups depend
 * on the towns that the reforms leave and on what is asked for, not on posts that a plan grants, so that a pin makes no groups stale.
 */
public final class GroupFile {

    private GroupFile() {}

    /**
     * Writes the groups of a scenario.
     *
     * @return the file
     * @throws UncheckedIOException if it cannot be written
     */
    public static Path write(StudyFolder folder, String scenario, List<TownGroups> groups) {
        Path file = folder.groupFile(scenario);
        GroupDocument document = new GroupDocument(
                GroupDocument.FORMAT,
                scenario,
                ProgramVersion.current(),
                groups.stream().map(GroupFile::part).toList());
        try {
            Json.write(file, document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /**
     * The groups that a folder holds of a scenario; empty where there are none, or some that are asked for otherwise now.
     *
     * @param groupings what is asked for now
     * @throws InputException if the file is damaged or was altered by hand
     */
    public static Optional<List<TownGroups>> find(StudyFolder folder, String scenario, List<TownGrouping> groupings) {
        Path file = folder.groupFile(scenario);
        if (groupings.isEmpty() || !Files.exists(file)) {
            return Optional.empty();
        }
        String shown = StudyFolder.PLANS + "/" + file.getFileName();
        byte[] bytes = Json.bytes(file, shown);
        if (Json.format(bytes, shown) != GroupDocument.FORMAT) {
            return Optional.empty();
        }
        List<GroupingPart> parts = Json.read(bytes, shown, GroupDocument.class).groupings();
        boolean current = parts != null
                && parts.size() == groupings.size()
                && IntStream.range(0, parts.size())
                        .allMatch(i -> parts.get(i) != null
                                && hash(groupings.get(i)).equals(parts.get(i).inputHash()));
        if (!current) {
            return Optional.empty();
        }
        List<TownGroups> groups = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Where where = Where.file(shown);
            Optional<TownGroups> one = withTeams(groups(groupings.get(i), parts.get(i), where), parts.get(i), where);
            one.ifPresent(groups::add);
        }
        return groups.size() == parts.size() ? Optional.of(groups) : Optional.empty();
    }

    private static GroupingPart part(TownGroups groups) {
        return new GroupingPart(
                groups.task().id(),
                hash(groups.grouping()),
                groups.cost(),
                groups.bound(),
                groups.teams()
                        .map(teams -> new TeamsPart(hash(teams.problem()), teams.cost(), teams.bound()))
                        .orElse(null),
                groups.groups().stream()
                        .map(group -> new GroupPart(
                                group.number(),
                                group.towns().stream().map(town -> town.code()).toList(),
                                groups.teams()
                                        .map(teams -> team(teams.sent(group.number())))
                                        .orElse(null)))
                        .toList());
    }

    private static List<SentPart> team(List<Sent> sent) {
        return sent.stream()
                .map(one -> new SentPart(one.body().id(), one.skill().orElse(null), one.people()))
                .toList();
    }

    /** The groups with the teams of a file; empty where teams are asked for otherwise now. */
    private static Optional<TownGroups> withTeams(TownGroups groups, GroupingPart part, Where where) {
        Optional<TeamProblem> problem = groups.teamProblem();
        if (problem.isEmpty()) {
            return Optional.of(groups);
        }
        if (part.teams() == null || !hash(problem.get()).equals(part.teams().inputHash())) {
            return Optional.empty();
        }
        List<List<Integer>> teams = new ArrayList<>();
        for (int team = 0; team < problem.get().teams().size(); team++) {
            teams.add(people(groups.grouping().bodies().orElseThrow(), sent(part, team), where));
        }
        TownGroups formed = groups.with(new TeamPlan(teams), part.teams().bound());
        TeamPlan.Account account = formed.teams().orElseThrow().plan().account(problem.get());
        boolean whole =
                teams.stream().allMatch(team -> team.size() == problem.get().people());
        if (!whole || !account.isFeasible() || account.cost() != part.teams().cost()) {
            throw altered(where);
        }
        return Optional.of(formed);
    }

    private static List<SentPart> sent(GroupingPart part, int team) {
        return part.groups().stream()
                .filter(group -> group.number() == team + 1 && group.team() != null)
                .flatMap(group -> group.team().stream())
                .toList();
    }

    /** The supplies of people as a file names them. */
    private static List<Integer> people(TeamBodies bodies, List<SentPart> sent, Where where) {
        List<Integer> people = new ArrayList<>();
        for (SentPart one : sent) {
            int supply = one == null ? -1 : bodies.supply(one.body(), Optional.ofNullable(one.skill()));
            if (supply < 0 || one.people() < 1 || one.people() > bodies.task().people()) {
                throw altered(where);
            }
            people.addAll(Collections.nCopies(one.people(), supply));
        }
        return people;
    }

    private static TownGroups groups(TownGrouping grouping, GroupingPart part, Where where) {
        GroupingProblem problem = grouping.grouping().problem();
        Integer[] numbers = new Integer[problem.size()];
        for (GroupPart group : part.groups() == null ? List.<GroupPart>of() : part.groups()) {
            for (String town : group == null || group.towns() == null ? List.<String>of() : group.towns()) {
                int position = problem.units().indexOf(town);
                if (position >= 0 && group.number() >= 1 && group.number() <= problem.groups()) {
                    numbers[position] = group.number() - 1;
                }
            }
        }
        if (Arrays.asList(numbers).contains(null)) {
            throw altered(where);
        }
        TownGroups groups = new TownGroups(grouping, new GroupingPlan(List.of(numbers)), part.bound());
        GroupingPlan.Account account = groups.plan().account(problem);
        if (account.cost() != part.cost() || account.apart() + account.outside() > 0) {
            throw altered(where);
        }
        return groups;
    }

    private static InputException altered(Where where) {
        return new InputException(Problem.error(Texts.BUNDLE, "groups.altered", where));
    }

    /** Digest of a problem in numbers, and of its id. */
    private static String hash(TownGrouping grouping) {
        GroupingProblem problem = grouping.grouping().problem();
        MessageDigest digest = Sha256.begin();
        digest.update(grouping.task().id().getBytes(StandardCharsets.UTF_8));
        problem.units().forEach(unit -> digest.update((unit + "\n").getBytes(StandardCharsets.UTF_8)));
        update(digest, problem.groups(), problem.least(), problem.most());
        update(digest, problem.loads());
        update(digest, Arrays.stream(problem.pins()).asLongStream().toArray());
        for (int unit = 0; unit < problem.size(); unit++) {
            update(digest, problem.distances()[unit]);
            update(
                    digest,
                    Arrays.stream(problem.neighbours()[unit]).asLongStream().toArray());
        }
        problem.compactness().ifPresent(outlines -> {
            update(digest, outlines.weight());
            update(digest, outlines.areas());
            update(digest, outlines.perimeters());
            Arrays.stream(outlines.borders()).forEach(borders -> update(digest, borders));
        });
        return Sha256.hex(digest.digest());
    }

    private static String hash(TeamProblem problem) {
        MessageDigest digest = Sha256.begin();
        problem.bodies().forEach(body -> digest.update((body + "\n").getBytes(StandardCharsets.UTF_8)));
        update(digest, problem.people(), problem.least(), problem.most());
        update(digest, problem.skills().stream().mapToLong(Integer::longValue).toArray());
        problem.supplies().forEach(one -> update(digest, one.body(), one.skill(), one.people()));
        Arrays.stream(problem.distances()).forEach(ways -> update(digest, ways));
        return Sha256.hex(digest.digest());
    }

    private static void update(MessageDigest digest, long... numbers) {
        ByteBuffer bytes =
                ByteBuffer.allocate((numbers.length + 1) * Long.BYTES).putLong(numbers.length);
        for (long number : numbers) {
            bytes.putLong(number);
        }
        digest.update(bytes.array());
    }
}
