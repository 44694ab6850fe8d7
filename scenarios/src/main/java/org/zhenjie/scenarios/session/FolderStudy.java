package org.zhenjie.scenarios.session;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.zhenjie.gis.coverage.Finding;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.planner.allocation.AllocationResult;
import org.zhenjie.planner.allocation.SolveOptions;
import org.zhenjie.planner.allocation.SolveProgress;
import org.zhenjie.planner.explain.Conflict;
import org.zhenjie.planner.grouping.GroupingPlan;
import org.zhenjie.planner.search.StagedSolve;
import org.zhenjie.planner.teams.TeamPlan;
import org.zhenjie.planner.teams.TeamProblem;
import org.zhenjie.scenarios.explain.Deadlock;
import org.zhenjie.scenarios.explain.Explainer;
import org.zhenjie.scenarios.export.PlanExport;
import org.zhenjie.scenarios.export.PlanReport;
import org.zhenjie.scenarios.export.ReformTexts;
import org.zhenjie.scenarios.group.TownGrouping;
import org.zhenjie.scenarios.group.TownGroups;
import org.zhenjie.scenarios.indicator.Indicator;
import org.zhenjie.scenarios.indicator.Indicator.Plain;
import org.zhenjie.scenarios.indicator.Level;
import org.zhenjie.scenarios.map.MapGround;
import org.zhenjie.scenarios.plan.GroupFile;
import org.zhenjie.scenarios.plan.GroupPlanning;
import org.zhenjie.scenarios.plan.LivePlanning;
import org.zhenjie.scenarios.plan.PlanFile;
import org.zhenjie.scenarios.plan.PlannedScenario;
import org.zhenjie.scenarios.plan.Planning;
import org.zhenjie.scenarios.plan.PreparedScenario;
import org.zhenjie.scenarios.plan.StoredPlan;
import org.zhenjie.scenarios.problem.Texts;
import org.zhenjie.scenarios.reform.EditLines;
import org.zhenjie.scenarios.reform.Reform;
import org.zhenjie.scenarios.reform.RuleBrokenException;
import org.zhenjie.scenarios.reform.Scenario;
import org.zhenjie.scenarios.reform.ScenarioFile;
import org.zhenjie.scenarios.study.Name;
import org.zhenjie.scenarios.study.Study;
import org.zhenjie.scenarios.study.Study.Decision.GrantWithin;
import org.zhenjie.scenarios.study.StudyFolder;

/** An open study in a folder; its plans are read and written there. Safe to use from several threads. */
final class FolderStudy implements Studies.OpenStudy {

    private static final long SEED = 0; // that of the command line, so that both find the same plan
    private static final long PICTURE_MILLIS = 80;

    private final StudyFolder folder;
    private final Map<String, ScenarioEntry> entries = new LinkedHashMap<>();
    private final Map<String, PlannedScenario> plans = new ConcurrentHashMap<>();
    private final Map<String, String> near = new ConcurrentHashMap<>();
    private final Map<String, MapGround> grounds = new ConcurrentHashMap<>();

    FolderStudy(StudyFolder folder) {
        this.folder = folder;
        Name today = SessionTexts.name("today");
        entries.put(
                ScenarioEntry.TODAY,
                new ScenarioEntry(ScenarioEntry.TODAY, today, List.of(), ScenarioEntry.State.TODAY, Optional.empty()));
        folder.scenarioNames().forEach(this::look);
    }

    @Override
    public Path folder() {
        return folder.path();
    }

    @Override
    public Name name() {
        return folder.study().name();
    }

    @Override
    public Name note() {
        return folder.study().note();
    }

    @Override
    public List<String> warnings(Locale locale) {
        return folder.warnings().stream()
                .map((Problem problem) -> problem.text(locale))
                .toList();
    }

    @Override
    public List<StudyFinding> findings(Locale locale) {
        return folder.findings().told().stream()
                .map(told -> StudyFinding.of(told, locale))
                .toList();
    }

    private List<Geometry> findingPlaces() {
        return folder.findings().findings().stream()
                .map(Finding::place)
                .filter(place -> !place.isEmpty())
                .toList();
    }

    @Override
    public List<Indicator> indicators() {
        List<Indicator> indicators = new ArrayList<>(List.of(
                Plain.RATIO_AFTER, Plain.RATIO_BEFORE, Plain.SHORTFALL, Plain.MOVED, Plain.POSTS_AFTER, Plain.NEED));
        Indicator.of(folder.study()).stream()
                .filter(indicator -> indicator.levels().contains(Level.TOWN) && !indicators.contains(indicator))
                .forEach(indicators::add);
        return List.copyOf(indicators);
    }

