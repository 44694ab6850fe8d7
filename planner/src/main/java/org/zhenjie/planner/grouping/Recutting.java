package org.zhenjie.planner.grouping;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/**
 * Some groups that touch are cut anew: of the ways to cut the tree that keep one unit of each group in it, one of nearly the least load
 * times distance to the old centres. The tree holds the old groups as pieces, so that the old cut is one of the ways. A key is a
 * group, doubled, and one more where the unit that stays in it is in it.
 */
final class Recutting extends TreeCut {
    /** Most groups at once. */
    static final int MOST_GROUPS = 8;
    /** How far beyond its border a group may reach, in units. */
    private static final int MOST_REACH = 5;

    private int[] label;
    private int[] groups;
    private int[] anchor;
    private int[] centre;
    private int[] reach;

    Recutting(GroupingProblem problem, SplittableRandom random, BooleanSupplier stop) {
        super(problem, random, stop);
    }

    /**
     * Cuts anew.
     *
     * @param region units of whole groups, of {@value #MOST_GROUPS} groups at most, in one piece
     * @param groupOf group of every unit of the problem
     * @param centres centre of every group
     * @param priceOfOutside what a unit of load outside the limits costs
     * @return group of each unit of the region
     */
    int[] cut(int[] region, int[] groupOf, int[] centres, double priceOfOutside) {
        begin(region);
        name(groupOf, centres);
        reachOut();
        plant(label, random.nextBoolean());
        Cut cut = solve(groups.length, priceOfOutside);
        end();
        return cut == null
                ? Arrays.stream(region).map(unit -> groupOf[unit]).toArray()
                : Arrays.stream(cut.piece())
                        .map(piece -> groups[cut.keys()[piece] >> 1])
                        .toArray();
    }

    /** Labels of the groups, and the unit of each that stays in it: a pinned one, else its centre or any. */
    private void name(int[] groupOf, int[] centres) {
        groups = Arrays.stream(units).map(unit -> groupOf[unit]).distinct().toArray();
        label = new int[units.length];
        centre = Arrays.stream(groups).map(group -> centres[group]).toArray();
        anchor = Arrays.stream(centre).map(unit -> at[unit]).toArray();
        int[] seen = new int[groups.length];
        boolean anywhere = random.nextBoolean();
        for (int i = 0; i < units.length; i++) {
            while (groups[label[i]] != groupOf[units[i]]) {
                label[i]++;
            }
            if (anywhere && random.nextInt(++seen[label[i]]) == 0) {
                anchor[label[i]] = i;
            }
        }
        for (int i = 0; i < units.length; i++) {
            if (problem.isPinned(units[i])) {
                anchor[label[i]] = i;
            }
        }
    }

    /** Which groups each unit may be in, as bits: those of units near it. */
    private void reachOut() {
        reach = Arrays.stream(label).map(of -> 1 << of).toArray();
        for (int step = 1 + random.nextInt(MOST_REACH); step > 0; step--) {
            int[] wider = reach.clone();
            for (int i = 0; i < units.length; i++) {
                for (int near : problem.neighbours()[units[i]]) {
                    wider[i] |= at[near] < 0 ? 0 : reach[at[near]];
                }
            }
            reach = wider;
        }
        for (int i = 0; i < units.length; i++) {
            if (problem.isPinned(units[i]) || anchor[label[i]] == i) {
                reach[i] = 1 << label[i];
            }
        }
    }

    @Override
    int keys() {
        return 2 * groups.length;
    }

    @Override
    int leaf(int unit, int choice) {
        return (reach[unit] & 1 << choice) == 0 ? NEVER : 2 * choice + (anchor[choice] == unit ? 1 : 0);
    }

    @Override
    double cost(int unit, int key) {
        return (double) problem.loads()[units[unit]] * problem.distances()[units[unit]][centre[key >> 1]];
    }

    @Override
    int closed(int unit, int key) {
        return (key & 1) == 1 ? key >> 1 : NEVER;
    }

    @Override
    int afterCut(int key, int closed) {
        return key >> 1 == closed ? NEVER : key;
    }

    @Override
    int afterJoin(int above, int below) {
        return above >> 1 == below >> 1 && (above & below & 1) == 0 ? above | below : NEVER;
    }

    @Override
    boolean isComplete(int closed) {
        return true;
    }
}
