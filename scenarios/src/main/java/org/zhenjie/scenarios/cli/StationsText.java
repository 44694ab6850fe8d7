package org.zhenjie.scenarios.cli;

import java.util.List;
import org.zhenjie.planner.consolidation.ConsolidationPlan.Account;
import org.zhenjie.planner.consolidation.ConsolidationResult;
import org.zhenjie.scenarios.stations.FrontierTable;
import org.zhenjie.scenarios.stations.Stations;
import org.zhenjie.scenarios.tables.Scale;

/** A solved consolidation of stations, in the units of its tables. */
final class StationsText {
    private final Call call;
    private final CliTexts texts;
    private final Stations stations;

    StationsText(Call call, Stations stations) {
        this.call = call;
        this.texts = call.texts();
        this.stations = stations;
    }

    void print(ConsolidationResult result, long seed) {
        call.print(texts.get("stations.objective", cost(result.account().cost())));
        call.print(texts.get(
                result.start().isFeasible() ? "stations.start" : "stations.startBroken",
                cost(result.start().cost())));
        call.print(texts.get("stations.bound", cost(result.bound())));
        call.print(gap(result));
        call.print(texts.get(
                "stations.kept",
                result.plan().kept().size(),
                String.join(texts.get("list.separator"), stations.kept(result.plan()))));
        call.print(texts.get("plan.search", result.steps(), seed, texts.get("stoppedBy." + result.stoppedBy())));
    }

    /** The frontier of k against cost. */
    void print(List<FrontierTable.Row> rows, long seed) {
        TextTable table = new TextTable(List.of(
                texts.get("frontier.keep"),
                texts.get("frontier.objective"),
                texts.get("frontier.bound"),
                texts.get("frontier.gap")));
        for (FrontierTable.Row row : rows) {
            ConsolidationResult result = row.result();
            table.row(
                    String.valueOf(row.keep()),
                    result.account().isFeasible() ? cost(result.account().cost()) : Figures.none(),
                    result.impossible() ? Figures.none() : cost(result.bound()),
                    result.gap().isPresent()
                            ? new Figures(call.locale()).share(result.gap().getAsDouble(), 3)
                            : Figures.none());
        }
        table.lines().forEach(call::print);
        call.print(texts.get("frontier.seed", seed));
    }

    private String gap(ConsolidationResult result) {
        return result.gap().isPresent()
                ? texts.get(
                        "gap.share",
                        new Figures(call.locale()).share(result.gap().getAsDouble(), 3))
                : texts.get("stations.above", cost(result.account().cost() - result.bound()));
    }

    /** What the best plan found breaks. */
    void tellBroken(ConsolidationResult result) {
        Account account = result.account();
        call.notice(result.impossible() ? "stations.impossible" : "stations.notFound");
        tell("stations.overload", account.overload());
        tell("stations.uncovered", account.uncovered());
        tell("stations.closed", account.closed());
    }

    private void tell(String rule, long load) {
        if (load > 0) {
            call.notice(rule, Scale.plain(stations.load(load)));
        }
    }

    private String cost(long scaled) {
        return Scale.plain(stations.cost(scaled));
    }
}
