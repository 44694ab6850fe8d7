package org.zhenjie.ui.workspace;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.swing.Timer;
import org.zhenjie.scenarios.indicator.Indicator;
import org.zhenjie.scenarios.session.Edit;
import org.zhenjie.scenarios.session.ScenarioEntry;
import org.zhenjie.scenarios.session.ScenarioFigures;
import org.zhenjie.scenarios.session.Snapshot;
import org.zhenjie.scenarios.session.Studies;
import org.zhenjie.scenarios.session.StudyFinding;
import org.zhenjie.scenarios.session.Why;
import org.zhenjie.scenarios.study.CrsQuestion;

/** The model of the window. Every method is called on the event thread, and so is every listener. */
public final class Workspace {

    /** Between two pictures of a running solve, so that the window has time for its user. */
    private static final int SNAPSHOT_MILLIS = 120;

    private static final int HISTORY = 4_000;

    /** How long a plan goes on getting better after a pin. */
    private static final Duration LIVE = Duration.ofSeconds(10);

    /** Long work that is under way. */
    public enum Busy {
        OPENING,
        /** Figures of a scenario are reckoned. */
        READING,
        EXPORTING
    }

    private final Studies studies;
    private final Background background;
    private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<Throwable>> failureListeners = new CopyOnWriteArrayList<>();
    private final Map<String, ScenarioFigures> figures = new HashMap<>();
    private final Map<Side, String> sides = new EnumMap<>(Side.class);

    private Optional<Studies.OpenStudy> study = Optional.empty();
    private List<ScenarioEntry> scenarios = List.of();
    private Optional<String> choice = Optional.empty();
    private Indicator indicator = Indicator.Plain.RATIO_AFTER;
    private Optional<String> town = Optional.empty();
    private Optional<String> hover = Optional.empty();
    private Optional<StudyFinding> finding = Optional.empty();
    private Optional<SolveView> solveView = Optional.empty();
    private Optional<Studies.Solve> solve = Optional.empty();
    /** Changes that wait for the solve before them. */
    private final Deque<Runnable> waiting = new ArrayDeque<>();

    private final AtomicInteger questions = new AtomicInteger();
    private Optional<Busy> busy = Optional.empty();
    private int reading;

    public Workspace(Studies studies, Background background) {
        this.studies = studies;
        this.background = background;
    }

    /** Hears of each change from now on. */
    public void onChange(Consumer<Change> listener) {
        listeners.add(listener);
    }

    /** Hears of long work that failed. */
    public void onFailure(Consumer<Throwable> listener) {
        failureListeners.add(listener);
    }

    /** Forgets all listeners: for a window that is built anew. */
    public void forgetListeners() {
        listeners.clear();
        failureListeners.clear();
    }

    /** The studies' side. */
    public Studies studies() {
        return studies;
    }

    /** The study that is open. */
    public Optional<Studies.OpenStudy> study() {
        return study;
    }

    /** The study before any plan, then the scenarios; empty without a study. */
    public List<ScenarioEntry> scenarios() {
        return scenarios;
    }

