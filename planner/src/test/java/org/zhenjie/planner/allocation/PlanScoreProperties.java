package org.zhenjie.planner.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.zhenjie.planner.AnyCity;
import org.zhenjie.planner.allocation.AllocationProblem.Block;
import org.zhenjie.planner.allocation.AllocationProblem.Destination;
import org.zhenjie.planner.allocation.AllocationProblem.Pool;
import org.zhenjie.planner.allocation.AllocationProblem.Town;
import org.zhenjie.planner.allocation.PlanScore.RuleCost;

/** The accounting, held against a third count that is as plain as can be: one formula of the model at a time, in floating point. */
class PlanScoreProperties {

    @Property(tries = 400)
    void the_costs_add_up_to_the_score(@ForAll @IntRange(max = 399) int seed) {
        Case one = Case.of(seed);

        long hard = sum(one, Rule.Level.HARD);
        long medium = sum(one, Rule.Level.MEDIUM);
        long soft = sum(one, Rule.Level.SOFT);

        assertThat(one.score().score()).isEqualTo(new Score(-hard, -medium, -soft));
        assertThat(one.score().costs()).allMatch(cost -> cost.amount() > 0 && cost.weight() > 0);
    }

    private static long sum(Case one, Rule.Level level) {
        return one.score().costs().stream()
                .filter(cost -> cost.rule().level() == level)
                .mapToLong(RuleCost::cost)
                .sum();
    }

    @Property(tries = 400)
    void levels_are_what_is_held_and_granted_and_sent(@ForAll @IntRange(max = 399) int seed) {
        Case one = Case.of(seed);

        for (int town = 0; town < one.problem().towns().size(); town++) {
            for (int platform = 0; platform < one.problem().platforms().size(); platform++) {
                assertThat(one.score().levels().get(town).get(platform)).isEqualTo(one.level(town, platform));
            }
            assertThat((long) one.score().level(town)).isEqualTo(one.level(town));
        }
    }

    @Property(tries = 400)
    void shortfall_is_need_less_level(@ForAll @IntRange(max = 399) int seed) {
        Case one = Case.of(seed);
        long shortfall = 0;
        for (int town = 0; town < one.problem().towns().size(); town++) {
            for (int platform = 0; platform < one.problem().platforms().size(); platform++) {
                int need = one.problem().towns().get(town).need().get(platform);
                shortfall += Math.max(0, need - one.level(town, platform));
            }
        }

        assertThat(one.score().cost(Rule.M1)).isEqualTo(one.problem().isOn(Rule.M1) ? shortfall : 0);
    }

    @Property(tries = 400)
    void balance_is_the_squared_distance_from_the_common_ratio(@ForAll @IntRange(max = 399) int seed) {
        Case one = Case.of(seed);
        double towns = 0;
        for (int town = 0; town < one.problem().towns().size(); town++) {
            towns += one.deviation(
                    one.level(town), one.problem().towns().get(town).totalNeed());
        }
        double counties = 0;
        for (int county = 0; county < one.problem().counties().size(); county++) {
            long level = 0;
            long need = 0;
            for (int town = 0; town < one.problem().towns().size(); town++) {
                if (one.problem().towns().get(town).county() == county) {
                    level += one.level(town);
                    need += one.problem().towns().get(town).totalNeed();
                }
            }
            counties += one.deviation(level, need);
        }

        one.isAbout(Rule.S1, towns);
        one.isAbout(Rule.S2, counties);
    }

    @Property(tries = 400)
    void travel_is_people_times_metres(@ForAll @IntRange(max = 399) int seed) {
        Case one = Case.of(seed);
        long metres = 0;
        for (AllocationPlan.Posting posting : one.plan().postings()) {
            Block block = one.block(posting.block());
            for (Destination destination : block.destinations()) {
                metres += destination.town() == posting.town() ? block.size() * destination.metres() : 0;
            }
        }

        assertThat(one.score().cost(Rule.S3)).isEqualTo(metres * one.problem().weight(Rule.S3));
    }

    @Property(tries = 400)
    void pools_and_departments_are_overdrawn_by_what_goes_beyond_their_means(@ForAll @IntRange(max = 399) int seed) {
        Case one = Case.of(seed);
        long pools = 0;
        for (Pool pool : one.problem().pools()) {
            long granted = one.plan().grants().stream()
                    .filter(grant -> grant.pool().equals(pool.id()))
                    .mapToLong(AllocationPlan.Grant::posts)
                    .sum();
            double kept = Math.ceil(pool.reserve().doubleValue() * pool.size() - 1e-9);
            pools += Math.max(0, granted - (pool.size() - (long) kept));
        }
        Map<String, Integer> left = new HashMap<>();
        one.problem().departments().forEach(department -> left.put(department.id(), department.headCount()));
        one.plan()
                .postings()
                .forEach(posting -> left.merge(
                        one.block(posting.block()).department(),
                        -one.block(posting.block()).size(),
                        Integer::sum));
        long departments = one.problem().departments().stream()
                .mapToLong(department ->
                        Math.max(0, Math.min(department.floor(), department.headCount()) - left.get(department.id())))
                .sum();

        assertThat(one.score().cost(Rule.H1)).isEqualTo(one.problem().isOn(Rule.H1) ? pools : 0);
        assertThat(one.score().cost(Rule.H4)).isEqualTo(one.problem().isOn(Rule.H4) ? departments : 0);
    }

