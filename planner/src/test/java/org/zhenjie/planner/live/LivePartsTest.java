package org.zhenjie.planner.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.zhenjie.planner.allocation.AllocationPart;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.AllocationPlan.Grant;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.AllocationProblem.GrantLimit;
import org.zhenjie.planner.allocation.PlanScore;
import org.zhenjie.planner.allocation.ProblemDraft;
import org.zhenjie.planner.allocation.Score;
import org.zhenjie.planner.allocation.SolveOptions;
import org.zhenjie.planner.explain.Demand;
import org.zhenjie.planner.live.LiveSolve.Adopted;
import org.zhenjie.planner.live.LiveSolve.Answer;
import org.zhenjie.planner.live.LiveSolve.Refused;
import org.zhenjie.planner.live.LiveSolve.Update;
import org.zhenjie.planner.sample.Region;
import org.zhenjie.planner.yardstick.Apportionment;

/** Changes in one of several cities that share nothing. */
@Timeout(120)
class LivePartsTest {
    private static final AllocationProblem REGION = new Region("three", 36, 12, 2_000, 0.4, 3, false).problem(1);
    private static final List<AllocationPart> CITIES = AllocationPart.of(REGION);

    /** Nobody is sent yet: every city can be bettered. */
    private static final AllocationPlan PLAN = Apportionment.of(REGION, Apportionment.Method.WEBSTER);

    private static final SolveOptions SOME = new SolveOptions(0, OptionalLong.of(300), Optional.empty());

    /** Hears of updates until a search ends. */
    private static final class Ear {
        private final List<Update> all = new ArrayList<>();
        private final CountDownLatch ended = new CountDownLatch(1);

        synchronized void hear(Update update) {
            all.add(update);
            if (update.ended()) {
                ended.countDown();
            }
        }

        synchronized Update last() {
            return all.get(all.size() - 1);
        }
    }

    private static Grant grantIn(int city) {
        return PLAN.grants().stream()
                .filter(grant -> CITIES.get(city).towns().contains(grant.town()))
                .findFirst()
                .orElseThrow();
    }

    /** Takes one post from a town of a city. */
    private static UnaryOperator<AllocationProblem> pinIn(int city) {
        Grant grant = grantIn(city);
        int granted = PLAN.grants().stream()
                .filter(one -> one.pool().equals(grant.pool()) && one.town() == grant.town())
                .mapToInt(Grant::posts)
                .sum();
        return limit(city, 0, granted - 1);
    }

    private static UnaryOperator<AllocationProblem> limit(int city, int least, int most) {
        Grant grant = grantIn(city);
        return problem -> {
            ProblemDraft draft = new ProblemDraft(problem);
            draft.grantLimits().add(new GrantLimit(grant.pool(), grant.town(), OptionalInt.empty(), least, most));
            return draft.problem();
        };
    }

    private static AllocationPlan planOf(int city, AllocationPlan plan) {
        return AllocationPart.split(CITIES, plan).get(city);
    }

    private static Score scoreOf(int city, AllocationPlan plan) {
        return PlanScore.of(CITIES.get(city).problem(), planOf(city, plan)).score();
    }

    @Test
    void a_pin_betters_the_plan_of_its_city_and_leaves_the_others_theirs() throws Exception {
        assertThat(CITIES).hasSize(3);
        Ear ear = new Ear();
        try (LiveSolve live = new LiveSolve(REGION, PLAN, SOME, ear::hear)) {
            Update first = ((Adopted) live.change(pinIn(1)).get()).first();
            ear.ended.await();

            assertThat(scoreOf(1, live.plan())).isGreaterThan(scoreOf(1, first.plan()));
            assertThat(planOf(0, live.plan())).isEqualTo(planOf(0, PLAN));
            assertThat(planOf(2, live.plan())).isEqualTo(planOf(2, PLAN));
        }
    }

    @Test
    void updates_tell_score_and_moves_of_the_whole() throws Exception {
        Ear ear = new Ear();
        try (LiveSolve live = new LiveSolve(REGION, PLAN, SOME, ear::hear)) {
            live.change(pinIn(1)).get();
            ear.ended.await();

            LeastMoves moves = LeastMoves.of(live.problem(), PLAN);
            for (Update update : ear.all) {
                assertThat(update.score())
                        .isEqualTo(PlanScore.of(live.problem(), update.plan()).score());
                assertThat(update.moved()).isEqualTo(moves.moved(update.plan()));
                assertThat(update.least()).isEqualTo(moves.bound(() -> false).orElseThrow());
            }
        }
    }