    @Override
    public List<ScenarioEntry> scenarios() {
        synchronized (entries) {
            return List.copyOf(entries.values());
        }
    }

    private List<Name> words(Scenario scenario) {
        ReformTexts chinese = new ReformTexts(folder.study(), Locale.SIMPLIFIED_CHINESE);
        ReformTexts english = new ReformTexts(folder.study(), Locale.ENGLISH);
        return scenario.reforms().stream()
                .map(reform -> new Name(chinese.of(reform), english.of(reform)))
                .toList();
    }

    /** Reads how a scenario stands on disk. */
    private void look(String id) {
        ScenarioEntry entry;
        try {
            Scenario scenario = ScenarioFile.read(folder, id);
            scenario.near().ifPresentOrElse(one -> near.put(id, one.scenario()), () -> near.remove(id));
            StoredPlan stored = PlanFile.find(folder, scenario);
            stored.plan().ifPresentOrElse(plan -> plans.put(id, plan), () -> plans.remove(id));
            ScenarioEntry.State state = switch (stored.state()) {
                case CURRENT -> ScenarioEntry.State.SOLVED;
                case STALE -> ScenarioEntry.State.STALE;
                case MISSING -> ScenarioEntry.State.UNSOLVED;
            };
            Optional<Result> result = stored.plan().map(plan -> result(plan.result()));
            entry = new ScenarioEntry(id, scenario.title(), words(scenario), state, result);
        } catch (InputException | RuleBrokenException e) {
            entry = new ScenarioEntry(id, new Name(id, id), List.of(), ScenarioEntry.State.BROKEN, Optional.empty());
        }
        synchronized (entries) {
            entries.put(id, entry);
        }
    }

    /** Reads again how a scenario stands whose plan is new, and with it those that stay near that plan. */
    private void lookAgain(String id) {
        grounds.remove(id);
        look(id);
        near.entrySet().stream()
                .filter(entry -> entry.getValue().equals(id))
                .map(Map.Entry::getKey)
                .sorted()
                .toList()
                .forEach(this::lookAgain);
    }

    private static Result result(AllocationResult result) {
        return new Result(
                Snapshots.price(result.score()), result.gap(), result.aboveBound(), result.avoidableShortfall());
    }

    @Override
    public ScenarioFigures figures(String id) {
        PlannedScenario plan = plans.get(id);
        PlannedScenario shown = plan == null ? prepared(id).unplanned() : plan;
        MapGround ground =
                grounds.computeIfAbsent(id, key -> MapGround.of(shown.study(), groups(shown), findingPlaces()));
        Name name = id.equals(ScenarioEntry.TODAY)
                ? SessionTexts.name("today")
                : shown.scenario().title();
        return FiguresBuilder.of(shown, name, plan != null, ground, id);
    }

    /** The groups that the folder holds of a scenario; none where there are none that fit. */
    private List<TownGroups> groups(PlannedScenario shown) {
        List<TownGrouping> groupings = GroupPlanning.of(shown.study(), shown.scenario());
        return GroupFile.find(folder, shown.name(), groupings).orElse(List.of());
    }

    private PreparedScenario prepared(String id) {
        Scenario scenario = id.equals(ScenarioEntry.TODAY) ? Scenario.BASELINE : ScenarioFile.read(folder, id);
        return PreparedScenario.of(folder.study(), scenario);
    }

    @Override
    public List<String> export(String id, Path file, Locale locale) {
        PlannedScenario plan = Optional.ofNullable(plans.get(id))
                .orElseThrow(() -> new IllegalStateException("no plan of scenario " + id));
        PlanReport report = PlanReport.of(plan, Optional.ofNullable(plans.get(StudyFolder.BASELINE)))
                .with(groups(plan));
        return PlanExport.write(report, file, locale).stream()
                .map((Problem problem) -> problem.text(locale))
                .toList();
    }

    @Override
    public Studies.Solve solve(String id, Duration most) {
        return new Run(id, most);
    }

    /** One solve; its reading of the scenario belongs to the long work too. */
    private final class Run implements Studies.Solve {
        private final String id;
        private final Duration most;
        private Runnable end = () -> {};
        private boolean cancelled;

        Run(String id, Duration most) {
            this.id = id;
            this.most = most;
        }

