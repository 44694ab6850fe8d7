package org.zhenjie.scenarios.explain;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.PlanScore.RuleCost;
import org.zhenjie.planner.allocation.Rule;
import org.zhenjie.planner.allocation.TownRules;
import org.zhenjie.planner.explain.Conflict;
import org.zhenjie.planner.explain.Demand;
import org.zhenjie.planner.yardstick.LeastBreach;
import org.zhenjie.scenarios.export.RuleTexts;
import org.zhenjie.scenarios.study.Study;

/**
 * Why a scenario cannot be planned, in one language.
 *
 * @param rules the rules that cannot hold together, each in words with what it would take if it alone gave way
 * @param least the least that has to give way in all, by rule and place, in words
 * @param leastPosts the sum of that, posts or people
 */
public record Deadlock(List<Line> rules, List<String> least, long leastPosts) {
    public Deadlock {
        rules = List.copyOf(rules);
        least = List.copyOf(least);
    }

    /**
     * A rule of the conflict.
     *
     * @param rule the rule
     * @param words what it asks, of whom
     * @param remedy what giving way on it alone would do
     */
    public record Line(Rule rule, String words, String remedy) {}

    /**
     * Looks for rules that cannot hold together.
     *
     * @param stop asked now and then whether to give up
     * @return empty where none are proven: blocks are split into single people here
     * @throws java.util.concurrent.CancellationException when it gave up
     */
    public static Optional<Deadlock> of(Study study, AllocationProblem problem, Locale locale, BooleanSupplier stop) {
        Words words = new Words(study, problem, locale);
        return Conflict.find(problem, stop).map(conflict -> {
            List<LeastBreach.Breach> breaches = LeastBreach.of(problem, stop);
            return new Deadlock(
                    words.of(conflict),
                    breaches.stream().map(words::of).toList(),
                    breaches.stream().mapToLong(LeastBreach.Breach::posts).sum());
        });
    }

    /** The rules of a conflict that was found before. */
    public static List<Line> rules(Study study, AllocationProblem problem, Conflict conflict, Locale locale) {
        return new Words(study, problem, locale).of(conflict);
    }

    /** Where a plan breaks hard rules, and by how much, in words. */
    public static List<String> broken(Study study, AllocationProblem problem, List<RuleCost> costs, Locale locale) {
        Words words = new Words(study, problem, locale);
        return costs.stream()
                .map(cost -> new LeastBreach.Breach(cost.rule(), cost.town(), cost.decision(), cost.amount()))
                .map(words::of)
                .toList();
    }

    /** Rule by rule, and of each rule first what is enough alone. */
    private static final Comparator<Conflict.Remedy> BY_RULE_AND_HELP = Comparator.comparing(
                    (Conflict.Remedy remedy) -> remedy.demand().rule())
            .thenComparing(remedy -> remedy.by().isEmpty());

    /** What stands between rules that are told in one line. */
    public static String separator(Locale locale) {
        return new ExplainTexts(locale).get("rules.separator");
    }

    private static final class Words {
        private final AllocationProblem problem;
        private final ExplainTexts texts;
        private final StudyNames names;

        Words(Study study, AllocationProblem problem, Locale locale) {
            this.problem = problem;
            this.texts = new ExplainTexts(locale);
            this.names = new StudyNames(study, texts);
        }

        String of(LeastBreach.Breach breach) {
            String subject =
                    breach.decision().map(id -> names.of(breach.rule(), id)).orElse("");
            String place = breach.town().isPresent() ? names.town(breach.town().getAsInt()) : "";
            String both = place.isEmpty() || subject.isEmpty() ? place + subject : texts.get("place", place, subject);
            return texts.get(
                    "forbids", breach.rule(), RuleTexts.of(breach.rule(), texts.locale()), both, breach.posts());
        }