    @Test
    void a_city_moves_no_more_than_its_own_share_of_the_posts() throws Exception {
        Ear ear = new Ear();
        try (LiveSolve live = new LiveSolve(REGION, PLAN, SOME, ear::hear)) {
            live.change(pinIn(1)).get();
            ear.ended.await();

            long posts = LeastMoves.posts(CITIES.get(1).problem(), planOf(1, PLAN));
            assertThat(ear.last().moved())
                    .isBetween(ear.last().least() + 1, ear.last().least() + posts / 20);
        }
    }

    @Test
    void a_city_whose_search_was_broken_off_by_a_change_elsewhere_is_searched_on() throws Exception {
        Ear ear = new Ear();
        try (LiveSolve live = new LiveSolve(REGION, PLAN, SOME, ear::hear)) {
            CompletableFuture<Answer> inOne = live.change(pinIn(1));
            CompletableFuture<Answer> inOther = live.change(pinIn(2));
            Update first = ((Adopted) inOne.get()).first();
            inOther.get();
            ear.ended.await();

            assertThat(scoreOf(1, live.plan())).isGreaterThan(scoreOf(1, first.plan()));
            assertThat(scoreOf(2, live.plan())).isGreaterThan(scoreOf(2, first.plan()));
            assertThat(planOf(0, live.plan())).isEqualTo(planOf(0, PLAN));
        }
    }

    @Test
    void a_change_that_changes_nothing_is_adopted_and_moves_nothing() throws Exception {
        Ear ear = new Ear();
        try (LiveSolve live = new LiveSolve(REGION, PLAN, SOME, ear::hear)) {
            Update first = ((Adopted) live.change(problem -> problem).get()).first();
            ear.ended.await();

            assertThat(first.moved()).isZero();
            assertThat(live.plan()).isEqualTo(PLAN);
        }
    }

    @Test
    void other_weights_count_in_every_city() throws Exception {
        Ear ear = new Ear();
        try (LiveSolve live = new LiveSolve(REGION, PLAN, SOME, ear::hear)) {
            Answer answer = live.change(problem -> {
                        ProblemDraft draft = new ProblemDraft(problem);
                        draft.weights().replaceAll((rule, weight) -> 2 * weight);
                        return draft.problem();
                    })
                    .get();

            assertThat(((Adopted) answer).first().score())
                    .isEqualTo(PlanScore.of(live.problem(), PLAN).score())
                    .isLessThan(PlanScore.of(REGION, PLAN).score());
        }
    }

    @Test
    void the_same_changes_in_several_cities_with_the_same_steps_give_the_same_plan() throws Exception {
        assertThat(afterPinsInAll()).isEqualTo(afterPinsInAll());
    }

    private static AllocationPlan afterPinsInAll() throws Exception {
        Ear ear = new Ear();
        try (LiveSolve live = new LiveSolve(REGION, PLAN, SOME, ear::hear)) {
            live.change(problem -> pinIn(2).apply(pinIn(1).apply(pinIn(0).apply(problem))))
                    .get();
            ear.ended.await();
            return live.plan();
        }
    }

    @Test
    void a_wrong_pin_is_refused_with_the_towns_of_the_whole_and_the_plan_stays() throws Exception {
        Ear ear = new Ear();
        try (LiveSolve live = new LiveSolve(REGION, PLAN, SOME, ear::hear)) {
            Answer answer = live.change(limit(1, 7, 4)).get();

            Grant grant = grantIn(1);
            assertThat(((Refused) answer).conflict().orElseThrow().demands())
                    .containsExactlyInAnyOrder(
                            new Demand.GrantLeast(grant.pool(), grant.town(), OptionalInt.empty(), 7),
                            new Demand.GrantMost(grant.pool(), grant.town(), OptionalInt.empty(), 4));
            assertThat(live.plan()).isEqualTo(PLAN);
            assertThat(live.problem()).isEqualTo(REGION);
        }
    }
}