        @Override
        public void run(Consumer<Snapshot> better) {
            Scenario scenario = ScenarioFile.read(folder, id);
            solveReference(scenario);
            Optional<Planning> made = planning(scenario);
            if (made.isPresent()) {
                Pictures pictures = new Pictures(new Snapshots(made.get().problem()), better);
                PlanFile.write(folder, made.get().run(pictures));
                lookAgain(id);
                solveGroups(made.get().prepared());
                grounds.remove(id);
            }
        }

        /** Groups of towns that the scenario asks for, where the folder has none that fit. */
        private void solveGroups(PreparedScenario prepared) {
            String name = prepared.scenario().name();
            List<TownGrouping> groupings = GroupPlanning.of(prepared.study(), prepared.scenario());
            if (groupings.isEmpty() || GroupFile.find(folder, name, groupings).isPresent()) {
                return;
            }
            GroupPlanning.requirePossible(groupings);
            List<TownGroups> found = new ArrayList<>();
            for (TownGrouping grouping : groupings) {
                StagedSolve<GroupingPlan, ?> search = GroupPlanning.search(grouping, GroupPlanning.USUAL);
                if (!begin(search::cancel)) {
                    return;
                }
                Optional<TownGroups> groups =
                        withTeams(GroupPlanning.groups(grouping, search.run((cost, bound) -> {})));
                if (groups.isEmpty()) {
                    return;
                }
                found.add(groups.get());
            }
            GroupFile.write(folder, name, found);
        }

        /** The groups with the teams that they ask for; empty where it was cancelled. */
        private Optional<TownGroups> withTeams(TownGroups groups) {
            Optional<TeamProblem> teams = GroupPlanning.teams(groups);
            if (teams.isEmpty()) {
                return Optional.of(groups);
            }
            StagedSolve<TeamPlan, ?> search = GroupPlanning.search(teams.get(), GroupPlanning.USUAL);
            return begin(search::cancel)
                    ? Optional.of(GroupPlanning.withTeams(groups, teams.get(), search.run((cost, bound) -> {})))
                    : Optional.empty();
        }

        /** The plan that a scenario stays near comes first, where it is missing or stale; a part of it is not kept. */
        private void solveReference(Scenario scenario) {
            if (scenario.near().isEmpty()) {
                return;
            }
            Scenario reference = ScenarioFile.read(folder, scenario.near().get().scenario());
            if (PlanFile.find(folder, reference).plan().isPresent()) {
                return;
            }
            solveReference(reference);
            Optional<Planning> made = planning(reference);
            if (made.isEmpty()) {
                return;
            }
            PlannedScenario planned = made.get().run(SolveProgress.Listener.NONE);
            if (!isCancelled()) {
                PlanFile.write(folder, planned);
                lookAgain(reference.name());
            }
        }

        /** The planning that {@link #cancel} ends from now on; empty where it was cancelled before. */
        private Optional<Planning> planning(Scenario scenario) {
            if (isCancelled()) {
                return Optional.empty();
            }
            SolveOptions options = new SolveOptions(SEED, OptionalLong.empty(), Optional.of(most));
            Planning made = Planning.of(folder, scenario, options);
            return begin(made::cancel) ? Optional.of(made) : Optional.empty();
        }

        /** What {@link #cancel} does from now on; false where it was cancelled before. */
        private synchronized boolean begin(Runnable cancel) {
            end = cancel;
            return !cancelled;
        }

        private synchronized boolean isCancelled() {
            return cancelled;
        }

        @Override
        public synchronized void cancel() {
            cancelled = true;
            end.run();
        }
    }

    @Override
    public Optional<Why> why(String id, String town, int by, Locale locale) {
        PlannedScenario plan = plans.get(id);
        if (plan == null || plan.study().town(town).isEmpty()) {
            return Optional.empty();
        }
        Explainer explainer = new Explainer(plan, locale);
        return Optional.of(new Why(
                explainer.stateOfTown(town),
                explainer.costsOfTown(town),
                by == 0 ? List.of() : explainer.regrantTown(town, Optional.empty(), by),
                explainer.sharesOf(town)));
    }

    @Override
    public Studies.Solve change(String id, Edit edit, Duration most, Locale locale) {
        return new LiveRun(id, most, locale, () -> Optional.of(EditLines.with(folder, id, reform(id, edit))));
    }

