package org.zhenjie.scenarios.reform;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.scenarios.study.Study;
import org.zhenjie.scenarios.study.Study.QuotaType;
import org.zhenjie.scenarios.study.Study.StaffBlock;

/**
 * Total control (总量控制, H9) by plain accounting, apart from the solver: for each quota type, towns + pools + departments +
 * the account 'outside' come to the same total before the reforms, after them and after the plan. Of departments the posts of
 * staff blocks are counted; the rest of their people no reform and no plan can move.
 *
 * @param lines one for each quota type, in the study's order
 */
public record TotalControl(List<Line> lines) {

    public TotalControl {
        lines = List.copyOf(lines);
    }

    /**
     * The posts of one quota type by who has them.
     *
     * @param outside above 0 for posts given away, below 0 for posts brought in
     */
    public record Accounts(long towns, long pools, long departments, long institutions, long outside) {
        /** What total control holds constant. */
        public long total() {
            return towns + pools + departments + institutions + outside;
        }
    }

    /**
     * One quota type.
     *
     * @param quotaType its id
     * @param before before the reforms
     * @param reformed after the reforms
     * @param planned after the plan; empty where there is none yet
     */
    public record Line(String quotaType, Accounts before, Accounts reformed, Optional<Accounts> planned) {
        /** Posts that appeared (above 0) or vanished without an account. */
        public long breach() {
            long last = planned.orElse(reformed).total();
            return reformed.total() != before.total() ? reformed.total() - before.total() : last - before.total();
        }
    }

    /** The accounts before and after a scenario's reforms. */
    public static TotalControl of(Study before, Study reformed) {
        return new TotalControl(before.quotaTypes().stream()
                .map(type -> new Line(
                        type.id(),
                        accounts(before, type, AllocationPlan.EMPTY),
                        accounts(reformed, type, AllocationPlan.EMPTY),
                        Optional.empty()))
                .toList());
    }

    /** The same with the accounts after a plan of the reformed study. */
    public static TotalControl of(Study before, Study reformed, AllocationPlan plan) {
        return new TotalControl(before.quotaTypes().stream()
                .map(type -> new Line(
                        type.id(),
                        accounts(before, type, AllocationPlan.EMPTY),
                        accounts(reformed, type, AllocationPlan.EMPTY),
                        Optional.of(accounts(reformed, type, plan))))
                .toList());
    }

    /** Whether every total is constant. */
    public boolean isKept() {
        return breaches().isEmpty();
    }

    /** The quota types whose total changed. */
    public List<Line> breaches() {
        return lines.stream().filter(line -> line.breach() != 0).toList();
    }

    private static Accounts accounts(Study study, QuotaType type, AllocationPlan plan) {
        long towns = study.held().stream()
                .filter(held -> held.quotaType().equals(type.id()))
                .mapToLong(Study.Held::posts)
                .sum();
        long pools = study.pools().stream()
                .filter(pool -> pool.quotaType().equals(type.id()))
                .mapToLong(Study.Pool::size)
                .sum();
        long departments = study.blocks().stream()
                .filter(block -> block.quotaType().equals(type.id()))
                .mapToLong(StaffBlock::size)
                .sum();
        long institutions = study.institutions().stream()
                .filter(unit -> unit.quotaType().equals(type.id()))
                .mapToLong(Study.Institution::posts)
                .sum();
        long granted = granted(study, type, plan);
        long sent = sent(study, type, plan);
        return new Accounts(
                towns + granted + sent,
                pools - granted,
                departments - sent,
                institutions,
                study.ledger().getOrDefault(type.id(), 0));
    }

    private static long granted(Study study, QuotaType type, AllocationPlan plan) {
        Map<String, String> types = new HashMap<>();
        study.pools().forEach(pool -> types.put(pool.id(), pool.quotaType()));
        return plan.grants().stream()
                .filter(grant -> type.id().equals(types.get(grant.pool())))
                .mapToLong(AllocationPlan.Grant::posts)
                .sum();
    }

    private static long sent(Study study, QuotaType type, AllocationPlan plan) {
        Map<String, StaffBlock> blocks = new HashMap<>();
        study.blocks().forEach(block -> blocks.put(block.id(), block));
        return plan.postings().stream()
                .map(posting -> blocks.get(posting.block()))
                .filter(block -> block.quotaType().equals(type.id()))
                .mapToLong(StaffBlock::size)
                .sum();
    }
}
