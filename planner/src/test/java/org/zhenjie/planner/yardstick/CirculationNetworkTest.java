package org.zhenjie.planner.yardstick;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The circulation against the plainest method there is: as long as some cycle of negative cost has room, fill it. */
class CirculationNetworkTest {

    /** So much more than all minor costs together that one number can stand for both goals. */
    private static final long MAJOR = 1_000_000_000L;

    @Test
    void nothing_flows_where_nothing_is_gained() {
        Network network = new Network(3);
        int there = network.arc(0, 1, 5, 0, 3);
        int back = network.arc(1, 0, 5, 0, -2);

        network.solve();

        assertThat(network.flow(there)).isZero();
        assertThat(network.flow(back)).isZero();
    }

    @Test
    void a_cycle_that_gains_is_filled_to_its_narrowest_arc() {
        Network network = new Network(3);
        int wide = network.arc(0, 1, 9, 0, 3);
        int narrow = network.arc(1, 2, 4, 0, -5);
        int back = network.arc(2, 0, 7, 0, 1);

        network.solve();

        assertThat(List.of(network.flow(wide), network.flow(narrow), network.flow(back)))
                .containsOnly(4L);
    }

    @Test
    void parallel_arcs_fill_in_the_order_of_their_cost() {
        Network network = new Network(2);
        int dear = network.arc(0, 1, 3, 0, -1);
        int cheap = network.arc(0, 1, 3, 0, -4);
        network.arc(1, 0, 4, 0, 0);

        network.solve();

        assertThat(network.flow(cheap)).isEqualTo(3);
        assertThat(network.flow(dear)).isEqualTo(1);
    }

    @Test
    void the_first_goal_goes_before_any_amount_of_the_second() {
        Network network = new Network(2);
        int first = network.arc(0, 1, 1, -1, Long.MAX_VALUE / 1_000);
        int second = network.arc(0, 1, 1, 0, -1_000);
        network.arc(1, 0, 1, 0, 0);

        network.solve();

        assertThat(network.flow(first)).isEqualTo(1);
        assertThat(network.flow(second)).isZero();
    }

    @Test
    void arcs_without_capacity_and_arcs_from_a_node_to_itself_do_no_harm() {
        Network network = new Network(2);
        int none = network.arc(0, 1, 0, -5, -5);
        int negative = network.arc(0, 1, -3, -5, -5);
        int loop = network.arc(1, 1, 6, 0, -2);

        network.solve();

        assertThat(network.flow(none)).isZero();
        assertThat(network.flow(negative)).isZero();
        assertThat(network.flow(loop)).isEqualTo(6);
    }

    @Test
    void an_empty_network_is_solved() {
        new CirculationNetwork().solve();
        new Network(1).solve();
    }

    @ParameterizedTest
    @CsvSource({"2, 4, 300", "4, 10, 300", "8, 30, 300", "12, 90, 60"})
    void the_cost_is_that_of_filling_negative_cycles(int nodes, int arcs, int draws) {
        for (int seed = 0; seed < draws; seed++) {
            Network network = Network.random(nodes, arcs, new Random(seed));

            network.solve();

            network.keepsItsBalance();
            assertThat(network.cost()).as("seed " + seed).isEqualTo(network.costOfFillingNegativeCycles());
        }
    }

    @ParameterizedTest
    @CsvSource({"60, 600, 1", "60, 600, 2", "200, 3000, 3", "200, 800, 4"})
    @Timeout(60)
    void in_larger_networks_no_negative_cycle_is_left(int nodes, int arcs, int seed) {
        Network network = Network.random(nodes, arcs, new Random(seed));

        network.solve();

        network.keepsItsBalance();
        long[] flow = network.flows();
        assertThat(network.negativeCycle(flow)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"3, 5, 200", "6, 14, 200", "10, 40, 60"})
    void a_convex_arc_is_as_good_as_parallel_arcs_of_rising_cost(int nodes, int arcs, int draws) {
        for (int seed = 0; seed < draws; seed++) {
            Random random = new Random(seed);
            Network parallel = new Network(nodes);
            CirculationNetwork convex = new CirculationNetwork();
            for (int node = 0; node < nodes; node++) {
                convex.node();
            }
            long[][] costs = new long[arcs][];
            for (int arc = 0; arc < arcs; arc++) {
                int from = random.nextInt(nodes);
                int to = random.nextInt(nodes);
                long[] unitCosts =
                        random.longs(random.nextInt(7), -10, 11).sorted().toArray();
                costs[arc] = unitCosts;
                for (long cost : unitCosts) {
                    parallel.arc(from, to, 1, 0, cost);
                }
                convex.arc(from, to, unitCosts.length, units -> unitCosts[(int) units]);
            }

            parallel.solve();
            convex.solve();

            long cost = 0;
            for (int arc = 0; arc < arcs; arc++) {
                for (int unit = 0; unit < convex.flow(arc); unit++) {
                    cost += costs[arc][unit];
                }
            }
            assertThat(cost).as("seed " + seed).isEqualTo(parallel.cost());
        }
    }

    @ParameterizedTest
    @CsvSource({"4, 10, 200", "8, 30, 200", "12, 90, 60"})
    void the_cost_does_not_depend_on_the_circulation_that_the_solve_sets_out_from(int nodes, int arcs, int draws) {
        for (int seed = 0; seed < draws; seed++) {
            Network fromNothing = Network.random(nodes, arcs, new Random(seed));
            Network fromSomewhere = Network.random(nodes, arcs, new Random(seed));
            fromSomewhere.fillAnyCycles(new Random(seed));

            fromNothing.solve();
            fromSomewhere.solve();

            fromSomewhere.keepsItsBalance();
            assertThat(fromSomewhere.cost()).as("seed " + seed).isEqualTo(fromNothing.cost());
        }
    }

