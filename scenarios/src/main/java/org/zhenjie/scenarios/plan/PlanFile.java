package org.zhenjie.scenarios.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.AllocationResult;
import org.zhenjie.planner.allocation.PlanScore;
import org.zhenjie.planner.allocation.Score;
import org.zhenjie.planner.allocation.Yardstick;
import org.zhenjie.scenarios.plan.PlanDocument.GrantPart;
import org.zhenjie.scenarios.plan.PlanDocument.PostingPart;
import org.zhenjie.scenarios.plan.PlanDocument.ScorePart;
import org.zhenjie.scenarios.problem.Problems;
import org.zhenjie.scenarios.problem.Texts;
import org.zhenjie.scenarios.reform.Scenario;
import org.zhenjie.scenarios.reform.ScenarioFile;
import org.zhenjie.scenarios.study.Sha256;
import org.zhenjie.scenarios.study.Study;
import org.zhenjie.scenarios.study.StudyFolder;

/**
 * Plan files, {@code plans/NAME.plan.json}: the same bytes for the same inputs, seed and steps. Beside each lies
 * {@code plans/NAME.run.json} with what the clock and the machine had to do with it.
 */
public final class PlanFile {

    private PlanFile() {}

    /**
     * Writes the plan of a scenario and the record of its run.
     *
     * @return the plan file
     * @throws UncheckedIOException if the folder cannot be written to
     */
    public static Path write(StudyFolder folder, PlannedScenario planned) {
        Path file = folder.planFile(planned.name());
        try {
            write(file, planned);
            if (planned.run().isPresent()) {
                Json.write(
                        folder.runFile(planned.name()),
                        RunDocument.of(planned.run().get(), planned.result().yardstick()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /**
     * Writes a plan alone.
     *
     * @throws IOException if the file cannot be written
     */
    public static void write(Path file, PlannedScenario planned) throws IOException {
        Json.write(file, PlanDocuments.of(planned));
    }

    /** The plan file as people know it, relative to the study folder. */
    public static String shownAs(String scenario) {
        return StudyFolder.planFileName(scenario);
    }

    /**
     * What a study folder holds of a scenario's plan.
     *
     * @throws InputException if there is a plan that claims to fit its inputs but is damaged or was altered by hand, or if
     *     the scenario itself makes no sense
     */
    public static StoredPlan find(StudyFolder folder, Scenario scenario) {
        return found(folder, scenario).plan();
    }

    /**
     * The plan that a scenario is to stay near; empty where it names none, or where the folder has none that fits.
     *
     * @throws InputException as {@link #find} for the scenario whose plan it is
     */
    public static Optional<ReferencePlan> reference(StudyFolder folder, Scenario scenario) {
        return scenario.near().flatMap(near -> {
            Found found = found(folder, ScenarioFile.read(folder, near.scenario()));
            return found.plan().plan().map(planned -> new ReferencePlan(planned, found.hash()));
        });
    }

    /** Digest of everything that a plan of a scenario depends on. */
    static String inputHash(StudyFolder folder, Scenario scenario, Optional<ReferencePlan> reference) {
        return reference
                .map(ReferencePlan::named)
                .map(one -> folder.inputHash(scenario.name(), one.scenario(), one.hash()))
                .orElseGet(() -> folder.inputHash(scenario.name()));
    }

    /** A plan, and the digest of the very bytes it was read from. */
    private record Found(StoredPlan plan, String hash) {}

    private static Found found(StudyFolder folder, Scenario scenario) {
        Path file = folder.planFile(scenario.name());
        if (!Files.exists(file)) {
            return new Found(new StoredPlan(StoredPlan.State.MISSING, Optional.empty()), "");
        }
        byte[] bytes = Json.bytes(file, shownAs(scenario.name()));
        return new Found(stored(folder, scenario, bytes), Sha256.of(bytes));
    }

    private static StoredPlan stored(StudyFolder folder, Scenario scenario, byte[] bytes) {
        String shown = shownAs(scenario.name());
        int format = Json.format(bytes, shown);
        if (format > PlanDocument.FORMAT) {
            throw new InputException(
                    Problem.error(Texts.BUNDLE, "yaml.format", Where.file(shown).field("format"), PlanDocument.FORMAT));
        }
        if (format < PlanDocument.FORMAT) {
            return new StoredPlan(StoredPlan.State.STALE, Optional.empty());
        }
        PlanDocument document = Json.read(bytes, shown, PlanDocument.class);
        Optional<ReferencePlan> reference = reference(folder, scenario);
        if (reference.isPresent() != scenario.near().isPresent()
                || !inputHash(folder, scenario, reference).equals(document.inputHash())) {
            return new StoredPlan(StoredPlan.State.STALE, Optional.empty());
        }
        PreparedScenario prepared = PreparedScenario.of(folder.study(), scenario, reference);
        PlannedScenario planned = new Reading(document, shown, prepared).planned(run(folder, scenario));
        return new StoredPlan(StoredPlan.State.CURRENT, Optional.of(planned));
    }

    /** The record of a run is a read-out: without it, or with one that cannot be read, the plan is whole. */
    private static Optional<RunRecord> run(StudyFolder folder, Scenario scenario) {
        Path file = folder.runFile(scenario.name());
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            String shown = file.getFileName().toString();
            return Optional.of(
                    Json.read(Json.bytes(file, shown), shown, RunDocument.class).record());
        } catch (InputException | java.time.DateTimeException | NullPointerException e) {
            return Optional.empty();
        }
    }

    /** Turns a document back into a plan of the scenario it was made for, and checks every word of it. */
    private static final class Reading {
        private final PlanDocument document;
        private final Where where;
        private final PreparedScenario prepared;
        private final Problems problems = new Problems();
        private final Map<String, Integer> towns;
        private final Map<String, Integer> platforms;

        Reading(PlanDocument document, String shown, PreparedScenario prepared) {
            this.document = document;
            this.where = Where.file(shown);
            this.prepared = prepared;
            this.towns = positions(prepared.study().towns(), Study.Town::code);
            this.platforms = positions(prepared.study().platforms(), Study.Platform::id);
        }

        private static <T> Map<String, Integer> positions(List<T> list, Function<T, String> id) {
            Map<String, Integer> positions = new HashMap<>();
            IntStream.range(0, list.size()).forEach(i -> positions.put(id.apply(list.get(i)), i));
            return positions;
        }

        PlannedScenario planned(Optional<RunRecord> run) {
            requireParts();
            requireReference();
            AllocationPlan plan = plan();
            problems.throwIfErrors();
            Score score = PlanScore.of(prepared.problem(), plan).score();
            if (!score.equals(score(document.scores().end()))) {
                problems.error(
                        "plan.altered",
                        where.field("scores.end"),
                        score(document.scores().end()),
                        score);
            }
            problems.throwIfErrors();
            AllocationResult result = new AllocationResult(
                    plan,
                    score,
                    score(document.scores().start()),
                    Optional.ofNullable(document.yardstick()).map(Reading::yardstick),
                    false,
                    document.search().steps(),
                    document.search().stoppedBy());
            return prepared.planned(result, provenance(), run);
        }

        private void requireParts() {
            boolean whole = Stream.of(
                            document.program(),
                            document.search(),
                            document.scores(),
                            document.grants(),
                            document.postings())
                    .allMatch(Objects::nonNull);
            if (!whole
                    || document.search().stoppedBy() == null
                    || document.scores().start() == null
                    || document.scores().end() == null
                    || document.grants().contains(null)
                    || document.postings().contains(null)) {
                problems.error("plan.incomplete", where);
                problems.throwIfErrors();
            }
        }

        private void requireReference() {
            Optional<Provenance.Reference> told = Optional.ofNullable(document.reference())
                    .map(part -> new Provenance.Reference(part.scenario(), part.hash()));
            if (!told.equals(prepared.reference().map(ReferencePlan::named))) {
                problems.error("plan.otherReference", where.field("reference"));
            }
        }

        private Provenance provenance() {
            Long limit = document.search().stepLimit();
            return new Provenance(
                    document.search().seed(),
                    limit == null ? OptionalLong.empty() : OptionalLong.of(limit),
                    document.program(),
                    document.inputHash(),
                    prepared.reference().map(ReferencePlan::named));
        }

        private static Yardstick yardstick(PlanDocument.YardstickPart part) {
            return new Yardstick(part.leastShortfall(), part.lowerBound(), part.hamiltonCost(), part.exact());
        }

        private static Score score(ScorePart part) {
            return new Score(part.hard(), part.medium(), part.soft());
        }

        private AllocationPlan plan() {
            Map<String, Integer> pools = positions(prepared.study().pools(), Study.Pool::id);
            Map<String, Integer> blocks = positions(prepared.study().blocks(), Study.StaffBlock::id);
            List<AllocationPlan.Grant> grants = IntStream.range(
                            0, document.grants().size())
                    .mapToObj(i -> {
                        GrantPart part = document.grants().get(i);
                        String path = "grants[" + (i + 1) + "].";
                        known(pools, part.pool(), path + "pool");
                        if (part.posts() <= 0) {
                            problems.error(
                                    "plan.noPosts", where.field(path + "posts").value("" + part.posts()));
                        }
                        return new AllocationPlan.Grant(
                                String.valueOf(part.pool()),
                                known(towns, part.town(), path + "town"),
                                known(platforms, part.platform(), path + "platform"),
                                part.posts());
                    })
                    .toList();
            List<AllocationPlan.Posting> postings = IntStream.range(
                            0, document.postings().size())
                    .mapToObj(i -> {
                        PostingPart part = document.postings().get(i);
                        String path = "postings[" + (i + 1) + "].";
                        known(blocks, part.block(), path + "block");
                        return new AllocationPlan.Posting(
                                String.valueOf(part.block()),
                                known(towns, part.town(), path + "town"),
                                known(platforms, part.platform(), path + "platform"));
                    })
                    .toList();
            Set<String> sent = new HashSet<>();
            postings.stream()
                    .map(AllocationPlan.Posting::block)
                    .filter(block -> !sent.add(block))
                    .forEach(block ->
                            problems.error("plan.twice", where.field("postings").value(block)));
            return new AllocationPlan(grants, postings);
        }

        private int known(Map<String, Integer> positions, String id, String path) {
            Integer position = positions.get(id);
            if (position == null) {
                problems.error("plan.unknown", where.field(path).value(String.valueOf(id)));
                return 0;
            }
            return position;
        }
    }
}