    /** The line of a scenario. */
    public Optional<ScenarioEntry> scenario(String id) {
        return scenarios.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    /** The scenario that Solve and Export act on. */
    public Optional<ScenarioEntry> choice() {
        return choice.flatMap(this::scenario);
    }

    /** What the maps are coloured by. */
    public Indicator indicator() {
        return indicator;
    }

    /** Code of the selected town. */
    public Optional<String> town() {
        return town;
    }

    /** Code of the town under the pointer. */
    public Optional<String> hover() {
        return hover;
    }

    /** What is selected of what the check of the study found. */
    public Optional<StudyFinding> finding() {
        return finding;
    }

    /** The line of the scenario on a side. */
    public Optional<ScenarioEntry> on(Side side) {
        return Optional.ofNullable(sides.get(side)).flatMap(this::scenario);
    }

    /** Figures of the scenario on a side; empty until they are read. */
    public Optional<ScenarioFigures> figures(Side side) {
        return Optional.ofNullable(sides.get(side)).map(figures::get);
    }

    /** The running solve, or the last one of this study. */
    public Optional<SolveView> solving() {
        return solveView;
    }

    /** Whether a solve runs. */
    public boolean isSolving() {
        return solve.isPresent();
    }

    /** The long work under way, beside a solve. */
    public Optional<Busy> busyWith() {
        return busy.isEmpty() && reading > 0 ? Optional.of(Busy.READING) : busy;
    }

    /** Opens a study in place of the one that is open, once it is read. */
    public void open(Path folder) {
        work(Busy.OPENING, () -> tried(folder), this::opened);
    }

    /** Opens a study whose layers could not be placed, once the study file says where they are. */
    public void open(Path folder, Map<String, String> crsCodes) {
        work(
                Busy.OPENING,
                () -> {
                    studies.answer(folder, crsCodes);
                    return tried(folder);
                },
                this::opened);
    }

    private Studies.OpenStudy tried(Path folder) {
        try {
            return studies.open(folder);
        } catch (RuntimeException failure) {
            List<CrsQuestion> questions = studies.questions(folder);
            throw questions.isEmpty() ? failure : new UnplacedException(folder, questions, failure);
        }
    }

    /** A study could not be opened because nobody says where some of its layers are. */
    public static final class UnplacedException extends RuntimeException {
        private final transient Path folder;
        private final transient List<CrsQuestion> questions;

        UnplacedException(Path folder, List<CrsQuestion> questions, RuntimeException cause) {
            super(cause.getMessage(), cause);
            this.folder = folder;
            this.questions = List.copyOf(questions);
        }

        /** The study's folder. */
        public Path folder() {
            return folder;
        }

        /** What people are to choose. */
        public List<CrsQuestion> questions() {
            return questions;
        }
    }

    private void opened(Studies.OpenStudy opened) {
        cancel();
        study = Optional.of(opened);
        solveView = Optional.empty();
        figures.clear();
        town = Optional.empty();
        hover = Optional.empty();
        finding = Optional.empty();
        if (!opened.indicators().contains(indicator)) {
            indicator = Indicator.Plain.RATIO_AFTER;
        }
        scenarios = opened.scenarios();
        choice = scenarios.stream()
                .filter(entry -> !entry.isToday())
                .map(ScenarioEntry::id)
                .findFirst();
        sides.clear();
        sides.put(Side.A, ScenarioEntry.TODAY);
        sides.put(Side.B, choice.orElse(ScenarioEntry.TODAY));
        tell(Change.STUDY);
        sides.values().forEach(this::read);
    }

    /** Chooses the scenario that Solve and Export act on, and shows it at the right. */
    public void choose(String scenario) {
        if (scenario(scenario).isEmpty() || choice.equals(Optional.of(scenario))) {
            return;
        }
        choice = Optional.of(scenario);
        tell(Change.CHOICE);
        show(Side.B, scenario);
    }

    /** Shows a scenario on a side. */
    public void show(Side side, String scenario) {
        if (!scenario.equals(sides.put(side, scenario))) {
            tell(Change.SIDES);
            read(scenario);
        }
    }

    /** Colours the maps by an indicator. */
    public void show(Indicator wanted) {
        if (!indicator.equals(wanted)) {
            indicator = wanted;
            tell(Change.INDICATOR);
        }
    }

    /** Selects a town, or none. */
    public void select(Optional<String> code) {
        if (!town.equals(code)) {
            town = code;
            tell(Change.TOWN);
        }
    }

    /** Notes the town under the pointer, or none. */
    public void hover(Optional<String> code) {
        if (!hover.equals(code)) {
            hover = code;
            tell(Change.HOVER);
        }
    }

    /** Selects what the check of the study found, or nothing. */
    public void look(Optional<StudyFinding> at) {
        if (!finding.equals(at)) {
            finding = at;
            tell(Change.FINDING);
        }
    }

    private void read(String scenario) {
        Optional<Studies.OpenStudy> from = study;
        if (from.isEmpty() || figures.containsKey(scenario)) {
            return;
        }
        reading(1);
        background.load(
                () -> from.get().figures(scenario),
                read -> {
                    reading(-1);
                    if (study.equals(from)) {
                        figures.put(scenario, read);
                        tell(Change.SIDES);
                    }
                },
                failure -> {
                    reading(-1);
                    failed(failure);
                });
    }

    private void reading(int change) {
        reading += change;
        tell(Change.BUSY);
    }

    /** Solves the chosen scenario; no effect while a solve runs or on the study before any plan. */
    public void solve(Duration most) {
        Optional<ScenarioEntry> entry = choice().filter(chosen -> !chosen.isToday());
        if (study.isEmpty() || entry.isEmpty() || solve.isPresent()) {
            return;
        }
        start(entry.get(), study.get().solve(entry.get().id(), most));
    }

    /**
     * Why the plan on a side is as it is in the selected town, and what posts more or fewer would do there. Only the last question is
     * answered: of one that was asked before it nobody waits for an answer.
     */
    public void why(Side side, int by, Locale locale, Consumer<Optional<Why>> done) {
        Optional<String> scenario = Optional.ofNullable(sides.get(side));
        if (study.isPresent() && scenario.isPresent() && town.isPresent()) {
            Studies.OpenStudy from = study.get();
            String code = town.get();
            int question = questions.incrementAndGet();
            background.load(
                    () -> question == questions.get()
                            ? from.why(scenario.get(), code, by, locale)
                            : Optional.<Why>empty(),
                    answer -> {
                        if (question == questions.get()) {
                            done.accept(answer);
                        }
                    },
                    this::failed);
        }
    }

    /** Changes the scenario of a side; its plan bends to the change at once. */
    public void change(Side side, Edit edit, Locale locale) {
        study.ifPresent(from -> live(side, scenario -> from.change(scenario, edit, LIVE, locale)));
    }

    /** Takes back the last change of the scenario on a side. */
    public void undo(Side side, Locale locale) {
        study.ifPresent(from -> live(side, scenario -> from.undo(scenario, LIVE, locale)));
    }

    /** What runs ends first and keeps its best plan, a change before this one not until it counts. */
    private void live(Side side, Function<String, Studies.Solve> change) {
        Optional<ScenarioEntry> entry = on(side).filter(one -> !one.isToday());
        if (entry.isEmpty()) {
            return;
        }
        Runnable begin = () -> start(entry.get(), change.apply(entry.get().id()));
        if (solve.isPresent()) {
            waiting.add(begin);
            end(Studies.Solve::finish);
        } else {
            begin.run();
        }
    }

    private void start(ScenarioEntry entry, Studies.Solve run) {
        Studies.OpenStudy from = study.orElseThrow();
        String scenario = entry.id();
        SolveFeed feed = new SolveFeed();
        solveView = Optional.of(new SolveView(scenario, entry.name(), List.of(), Optional.empty(), true, false));
        solve = Optional.of(run);
        setState(scenario, ScenarioEntry.State.SOLVING);
        tell(Change.SOLVE);
        if (!waiting.isEmpty()) {
            end(Studies.Solve::finish);
        }
        Timer watch = watch(feed);
        background.solve(
                () -> {
                    run.run(feed::better);
                    return from.scenarios();
                },
                entries -> {
                    watch.stop();
                    ended(from, scenario, feed, entries);
                },
                failure -> {
                    watch.stop();
                    ended(from, scenario, feed, from.scenarios());
                    failed(failure);
                });
    }

    /** Better plans on their way from the solver's thread; the event thread looks at them now and then. */
    private static final class SolveFeed {
        private final List<SolveView.Point> points = new ArrayList<>();
        private Optional<Snapshot> last = Optional.empty();
        private boolean news;

        synchronized void better(Snapshot snapshot) {
            if (points.size() >= HISTORY) {
                for (int i = points.size() - 2; i > 0; i -= 2) {
                    points.remove(i);
                }
            }
            points.add(new SolveView.Point(snapshot.elapsedMillis(), snapshot.price()));
            last = Optional.of(snapshot);
            news = true;
        }

        synchronized boolean takeNews() {
            boolean taken = news;
            news = false;
            return taken;
        }

        synchronized SolveView in(SolveView view, boolean running) {
            return new SolveView(view.scenario(), view.name(), points, last, running, running && view.cancelling());
        }
    }

    private Timer watch(SolveFeed feed) {
        Timer timer = new Timer(SNAPSHOT_MILLIS, event -> {
            if (isSolving() && feed.takeNews()) {
                solveView = solveView.map(view -> feed.in(view, true));
                tell(Change.SOLVE);
            }
        });
        timer.start();
        return timer;
    }

    private void ended(Studies.OpenStudy from, String scenario, SolveFeed feed, List<ScenarioEntry> entries) {
        solve = Optional.empty();
        if (!study.equals(Optional.of(from))) {
            waiting.clear();
            tell(Change.SOLVE);
            return;
        }
        solveView = solveView.map(view -> feed.in(view, false));
        figures.remove(scenario);
        scenarios = entries;
        tell(Change.SCENARIOS);
        tell(Change.SOLVE);
        if (sides.containsValue(scenario)) {
            read(scenario);
        }
        Optional.ofNullable(waiting.poll()).ifPresent(Runnable::run);
    }

    private void setState(String scenario, ScenarioEntry.State state) {
        scenarios = scenarios.stream()
                .map(entry -> entry.id().equals(scenario) ? entry.in(state) : entry)
                .toList();
        tell(Change.SCENARIOS);
    }

    /** Ends the running solve soon, and changes that wait for its end are not made; its best plan so far is kept. */
    public void cancel() {
        waiting.clear();
        end(Studies.Solve::cancel);
    }

    private void end(Consumer<Studies.Solve> how) {
        solve.ifPresent(run -> {
            solveView = solveView.map(view ->
                    new SolveView(view.scenario(), view.name(), view.history(), view.latest(), view.running(), true));
            how.accept(run);
            tell(Change.SOLVE);
        });
    }

    /** Writes the plan of the chosen scenario to a file; {@code done} hears of the notes on it. */
    public void export(Path file, Locale locale, Consumer<List<String>> done) {
        if (study.isPresent() && choice.isPresent()) {
            Studies.OpenStudy from = study.get();
            String scenario = choice.get();
            work(Busy.EXPORTING, () -> from.export(scenario, file, locale), done);
        }
    }

    /** Runs a piece of writing off the event thread. */
    public void write(Callable<Path> writing, Consumer<Path> done) {
        work(Busy.EXPORTING, writing, done);
    }

    private <T> void work(Busy what, Callable<T> work, Consumer<T> done) {
        busy = Optional.of(what);
        tell(Change.BUSY);
        background.load(
                work,
                outcome -> {
                    idle();
                    done.accept(outcome);
                },
                failure -> {
                    idle();
                    failed(failure);
                });
    }

    private void idle() {
        busy = Optional.empty();
        tell(Change.BUSY);
    }

    private void failed(Throwable failure) {
        failureListeners.forEach(listener -> listener.accept(failure));
    }

    private void tell(Change change) {
        listeners.forEach(listener -> listener.accept(change));
    }
}
