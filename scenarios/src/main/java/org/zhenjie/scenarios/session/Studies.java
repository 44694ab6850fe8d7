package org.zhenjie.scenarios.session;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.zhenjie.scenarios.indicator.Indicator;
import org.zhenjie.scenarios.study.CrsQuestion;
import org.zhenjie.scenarios.study.Name;

/** The studies on disk, as the workspace needs them. All calls may take long and run off the event thread. */
public interface Studies {

    /** Opens the study in a folder; throws what {@link #explain} explains. */
    OpenStudy open(Path folder);

    /** The layers of a study folder that cannot be placed, with what their coordinates fit; none where that is not what is wrong. */
    List<CrsQuestion> questions(Path folder);

    /** Writes which coordinate reference system a layer is in into the study file, by role of the layer. */
    void answer(Path folder, Map<String, String> codes);

    /** What went wrong, in words ready for people: one line for each problem. */
    List<String> explain(Throwable failure, Locale locale);

    /** A study that was read. */
    interface OpenStudy {
        /** Its folder. */
        Path folder();

        /** Its title. */
        Name name();

        /** What readers of any result must know; may be blank. */
        Name note();

        /** Warnings found while it was read. */
        List<String> warnings(Locale locale);

        /** What a check of the towns finds, in the words of a language; answers at once. */
        List<StudyFinding> findings(Locale locale);

        /** The study before any plan, then its scenarios, as they stood on disk when last read; answers at once. */
        List<ScenarioEntry> scenarios();

        /** Indicators that towns are coloured by, in the order in which people choose. */
        List<Indicator> indicators();

        /** Figures of a scenario with its plan where that fits, else before any. */
        ScenarioFigures figures(String scenario);

        /** Makes a solve ready, for one run. */
        Solve solve(String scenario, Duration most);

        /**
         * Why the plan of a solved scenario is as it is in a town, and what posts more (below 0: fewer) would do there; empty without
         * a plan or where the scenario has no such town.
         */
        Optional<Why> why(String scenario, String town, int by, Locale locale);

        /**
         * Makes a live solve ready, for one run: the plan of a solved scenario with a change. The change joins the scenario's file once a
         * plan with it is found; where the rules cannot hold together with it, the run fails, says which, and leaves everything as it was.
         */
        Solve change(String scenario, Edit edit, Duration most, Locale locale);

        /** Makes the undoing of the last such change ready, for one run; no effect where the scenario's file has none at its end. */
        Solve undo(String scenario, Duration most, Locale locale);

        /**
         * Writes the plan of a solved scenario to a file.
         *
         * @param file its ending says the form: {@code .xlsx}, {@code .gpkg}, {@code .geojson}
         * @return what people should know of the file; mostly empty
         */
        List<String> export(String scenario, Path file, Locale locale);
    }

    /** One run of a solve. */
    interface Solve {
        /** Solves and keeps the plan in the study's folder; returns when it is done or was cancelled. */
        void run(Consumer<Snapshot> better);

        /** Ends the run soon, keeping the best plan so far; from any thread. */
        void cancel();

        /** The same, but not before what the run is to change counts; from any thread. */
        default void finish() {
            cancel();
        }
    }
}
