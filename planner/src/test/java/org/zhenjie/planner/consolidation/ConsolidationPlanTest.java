package org.zhenjie.planner.consolidation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhenjie.planner.consolidation.ConsolidationPlan.Account;

/** What a plan costs and breaks. */
class ConsolidationPlanTest {
    private static ConsolidationPlan hosts(Integer... hosts) {
        return new ConsolidationPlan(List.of(hosts));
    }

    @Test
    void cost_is_load_times_distance() {
        ConsolidationProblem problem = Sites.onALine(0, 10, 30).load(2, 3).keep(1);
        assertThat(hosts(1, 1, 1).account(problem)).isEqualTo(new Account(70, 0, 0, 0, 0));
    }

    @Test
    void load_beyond_a_capacity_is_counted_with_the_hosts_own() {
        ConsolidationProblem problem =
                Sites.onALine(0, 10, 30).load(2, 3).capacity(4).keep(1);
        assertThat(hosts(1, 1, 1).account(problem).overload()).isEqualTo(1);
    }

    @Test
    void load_that_lacks_to_the_share_is_counted() {
        ConsolidationProblem problem =
                Sites.onALine(0, 10, 30).load(2, 8).cover(10, "0.95").keep(1);
        assertThat(hosts(1, 1, 1).account(problem).uncovered()).isEqualTo(8);
        assertThat(hosts(2, 2, 2).account(problem).uncovered()).isEqualTo(2);
    }

    @Test
    void a_closed_merge_costs_nothing_but_breaks_a_rule_by_its_load() {
        ConsolidationProblem problem =
                Sites.onALine(0, 10).load(0, 5).closed(0, 1).keep(1);
        assertThat(hosts(1, 1).account(problem)).isEqualTo(new Account(0, 0, 5, 0, 0));
    }

    @Test
    void too_many_kept_sites_and_hosts_that_left_are_counted() {
        ConsolidationProblem problem = Sites.onALine(0, 10, 30).keep(1);
        assertThat(hosts(0, 1, 1).account(problem).notKept()).isEqualTo(1);
        assertThat(hosts(1, 2, 2).account(problem).notKept()).isEqualTo(2);
    }

    @Test
    void nearest_hosts_keep_every_kept_site_at_home() {
        ConsolidationProblem problem = Sites.onALine(0, 0, 30).keep(2);
        assertThat(ConsolidationPlan.nearest(problem, List.of(1, 2)).hosts()).containsExactly(1, 1, 2);
    }

    @Test
    void hosts_with_room_are_filled_by_the_greatest_loads_first() {
        ConsolidationProblem problem =
                Sites.onALine(0, 1, 2, 50).load(1, 3).load(2, 4).capacity(5).keep(2);
        assertThat(ConsolidationPlan.withRoom(problem, List.of(0, 3)).hosts()).containsExactly(0, 3, 0, 3);
    }
}
