package org.zhenjie.scenarios.reform;

import java.util.List;
import java.util.Optional;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.scenarios.problem.Problems;
import org.zhenjie.scenarios.reform.Reform.ChangePool;
import org.zhenjie.scenarios.study.Study.Institution;
import org.zhenjie.scenarios.study.Study.Pool;

/** Pools that grow or shrink, with the account that gives or takes the posts. */
final class PoolReforms {
    private final StudyEdit edit;
    private final Problems problems;
    private final Where where;

    PoolReforms(StudyEdit edit, Problems problems, Where where) {
        this.edit = edit;
        this.problems = problems;
        this.where = where;
    }

    void change(ChangePool reform) {
        Optional<Pool> pool = known(reform.pool());
        if (pool.isEmpty()) {
            return;
        }
        if (reform.by() == 0) {
            problems.warning("reform.byNothing", where.value(reform.pool()));
        }
        if (reform.account().isEmpty()) {
            // total control tells of it: not unreadable, but a rule that is broken
            resize(pool.get(), reform.by());
        } else if (reform.account().get().equals(ChangePool.OUTSIDE)) {
            if (resize(pool.get(), reform.by())) {
                edit.ledger.merge(pool.get().quotaType(), -reform.by(), Integer::sum);
            }
        } else {
            known(reform.account().get()).ifPresent(account -> shift(account, pool.get(), reform.by()));
        }
    }

    private void shift(Pool account, Pool pool, int by) {
        if (account.id().equals(pool.id())) {
            problems.error("reform.accountItself", where.value(pool.id()));
        } else if (!account.quotaType().equals(pool.quotaType())) {
            problems.error(
                    "reform.accountType", where.value(account.id()), account.quotaType(), pool.id(), pool.quotaType());
        } else if (fits(pool, by) & fits(account, -by)) {
            edit.resizePool(pool.id(), pool.size() + by);
            edit.resizePool(account.id(), account.size() - by);
        }
    }

    private boolean resize(Pool pool, int by) {
        boolean fits = fits(pool, by);
        if (fits) {
            edit.resizePool(pool.id(), pool.size() + by);
        }
        return fits;
    }

    private boolean fits(Pool pool, int by) {
        boolean fits = (long) pool.size() + by >= 0 && (long) pool.size() + by <= Integer.MAX_VALUE;
        if (!fits) {
            problems.error("reform.belowZero", where.value(pool.id()), pool.size(), by);
        }
        return fits;
    }

    /** Reports a pool that is not there, or that cannot take the posts of units. */
    void receiver(String id, List<Institution> units) {
        known(id)
                .ifPresent(pool -> units.stream()
                        .filter(unit -> !unit.quotaType().equals(pool.quotaType()))
                        .findFirst()
                        .ifPresent(unit -> problems.error(
                                "reform.unitType",
                                where.value(unit.id()),
                                unit.quotaType(),
                                pool.id(),
                                pool.quotaType())));
    }

    /** The pool that gives so many posts; empty, and reported, where there is none or it has fewer. */
    Optional<Pool> giver(String id, int posts) {
        return known(id).filter(pool -> resize(pool, -posts));
    }

    private Optional<Pool> known(String id) {
        Optional<Pool> pool = edit.pool(id);
        if (pool.isEmpty()) {
            problems.error(
                    "reform.unknownPool",
                    where.value(id),
                    edit.pools.stream().map(Pool::id).toList());
        }
        return pool;
    }
}
