package org.zhenjie.scenarios.study;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The list of duty boundaries (职责边界清单): which body holds which duty, or which share of it. The workload follows the duty, and the
 * need of a town follows the workload. Holders are towns, departments, institutions, counties or the city.
 *
 * @param hoursPerPost hours that one post works a year; 0 where the study says none, and so has no duties
 * @param indicator name of the indicator of towns that holds the hours of their other work; empty = the duties are all there is
 * @param all the duties, in the order of their file
 * @param holdings who holds them; the shares of each duty add up to 1
 */
public record Duties(int hoursPerPost, Optional<String> indicator, List<Duty> all, List<Holding> holdings) {
    /** Digits of a share behind the point. */
    public static final int SHARE_DIGITS = 6;

    /** No duties. */
    public static final Duties NONE = new Duties(0, Optional.empty(), List.of(), List.of());

    public Duties {
        all = List.copyOf(all);
        holdings = List.copyOf(holdings);
    }

    /**
     * A duty.
     *
     * @param platform id of the platform of a town on which it is work
     * @param hours workload of the whole duty, hours a year
     */
    public record Duty(String id, Name name, String platform, BigDecimal hours) {}

    /**
     * A share of a duty.
     *
     * @param holder code or id of the body
     * @param share 0 to 1, at most {@value #SHARE_DIGITS} digits behind the point
     */
    public record Holding(String duty, String holder, BigDecimal share) {}

    /** The duty of an id. */
    public Optional<Duty> duty(String id) {
        return all.stream().filter(duty -> duty.id().equals(id)).findFirst();
    }

    /** The share of a duty that a body holds; 0 where it holds none. */
    public BigDecimal share(String duty, String holder) {
        return holdings.stream()
                .filter(one -> one.duty().equals(duty) && one.holder().equals(holder))
                .map(Holding::share)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Workload of a holding, hours a year. */
    public BigDecimal hours(Holding holding) {
        return duty(holding.duty())
                .map(duty -> duty.hours().multiply(holding.share()))
                .orElse(BigDecimal.ZERO);
    }

    /** Workload of all that a body holds, hours a year. */
    public BigDecimal hours(String holder) {
        return holdings.stream()
                .filter(one -> one.holder().equals(holder))
                .map(this::hours)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Posts that a workload asks for, rounded half up. */
    public int posts(BigDecimal hours) {
        return hoursPerPost == 0
                ? 0
                : hours.divide(BigDecimal.valueOf(hoursPerPost), 0, RoundingMode.HALF_UP)
                        .intValueExact();
    }

    /** Posts that the duties of each holder ask for on each platform; none that are 0. */
    public Map<String, Map<String, Integer>> postsByHolder() {
        Map<String, Map<String, BigDecimal>> hours = new LinkedHashMap<>();
        Map<String, Duty> byId = new LinkedHashMap<>();
        all.forEach(duty -> byId.put(duty.id(), duty));
        for (Holding holding : holdings) {
            Duty duty = byId.get(holding.duty());
            hours.computeIfAbsent(holding.holder(), holder -> new LinkedHashMap<>())
                    .merge(duty.platform(), duty.hours().multiply(holding.share()), BigDecimal::add);
        }
        Map<String, Map<String, Integer>> posts = new LinkedHashMap<>();
        hours.forEach((holder, platforms) -> platforms.forEach((platform, sum) -> {
            if (posts(sum) > 0) {
                posts.computeIfAbsent(holder, any -> new LinkedHashMap<>()).put(platform, posts(sum));
            }
        }));
        return posts;
    }

    /** What the shares of each duty add up to, for those that do not come to 1. */
    public Map<Duty, BigDecimal> unbalanced() {
        Map<Duty, BigDecimal> wrong = new LinkedHashMap<>();
        for (Duty duty : all) {
            BigDecimal sum = holdings.stream()
                    .filter(one -> one.duty().equals(duty.id()))
                    .map(Holding::share)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            if (sum.compareTo(BigDecimal.ONE) != 0) {
                wrong.put(duty, sum);
            }
        }
        return wrong;
    }

    /** The same duties with other holders; shares of one holder add up, and those of 0 go. */
    public Duties heldBy(List<Holding> other) {
        Map<List<String>, Holding> joined = new LinkedHashMap<>();
        other.forEach(one -> joined.merge(
                List.of(one.duty(), one.holder()),
                one,
                (a, b) -> new Holding(a.duty(), a.holder(), a.share().add(b.share()))));
        return new Duties(
                hoursPerPost,
                indicator,
                all,
                joined.values().stream().filter(one -> one.share().signum() > 0).toList());
    }

    /** Whatever some bodies hold another one holds from now on. */
    public Duties passed(Set<String> gone, String heir) {
        List<Holding> now = new ArrayList<>();
        holdings.forEach(
                one -> now.add(gone.contains(one.holder()) ? new Holding(one.duty(), heir, one.share()) : one));
        return heldBy(now);
    }
}
