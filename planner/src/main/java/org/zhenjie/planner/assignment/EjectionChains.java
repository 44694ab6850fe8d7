package org.zhenjie.planner.assignment;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.SplittableRandom;

/**
 * Chains of moves: a task leaves its worker for another, where it takes the place of one or two tasks that leave for others in turn, until
 * each has a worker; the last may fill the hole that the first has left (ejection chains, Glover 1996; for this problem Yagiura, Ibaraki
 * and Glover 2004). They are searched depth first. What a chain has gained so far, while the hole and the tasks without a worker count as
 * nothing, is the most that it can gain: where that is used up it is given up (Lin and Kernighan 1973).
 */
final class EjectionChains {
    /** Most tasks that one chain ejects. */
    private static final int MOST_EJECTED = 12;
    /** Most tasks at a time that have no worker. */
    private static final int MOST_WAITING = 2;
    /** Most tasks that the search for one chain looks at, and those for a chain and all after it. */
    private static final int MOST_LOOKS = 20_000;

    private static final int MOST_LOOKS_ALL = 40_000;
    /** A chain that gains less gains nothing: charges are rounded. */
    private static final double LEAST_GAIN = 1e-6;

    private final WorkingPlan plan;
    private final SplittableRandom random;

    private final BitSet left;
    private final int[] waiting = new int[MOST_WAITING + 1];
    private int waits;
    private final int[] task = new int[MOST_EJECTED * MOST_WAITING + MOST_WAITING + 1];
    private final int[] to = new int[task.length];
    private int length;
    private int hole;
    private double gained;
    private int looks;
    private int allLooks;

    private final Deque<Integer> touched = new ArrayDeque<>();
    private final BitSet isTouched;
    private int[] movedTask = new int[64];
    private int[] movedFrom = new int[64];
    private int moves;

    EjectionChains(WorkingPlan plan, SplittableRandom random) {
        this.plan = plan;
        this.random = random;
        left = new BitSet(plan.tasks);
        isTouched = new BitSet(plan.workers);
        for (int worker = 0; worker < plan.workers; worker++) {
            touch(worker);
        }
    }

    /**
     * Takes a chain that may lose, then those that gain from the workers it touched, and undoes all of it if more is lost than
     * tolerated; at first only chains that gain.
     *
     * @param loss what the first chain may lose, 0 or more
     * @param tolerance what the plan may lose, 0 or more
     */
    void shake(double loss, double tolerance) {
        moves = 0;
        allLooks = 0;
        double gain = touched.isEmpty() ? anyChain(loss) : 0;
        gain += settle();
        if (gain < -tolerance) {
            undo();
        } else {
            plan.keepIfBest();
        }
    }

    private double anyChain(double loss) {
        int worker = plan.anyWorker(random);
        return plan.count[worker] == 0 ? 0 : chain(plan.members[worker][random.nextInt(plan.count[worker])], loss);
    }

    private double settle() {
        double gain = 0;
        while (!touched.isEmpty() && allLooks < MOST_LOOKS_ALL) {
            int worker = touched.poll();
            isTouched.clear(worker);
            int[] tasks = Arrays.copyOf(plan.members[worker], plan.count[worker]);
            for (int i = 0; i < tasks.length && allLooks < MOST_LOOKS_ALL; i++) {
                gain += plan.at[tasks[i]] == worker ? chain(tasks[i], 0) : 0;
            }
        }
        return gain;
    }

    private void undo() {
        while (moves > 0) {
            moves--;
            plan.move(movedTask[moves], movedFrom[moves]);
        }
        touched.clear();
        isTouched.clear();
    }

    private void touch(int worker) {
        if (!isTouched.get(worker)) {
            isTouched.set(worker);
            touched.add(worker);
        }
    }

    /** Takes the first chain found that begins with a task and gains more than minus the loss; what it gains, 0 if there is none. */
    private double chain(int first, double loss) {
        hole = plan.at[first];
        double most = plan.penalty(hole, plan.room(hole)) + plan.charge(first, hole) + loss;
        if (most <= LEAST_GAIN) {
            return 0;
        }
        length = 0;
        waits = 0;
        looks = 0;
        leave(first, hole);
        boolean found = descend(most);
        allLooks += looks;
        for (int i = length - 1; i >= 0; i--) {
            plan.filled[to[i]] -= plan.load(task[i], to[i]);
        }
        come(first, hole);
        if (!found) {
            return 0;
        }
        for (int i = 0; i < length; i++) {
            if (task[i] != first) {
                come(task[i], plan.at[task[i]]);
            }
        }
        for (int i = 0; i < length; i++) {
            take(task[i], to[i]);
        }
        return gained - loss;
    }

