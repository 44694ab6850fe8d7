package org.zhenjie.planner.explain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.zhenjie.planner.allocation.AllocationPart;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.AllocationProblem.Pool;
import org.zhenjie.planner.allocation.ProblemDraft;
import org.zhenjie.planner.allocation.Rule;
import org.zhenjie.planner.yardstick.Relaxation;

/**
 * Hard rules that cannot hold together, none of which can be left out: with any one of them given up, the others can be kept.
 *
 * @param remedies each of the rules, and what giving way on it alone would do for the whole problem
 * @param given what is taken for granted: where the problem falls into parts, that pools of the others do not serve this one
 */
public record Conflict(List<Remedy> remedies, List<Demand> given) {

    /**
     * A rule of the conflict.
     *
     * @param by the least posts, people or metres by which it has to give way, alone, so that all hard rules can be kept; empty where that
     *     does not help, because there is another conflict without it
     * @param whole whether it can only be given up as a whole; {@code by} is then 0
     */
    public record Remedy(Demand demand, OptionalInt by, boolean whole) {}

    /** The rules that cannot hold together. */
    public List<Demand> demands() {
        return remedies.stream().map(Remedy::demand).toList();
    }

    /**
     * Finds a conflict by the relaxation, in which blocks may be split into single people. Where the problem falls into parts, it is that
     * of the first part whose rules cannot be kept.
     *
     * @param stop asked now and then whether to give up
     * @return empty where the relaxation can keep all hard rules: then none is proven
     * @throws CancellationException when it gave up
     */
    public static Optional<Conflict> find(AllocationProblem problem, BooleanSupplier stop) {
        Predicate<AllocationProblem> canBeKept = one -> Relaxation.of(one, stop).isFeasible();
        List<AllocationPart> broken = AllocationPart.of(problem).stream()
                .filter(part -> !canBeKept.test(bare(part.problem()).problem()))
                .limit(2)
                .toList();
        return broken.stream()
                .findFirst()
                .flatMap(part -> find(part.problem(), canBeKept)
                        .map(conflict -> conflict.inWhole(problem, part, broken.size() == 1)));
    }

    private Conflict inWhole(AllocationProblem whole, AllocationPart part, boolean isAlone) {
        Set<String> own = part.problem().pools().stream().map(Pool::id).collect(Collectors.toSet());
        return new Conflict(
                remedies.stream()
                        .map(remedy -> new Remedy(
                                remedy.demand().inWhole(part),
                                isAlone ? remedy.by() : OptionalInt.empty(),
                                remedy.whole()))
                        .toList(),
                whole.pools().stream()
                        .filter(pool -> !own.contains(pool.id()))
                        .<Demand>map(pool -> new Demand.Jurisdiction(pool.id()))
                        .toList());
    }

    /**
     * Finds a conflict.
     *
     * @param canBeKept whether the hard rules of a problem can be kept; once they can, they still can with one less
     * @return empty where all of them can be kept
     */
    static Optional<Conflict> find(AllocationProblem problem, Predicate<AllocationProblem> canBeKept) {
        return new Search(problem, canBeKept).conflict();
    }

    /** The problem with all demands dropped but some, and with nothing that only costs. */
    static AllocationProblem keeping(AllocationProblem problem, Collection<Demand> kept) {
        ProblemDraft draft = bare(problem);
        Set<Demand> keep = new HashSet<>(kept);
        Demand.of(problem).stream().filter(demand -> !keep.contains(demand)).forEach(demand -> demand.drop(draft));
        return draft.problem();
    }

    private static ProblemDraft bare(AllocationProblem problem) {
        ProblemDraft draft = new ProblemDraft(problem);
        draft.weights().clear();
        draft.off().add(Rule.M1);
        return draft;
    }

    /** QuickXplain (Junker 2004): halves what may be left out, so that few rules among many are found in few questions. */
    private static final class Search {
        private final AllocationProblem problem;
        private final Predicate<AllocationProblem> canBeKept;

        Search(AllocationProblem problem, Predicate<AllocationProblem> canBeKept) {
            this.problem = problem;
            this.canBeKept = canBeKept;
        }

        Optional<Conflict> conflict() {
            List<Demand> all = Demand.of(problem);
            if (holds(all)) {
                return Optional.empty();
            }
            List<Demand> found = among(List.of(), false, all);
            return Optional.of(new Conflict(found.stream().map(this::remedy).toList(), List.of()));
        }

        private boolean holds(Collection<Demand> demands) {
            return canBeKept.test(keeping(problem, demands));
        }

        private List<Demand> among(List<Demand> kept, boolean isNew, List<Demand> candidates) {
            if (isNew && !holds(kept)) {
                return List.of();
            }
            if (candidates.size() <= 1) {
                return candidates;
            }
            List<Demand> one = candidates.subList(0, candidates.size() / 2);
            List<Demand> other = candidates.subList(candidates.size() / 2, candidates.size());
            List<Demand> inOther = among(both(kept, one), true, other);
            List<Demand> inOne = among(both(kept, inOther), !inOther.isEmpty(), one);
            return both(inOne, inOther);
        }

        private static List<Demand> both(List<Demand> one, List<Demand> other) {
            List<Demand> both = new ArrayList<>(one);
            both.addAll(other);
            return both;
        }

        private Remedy remedy(Demand demand) {
            int most = demand.most(problem);
            boolean whole = most == 0;
            if (!helps(demand, most)) {
                return new Remedy(demand, OptionalInt.empty(), whole);
            }
            int tooLittle = 0;
            int enough = most;
            while (enough - tooLittle > 1) {
                int middle = tooLittle + (enough - tooLittle) / 2;
                if (helps(demand, middle)) {
                    enough = middle;
                } else {
                    tooLittle = middle;
                }
            }
            return new Remedy(demand, OptionalInt.of(enough), whole);
        }

        private boolean helps(Demand demand, int by) {
            ProblemDraft draft = bare(problem);
            demand.loosen(draft, by);
            return canBeKept.test(draft.problem());
        }
    }
}
