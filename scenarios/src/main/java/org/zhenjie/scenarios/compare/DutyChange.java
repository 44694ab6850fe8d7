package org.zhenjie.scenarios.compare;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.zhenjie.scenarios.study.Duties;
import org.zhenjie.scenarios.study.Duties.Duty;
import org.zhenjie.scenarios.study.Duties.Holding;

/**
 * A body that holds another share of a duty.
 *
 * @param duty the duty
 * @param holder code or id of the body
 * @param a its share in the one
 * @param b its share in the other
 * @param hours workload a year that it has more in the other; below 0 for less
 */
public record DutyChange(Duty duty, String holder, BigDecimal a, BigDecimal b, BigDecimal hours) {

    /** Every difference between two lists of duty boundaries, duty by duty; the hours of each duty sum to 0. */
    public static List<DutyChange> between(Duties a, Duties b) {
        List<DutyChange> changes = new ArrayList<>();
        for (Duty duty : a.all()) {
            Set<String> holders = new LinkedHashSet<>();
            for (Duties one : List.of(a, b)) {
                one.holdings().stream()
                        .filter(holding -> holding.duty().equals(duty.id()))
                        .map(Holding::holder)
                        .forEach(holders::add);
            }
            for (String holder : holders) {
                BigDecimal before = a.share(duty.id(), holder);
                BigDecimal after = b.share(duty.id(), holder);
                if (before.compareTo(after) != 0) {
                    BigDecimal hours = after.subtract(before).multiply(duty.hours());
                    changes.add(new DutyChange(duty, holder, before, after, hours));
                }
            }
        }
        return changes;
    }
}