        List<Line> of(Conflict conflict) {
            return conflict.remedies().stream()
                    .sorted(BY_RULE_AND_HELP)
                    .map(remedy -> new Line(remedy.demand().rule(), of(remedy.demand()), of(remedy)))
                    .toList();
        }

        String of(Conflict.Remedy remedy) {
            if (remedy.by().isEmpty()) {
                return texts.get("remedy.none");
            }
            int by = remedy.by().getAsInt();
            return remedy.whole()
                    ? texts.get("remedy.whole")
                    : texts.get("remedy." + kind(remedy.demand()), by, by / 1000.0);
        }

        private static String kind(Demand demand) {
            return demand.getClass().getSimpleName();
        }

        String of(Demand demand) {
            return texts.get("demand", demand.rule(), texts.get("demand." + kind(demand), arguments(demand)));
        }

        private Object[] arguments(Demand demand) {
            if (demand instanceof Demand.PoolSize one) {
                int usable = problem.pools().stream()
                        .filter(pool -> pool.id().equals(one.pool()))
                        .mapToInt(AllocationProblem.Pool::usable)
                        .sum();
                return new Object[] {names.of(one.pool()), usable};
            } else if (demand instanceof Demand.Jurisdiction one) {
                return new Object[] {names.of(one.pool())};
            } else if (demand instanceof Demand.Ceiling one) {
                int most = problem.towns().get(one.town()).ceiling().get(one.quotaType());
                return new Object[] {names.town(one.town()), names.quotaType(one.quotaType()), most};
            } else if (demand instanceof Demand.DepartmentFloor one) {
                int floor = problem.departments().stream()
                        .filter(department -> department.id().equals(one.department()))
                        .mapToInt(department -> Math.min(department.floor(), department.headCount()))
                        .sum();
                return new Object[] {names.of(one.department()), floor};
            } else if (demand instanceof Demand.Farthest one) {
                long metres = problem.blocks().stream()
                        .filter(block -> block.id().equals(one.block()))
                        .mapToLong(AllocationProblem.Block::farthestMetres)
                        .sum();
                return new Object[] {names.of(one.block()), metres / 1000.0};
            } else if (demand instanceof Demand.PlatformFloor one) {
                int floor = problem.towns().get(one.town()).floor().get(one.platform());
                return new Object[] {names.town(one.town()), names.platform(one.platform()), floor};
            } else if (demand instanceof Demand.FieldFloor one) {
                return new Object[] {names.of(one.rule(), one.field()), one.most(problem)};
            } else if (demand instanceof Demand.GrantLeast one) {
                return new Object[] {names.of(one.pool()), place(one.town(), one.platform()), one.least()};
            } else if (demand instanceof Demand.GrantMost one) {
                return new Object[] {names.of(one.pool()), place(one.town(), one.platform()), one.most()};
            } else if (demand instanceof Demand.PowerPeople one) {
                return new Object[] {names.town(one.town()), names.of(one.rule(), one.power()), one.most(problem)};
            } else if (demand instanceof Demand.OutsideTerms one) {
                return new Object[] {names.of(one.limit())};
            } else if (demand instanceof Demand.StandInLimit one) {
                String place = texts.get("place", names.town(one.town()), names.platform(one.platform()));
                return new Object[] {place, names.quotaType(one.quotaType()), mostStandingIn(one)};
            }
            return new Object[] {names.of(((Demand.BlockPin) demand).pin().block())};
        }

        private int mostStandingIn(Demand.StandInLimit limit) {
            return problem.townRules().standIns().stream()
                    .filter(one -> one.town() == limit.town()
                            && one.platform() == limit.platform()
                            && one.quotaType() == limit.quotaType())
                    .mapToInt(TownRules.StandIn::most)
                    .sum();
        }

        private String place(int town, OptionalInt platform) {
            return platform.isPresent()
                    ? texts.get("place", names.town(town), names.platform(platform.getAsInt()))
                    : names.town(town);
        }
    }
}
