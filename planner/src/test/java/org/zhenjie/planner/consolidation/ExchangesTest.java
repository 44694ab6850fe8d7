package org.zhenjie.planner.consolidation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What exchanges save by the tables, against the cost of both sets from scratch. */
class ExchangesTest {
    private static long cost(ConsolidationProblem problem, List<Integer> set) {
        return ConsolidationPlan.nearest(problem, set).account(problem).cost();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void the_tables_hold_what_each_exchange_saves_after_any_number_of_exchanges(long seed) {
        ConsolidationProblem problem = Sites.drawn(16, 0, seed).keep(4);
        Exchanges exchanges = new Exchanges(MergeCosts.of(problem), List.of(1, 5, 8, 12));
        Random random = new Random(seed);
        for (int made = 0; made < 6; made++) {
            long now = cost(problem, exchanges.set());
            assertThat(exchanges.cost()).isEqualTo(now);
            long most = 0;
            for (int opens = 0; opens < problem.size(); opens++) {
                for (int closes = 0; closes < problem.keep() && !exchanges.isKept(opens); closes++) {
                    List<Integer> after = new ArrayList<>(exchanges.set());
                    after.remove((Integer) exchanges.kept(closes));
                    after.add(opens);
                    long saves = now - cost(problem, after);
                    assertThat(exchanges.saving(opens, closes)).isEqualTo(saves);
                    most = Math.max(most, saves);
                }
            }
            Exchanges.Exchange best = exchanges.best();
            assertThat(best == null ? 0 : best.saves()).isEqualTo(most);
            int opens = random.ints(0, problem.size())
                    .filter(site -> !exchanges.isKept(site))
                    .findFirst()
                    .orElseThrow();
            exchanges.exchange(opens, random.nextInt(problem.keep()));
        }
    }
}
