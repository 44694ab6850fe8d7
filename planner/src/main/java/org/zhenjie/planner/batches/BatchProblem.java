package org.zhenjie.planner.batches;

import java.util.List;

/**
 * Powers to hand to towns in batches 1 to b. A power can be taken from the batch on in which its stock, the people of its skill in
 * its town, holds the people that it asks for. Before each batch so many people can be trained; seats that are left over lapse.
 *
 * @param held people in each stock before the first batch, 0 or more
 * @param seats people that can be trained before each batch, 0 or more
 * @param powers the powers, one for each town that could take it
 */
public record BatchProblem(List<Integer> held, List<Integer> seats, List<TownPower> powers) {

    public BatchProblem {
        held = List.copyOf(held);
        seats = List.copyOf(seats);
        powers = List.copyOf(powers);
        for (TownPower power : powers) {
            if (power.stock() < 0 || power.stock() >= held.size() || power.people() < 0 || power.cases() < 0) {
                throw new IllegalArgumentException("Batch problem does not hold together: " + power);
            }
        }
    }

    /** A power in a town: its stock, the people that it asks for, and its cases a year. */
    public record TownPower(int stock, int people, long cases) {}

    /** Number of batches, b. */
    public int batches() {
        return seats.size();
    }

    /** Cost where no power is ever taken: cases times b + 1. */
    public long costOfNothing() {
        return powers.stream().mapToLong(TownPower::cases).sum() * (batches() + 1);
    }
}
