package org.zhenjie.planner.consolidation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A host's choice against every choice there is. */
class KnapsackTest {
    private static final int SITES = 11;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void it_takes_the_most_worth_that_fits(long seed) {
        Random random = new Random(seed);
        long[] loads = random.longs(SITES, 0, 20).toArray();
        double[] worths = random.doubles(SITES, 0.1, 50).toArray();
        long room = random.nextInt(100);
        Knapsack knapsack = new Knapsack(room);
        for (int site = 0; site < SITES; site++) {
            knapsack.offer(site, loads[site], worths[site]);
        }
        double relaxed = knapsack.relaxed();
        double exact = knapsack.exact();
        double[] taken = new double[SITES];
        knapsack.addTaken(taken);
        assertThat(exact).isCloseTo(most(loads, worths, room), within(1e-9));
        assertThat(relaxed).isGreaterThanOrEqualTo(exact - 1e-9);
        double worth = 0;
        double load = 0;
        for (int site = 0; site < SITES; site++) {
            assertThat(taken[site]).isIn(0.0, 1.0);
            worth += taken[site] * worths[site];
            load += taken[site] * loads[site];
        }
        assertThat(worth).isCloseTo(exact, within(1e-9));
        assertThat(load).isLessThanOrEqualTo(room);
    }

    private static double most(long[] loads, double[] worths, long room) {
        double most = 0;
        for (int choice = 0; choice < 1 << SITES; choice++) {
            double worth = 0;
            long load = 0;
            for (int site = 0; site < SITES; site++) {
                worth += (choice >> site & 1) * worths[site];
                load += (choice >> site & 1) * loads[site];
            }
            most = load <= room ? Math.max(most, worth) : most;
        }
        return most;
    }
}