    private void take(int one, int worker) {
        int from = plan.at[one];
        if (from == worker) {
            return;
        }
        if (moves == movedTask.length) {
            movedTask = Arrays.copyOf(movedTask, 2 * moves);
            movedFrom = Arrays.copyOf(movedFrom, 2 * moves);
        }
        movedTask[moves] = one;
        movedFrom[moves++] = from;
        touch(from);
        touch(worker);
        plan.move(one, worker);
    }

    private void leave(int one, int worker) {
        left.set(one);
        plan.filled[worker] -= plan.load(one, worker);
        waiting[waits++] = one;
    }

    private void come(int one, int worker) {
        left.clear(one);
        plan.filled[worker] += plan.load(one, worker);
    }

    private void comeBack(int one, int worker) {
        waits--;
        come(one, worker);
    }

    private void put(int one, int worker) {
        plan.filled[worker] += plan.load(one, worker);
        task[length] = one;
        to[length++] = worker;
    }

    private void unput() {
        length--;
        plan.filled[to[length]] -= plan.load(task[length], to[length]);
    }

    /** Finds a worker for the last of the tasks that wait, and for all others after it; whether it has, as chain and gain then tell. */
    private boolean descend(double most) {
        int one = waiting[--waits];
        for (int worker : plan.candidates[one]) {
            double gain = most - plan.charge(one, worker);
            if (gain <= LEAST_GAIN || looks > MOST_LOOKS) {
                break;
            }
            looks++;
            if (worker != plan.at[one] && (worker == hole ? fill(one, gain) : enter(one, worker, gain))) {
                return true;
            }
        }
        waiting[waits++] = one;
        return false;
    }

    private boolean fill(int one, double gain) {
        put(one, hole);
        if (isFound(gain)) {
            return true;
        }
        unput();
        return false;
    }

    private boolean enter(int one, int worker, double gain) {
        double before = gain + plan.penalty(worker, plan.room(worker));
        put(one, worker);
        long room = plan.room(worker);
        double after = before - plan.penalty(worker, room);
        if (after > LEAST_GAIN && isFound(after)) {
            return true;
        }
        if (length <= MOST_EJECTED && eject(worker, before, room)) {
            return true;
        }
        unput();
        return false;
    }

    private boolean isFound(double gain) {
        if (waits > 0) {
            return descend(gain);
        }
        gained = gain - plan.penalty(hole, plan.room(hole));
        return gained > LEAST_GAIN;
    }

    private boolean eject(int worker, double before, long room) {
        int[] members = plan.members[worker];
        int count = plan.count[worker];
        looks += count;
        for (int i = 0; i < count && looks <= MOST_LOOKS; i++) {
            int one = members[i];
            if (left.get(one)) {
                continue;
            }
            long space = room + plan.load(one, worker);
            double gain = before + plan.charge(one, worker);
            double after = gain - plan.penalty(worker, space);
            if (after > LEAST_GAIN) {
                leave(one, worker);
                if (descend(after)) {
                    return true;
                }
                comeBack(one, worker);
            }
            if (space < 0 && waits + 2 <= MOST_WAITING && ejectTwo(worker, i, gain, space)) {
                return true;
            }
        }
        return false;
    }

    private boolean ejectTwo(int worker, int first, double before, long room) {
        int[] members = plan.members[worker];
        int count = plan.count[worker];
        int one = members[first];
        looks += count - first;
        for (int i = first + 1; i < count && looks <= MOST_LOOKS; i++) {
            int other = members[i];
            if (left.get(other)) {
                continue;
            }
            double after = before + plan.charge(other, worker) - plan.penalty(worker, room + plan.load(other, worker));
            if (after > LEAST_GAIN) {
                leave(one, worker);
                leave(other, worker);
                if (descend(after)) {
                    return true;
                }
                comeBack(other, worker);
                comeBack(one, worker);
            }
        }
        return false;
    }
}