    private Reform reform(String id, Edit edit) {
        if (edit instanceof Edit.Pin pin) {
            return new Reform.Pin(new GrantWithin(pin.pool(), pin.town(), Optional.empty(), pin.posts(), pin.posts()));
        }
        if (edit instanceof Edit.PoolSize pool) {
            int now = solved(id).study().pool(pool.pool()).map(Study.Pool::size).orElse(0);
            return new Reform.ChangePool(pool.pool(), pool.size() - now, Optional.of(Reform.ChangePool.OUTSIDE));
        }
        return new Reform.ConvertToStreet(List.of(((Edit.Street) edit).town()));
    }

    @Override
    public Studies.Solve undo(String id, Duration most, Locale locale) {
        return new LiveRun(id, most, locale, () -> EditLines.withoutLast(folder, id));
    }

    private PlannedScenario solved(String id) {
        return Optional.ofNullable(plans.get(id))
                .orElseThrow(() -> new IllegalStateException("no plan of scenario " + id));
    }

    /** A change of a solved scenario that goes into its plan, which stays near what it was. */
    private final class LiveRun implements Studies.Solve {
        private final String id;
        private final Duration most;
        private final Locale locale;
        private final Supplier<Optional<EditLines.Edited>> edit;
        private Optional<LivePlanning> planning = Optional.empty();
        private boolean cancelled;
        private boolean hurried;

        LiveRun(String id, Duration most, Locale locale, Supplier<Optional<EditLines.Edited>> edit) {
            this.id = id;
            this.most = most;
            this.locale = locale;
            this.edit = edit;
        }

        @Override
        public void run(Consumer<Snapshot> better) {
            PlannedScenario last = solved(id);
            Optional<EditLines.Edited> edited = edit.get();
            if (edited.isPresent()) {
                run(last, edited.get(), better);
            }
        }

        private void run(PlannedScenario last, EditLines.Edited edited, Consumer<Snapshot> better) {
            SolveOptions options = new SolveOptions(SEED, OptionalLong.empty(), Optional.of(most));
            LivePlanning made = new LivePlanning(folder, edited.scenario(), last, options);
            synchronized (this) {
                planning = Optional.of(made);
                if (cancelled) {
                    return;
                }
                if (hurried) {
                    made.finish();
                }
            }
            Pictures pictures = new Pictures(new Snapshots(made.prepared().problem()), better);
            LivePlanning.Outcome outcome;
            try {
                outcome = made.run(edited::write, pictures);
            } catch (CancellationException e) {
                return; // before the change counted
            }
            if (outcome instanceof LivePlanning.Refused refused) {
                throw refusal(made.prepared(), refused.conflict());
            }
            PlanFile.write(folder, ((LivePlanning.Planned) outcome).scenario());
            lookAgain(id);
        }

        private InputException refusal(PreparedScenario prepared, Optional<Conflict> proven) {
            return new InputException(proven.map(conflict -> Problem.error(
                            Texts.BUNDLE, "scenario.pinRefused", Where.nowhere(), words(prepared, conflict)))
                    .orElseGet(() -> Problem.error(Texts.BUNDLE, "scenario.pinNoPlan", Where.nowhere())));
        }

        private String words(PreparedScenario prepared, Conflict conflict) {
            return Deadlock.rules(prepared.study(), prepared.problem(), conflict, locale).stream()
                    .map(Deadlock.Line::words)
                    .collect(Collectors.joining(Deadlock.separator(locale)));
        }

        @Override
        public synchronized void cancel() {
            cancelled = true;
            planning.ifPresent(LivePlanning::cancel);
        }

        @Override
        public synchronized void finish() {
            hurried = true;
            planning.ifPresent(LivePlanning::finish);
        }
    }

    /** Every price, and a picture of the towns as often as an eye can follow. */
    private static final class Pictures implements SolveProgress.Listener {
        private final Snapshots snapshots;
        private final Consumer<Snapshot> better;
        private Optional<Snapshot> last = Optional.empty();

        Pictures(Snapshots snapshots, Consumer<Snapshot> better) {
            this.snapshots = snapshots;
            this.better = better;
        }

        @Override
        public void accept(SolveProgress progress) {
            boolean due = last.map(shown -> progress.elapsedMillis() - shown.elapsedMillis() >= PICTURE_MILLIS)
                    .orElse(true);
            Snapshot snapshot = due
                    ? snapshots.of(progress)
                    : new Snapshot(
                            progress.elapsedMillis(),
                            Snapshots.price(progress.best()),
                            last.orElseThrow().levels());
            if (due) {
                last = Optional.of(snapshot);
            }
            better.accept(snapshot);
        }
    }
}
