package org.zhenjie.scenarios.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.LongFunction;
import org.zhenjie.planner.search.Solved;
import org.zhenjie.planner.search.StagedSolve;
import org.zhenjie.scenarios.tables.AnswerTable;
import org.zhenjie.scenarios.tables.Scale;

/** One solve from plain tables: progress, Ctrl-C, and the figures that every answer has, in the units of the tables. */
final class TableSolve {
    private final Call call;
    private final LongFunction<BigDecimal> units;

    /** @param units a cost in whole numbers as a number of the tables */
    TableSolve(Call call, LongFunction<BigDecimal> units) {
        this.call = call;
        this.units = units;
    }

    /**
     * Runs a solve.
     *
     * @throws CancellationException if it was cancelled
     */
    <P> Solved<P> run(String title, StagedSolve<P, ?> solve) {
        call.cancellation().onRequest(solve::cancel);
        call.cancellation().worthless(true);
        Solved<P> solved;
        try (ProgressView view = ProgressView.open(call, title)) {
            solved = solve.run((cost, bound) -> view.state(call.texts().get("stations.best", text(cost), text(bound))));
        } finally {
            call.cancellation().worthless(false);
            call.cancellation().onRequest(() -> {});
        }
        if (call.cancellation().isRequested()) {
            throw new CancellationException();
        }
        if (solved.stoppedBy() == Solved.StoppedBy.TIME) {
            call.notice("solved.byTime");
        }
        return solved;
    }

    /** Prints objective, bound, gap and steps. */
    void print(Solved<?> solved, String objective, long seed) {
        call.print(call.texts().get(objective, text(solved.cost())));
        call.print(call.texts().get("stations.bound", text(solved.bound())));
        call.print(
                solved.gap().isPresent()
                        ? call.texts()
                                .get(
                                        "gap.share",
                                        new Figures(call.locale())
                                                .share(solved.gap().getAsDouble(), 3))
                        : call.texts().get("stations.above", text(solved.cost() - solved.bound())));
        call.print(call.texts()
                .get("plan.search", solved.steps(), seed, call.texts().get("stoppedBy." + solved.stoppedBy())));
    }

    /** Writes the answer, where a file is given for it. */
    void write(Path out, List<String> columns, List<String> ids, List<String> answers) {
        if (out == null) {
            return;
        }
        try {
            AnswerTable.write(out, columns, ids, answers);
        } catch (IOException e) {
            throw Plans.unwritable(out, e);
        }
        call.print(call.texts().get("file.written", out));
    }

    private String text(long cost) {
        return Scale.plain(units.apply(cost));
    }
}