    @Property(tries = 400)
    void fields_stand_ins_and_powers_lack_what_their_formulas_say(@ForAll @IntRange(max = 399) int seed) {
        Case one = Case.of(seed);
        TownRules rules = one.problem().townRules();
        long fields = 0;
        for (TownRules.Field field : rules.fields()) {
            long posts = 0;
            for (int town : field.towns()) {
                for (int platform : field.platforms()) {
                    posts += one.level(town, platform);
                }
            }
            fields += Math.max(0, field.least() - posts);
        }
        long standIns = 0;
        for (TownRules.StandIn limit : rules.standIns()) {
            int before = one.held(limit.town(), limit.platform(), limit.quotaType());
            int after = one.ofType(limit.town(), limit.platform(), limit.quotaType());
            standIns += Math.max(0, after - Math.max(before, limit.most()));
        }
        long lacking = 0;
        long lost = 0;
        for (TownRules.TownPower taken : rules.townPowers()) {
            TownRules.Power power = rules.powers().get(taken.power());
            int lack = Math.max(0, power.people() - one.people(taken.town(), power.skill()));
            lacking += taken.open() ? 0 : lack;
            lost += taken.open() && lack > 0 ? power.cases() : 0;
        }

        assertThat(one.score().cost(Rule.H10)).isEqualTo(one.problem().isOn(Rule.H10) ? fields : 0);
        assertThat(one.score().cost(Rule.H12)).isEqualTo(one.problem().isOn(Rule.H12) ? standIns : 0);
        assertThat(one.score().cost(Rule.H5)).isEqualTo(one.problem().isOn(Rule.H5) ? lacking : 0);
        assertThat(one.score().cost(Rule.S7)).isEqualTo(lost * one.problem().weight(Rule.S7));
    }

    private record Case(AllocationProblem problem, AllocationPlan plan, PlanScore score) {

        static Case of(long seed) {
            AllocationProblem problem = AnyCity.MIXED.problem(seed);
            AllocationPlan plan = AnyCity.anyPlan(problem, seed + 1);
            return new Case(problem, plan, PlanScore.of(problem, plan));
        }

        Block block(String id) {
            return problem.blocks().stream()
                    .filter(block -> block.id().equals(id))
                    .findFirst()
                    .orElseThrow();
        }

        int level(int town, int platform) {
            int held = problem.held().stream()
                    .filter(posts -> posts.town() == town && posts.platform() == platform)
                    .mapToInt(AllocationProblem.Held::posts)
                    .sum();
            int granted = plan.grants().stream()
                    .filter(grant -> grant.town() == town && grant.platform() == platform)
                    .mapToInt(AllocationPlan.Grant::posts)
                    .sum();
            int sent = plan.postings().stream()
                    .filter(posting -> posting.town() == town && posting.platform() == platform)
                    .mapToInt(posting -> block(posting.block()).size())
                    .sum();
            return held + granted + sent;
        }

        int held(int town, int platform, int type) {
            return problem.held().stream()
                    .filter(posts -> posts.town() == town && posts.platform() == platform && posts.quotaType() == type)
                    .mapToInt(AllocationProblem.Held::posts)
                    .sum();
        }

        int ofType(int town, int platform, int type) {
            int granted = plan.grants().stream()
                    .filter(grant -> grant.town() == town && grant.platform() == platform)
                    .filter(grant -> problem.pools().stream()
                            .anyMatch(pool -> pool.id().equals(grant.pool()) && pool.quotaType() == type))
                    .mapToInt(AllocationPlan.Grant::posts)
                    .sum();
            int sent = plan.postings().stream()
                    .filter(posting -> posting.town() == town && posting.platform() == platform)
                    .map(posting -> block(posting.block()))
                    .filter(block -> block.quotaType() == type)
                    .mapToInt(Block::size)
                    .sum();
            return held(town, platform, type) + granted + sent;
        }

        int people(int town, String skill) {
            int before = problem.townRules().skilled().stream()
                    .filter(people -> people.town() == town && people.skill().equals(skill))
                    .mapToInt(TownRules.Skilled::people)
                    .sum();
            return before
                    + plan.postings().stream()
                            .filter(posting -> posting.town() == town)
                            .map(posting -> block(posting.block()))
                            .filter(block -> block.skills().contains(skill))
                            .mapToInt(Block::size)
                            .sum();
        }

        long level(int town) {
            long level = 0;
            for (int platform = 0; platform < problem.platforms().size(); platform++) {
                level += level(town, platform);
            }
            return level;
        }

        double deviation(long level, long need) {
            double supply = problem.held().stream()
                            .mapToInt(AllocationProblem.Held::posts)
                            .sum()
                    + problem.pools().stream().mapToInt(Pool::usable).sum();
            for (AllocationProblem.Department department : problem.departments()) {
                int offered = problem.blocks().stream()
                        .filter(block -> block.department().equals(department.id()))
                        .mapToInt(Block::size)
                        .sum();
                supply += Math.min(
                        offered, department.headCount() - Math.min(department.floor(), department.headCount()));
            }
            double ratio =
                    supply / problem.towns().stream().mapToInt(Town::totalNeed).sum();
            return need == 0 ? 0 : Math.pow(level - ratio * need, 2) / need * 1e6;
        }

        /** Each term is rounded, so that the count may be half off for each. */
        void isAbout(Rule rule, double amount) {
            double weight = problem.weight(rule);
            double terms = problem.towns().size() + problem.counties().size();
            assertThat((double) score.cost(rule))
                    .isBetween(weight * (amount - 0.51 * terms) - 1e-3, weight * (amount + 0.51 * terms) + 1e-3);
        }
    }
}
