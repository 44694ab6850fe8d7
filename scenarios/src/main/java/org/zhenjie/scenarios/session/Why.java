package org.zhenjie.scenarios.session;

import java.util.List;
import org.zhenjie.scenarios.explain.Explainer;

/**
 * Why a plan is as it is in one town, in words.
 *
 * @param state its staffing
 * @param costs what each rule costs there
 * @param options ways to give it posts more or fewer, the best first
 * @param pools the pools that may serve it
 */
public record Why(
        String state, List<Explainer.Cost> costs, List<Explainer.Option> options, List<Explainer.Share> pools) {
    public Why {
        costs = List.copyOf(costs);
        options = List.copyOf(options);
        pools = List.copyOf(pools);
    }
}