    private record Arc(int from, int to, long capacity, long cost) {}

    private static final class Network {
        private final CirculationNetwork network = new CirculationNetwork();
        private final List<Arc> arcs = new ArrayList<>();
        private final int nodes;

        Network(int nodes) {
            this.nodes = nodes;
            for (int node = 0; node < nodes; node++) {
                network.node();
            }
        }

        /** Many equal costs, many parallel arcs, some arcs without capacity: what makes a simplex stall. */
        static Network random(int nodes, int arcs, Random random) {
            Network network = new Network(nodes);
            for (int arc = 0; arc < arcs; arc++) {
                int from = random.nextInt(nodes);
                int to = random.nextInt(4) == 0 ? (from + 1) % nodes : random.nextInt(nodes);
                network.arc(from, to, random.nextInt(7), random.nextInt(3) - 1, random.nextInt(21) - 10);
            }
            return network;
        }

        int arc(int from, int to, long capacity, long major, long minor) {
            arcs.add(new Arc(from, to, Math.max(0, capacity), major * MAJOR + minor));
            return network.arc(from, to, capacity, major, minor);
        }

        void solve() {
            network.solve();
        }

        long flow(int arc) {
            return network.flow(arc);
        }

        long[] flows() {
            long[] flow = new long[arcs.size()];
            Arrays.setAll(flow, network::flow);
            return flow;
        }

        long cost() {
            return cost(flows());
        }

        private long cost(long[] flow) {
            long cost = 0;
            for (int arc = 0; arc < flow.length; arc++) {
                cost += flow[arc] * arcs.get(arc).cost();
            }
            return cost;
        }

        void keepsItsBalance() {
            long[] balance = new long[nodes];
            for (int arc = 0; arc < arcs.size(); arc++) {
                assertThat(flow(arc)).isBetween(0L, arcs.get(arc).capacity());
                balance[arcs.get(arc).from()] -= flow(arc);
                balance[arcs.get(arc).to()] += flow(arc);
            }
            assertThat(balance).containsOnly(0);
        }

        /** Units around cycles that random walks close, whatever they cost. */
        void fillAnyCycles(Random random) {
            for (int walk = 0; walk < 20; walk++) {
                List<Integer> way = new ArrayList<>();
                List<Integer> seen = new ArrayList<>();
                int at = random.nextInt(nodes);
                while (at >= 0 && !seen.contains(at)) {
                    seen.add(at);
                    int here = at;
                    List<Integer> on = java.util.stream.IntStream.range(0, arcs.size())
                            .filter(arc -> arcs.get(arc).from() == here && network.room(arc) > 0)
                            .boxed()
                            .toList();
                    int next = on.isEmpty() ? -1 : on.get(random.nextInt(on.size()));
                    way.add(next);
                    at = next < 0 ? -1 : arcs.get(next).to();
                }
                if (at >= 0) {
                    way.subList(seen.indexOf(at), way.size()).forEach(arc -> network.start(arc, 1));
                }
            }
        }

        long costOfFillingNegativeCycles() {
            long[] flow = new long[arcs.size()];
            List<Integer> cycle = negativeCycle(flow);
            while (!cycle.isEmpty()) {
                long units = Long.MAX_VALUE;
                for (int step : cycle) {
                    units = Math.min(units, room(flow, step));
                }
                for (int step : cycle) {
                    flow[step >> 1] += (step & 1) == 0 ? units : -units;
                }
                cycle = negativeCycle(flow);
            }
            return cost(flow);
        }

        /** Bellman and Ford from everywhere at once. Step 2a goes along arc a, 2a + 1 against it. */
        List<Integer> negativeCycle(long[] flow) {
            long[] distance = new long[nodes];
            int[] last = new int[nodes];
            int changed = -1;
            for (int round = 0; round < nodes; round++) {
                changed = -1;
                for (int step = 0; step < 2 * arcs.size(); step++) {
                    if (room(flow, step) > 0 && distance[tail(step)] + cost(step) < distance[head(step)]) {
                        distance[head(step)] = distance[tail(step)] + cost(step);
                        last[head(step)] = step;
                        changed = head(step);
                    }
                }
            }
            return changed < 0 ? List.of() : cycleBefore(changed, last);
        }

        private List<Integer> cycleBefore(int node, int[] last) {
            int on = node;
            for (int round = 0; round < nodes; round++) {
                on = tail(last[on]);
            }
            List<Integer> cycle = new ArrayList<>();
            int at = on;
            do {
                cycle.add(last[at]);
                at = tail(last[at]);
            } while (at != on);
            return cycle;
        }

        private long room(long[] flow, int step) {
            return (step & 1) == 0 ? arcs.get(step >> 1).capacity() - flow[step >> 1] : flow[step >> 1];
        }

        private long cost(int step) {
            return (step & 1) == 0
                    ? arcs.get(step >> 1).cost()
                    : -arcs.get(step >> 1).cost();
        }

        private int tail(int step) {
            return (step & 1) == 0
                    ? arcs.get(step >> 1).from()
                    : arcs.get(step >> 1).to();
        }

        private int head(int step) {
            return (step & 1) == 0
                    ? arcs.get(step >> 1).to()
                    : arcs.get(step >> 1).from();
        }
    }
}
