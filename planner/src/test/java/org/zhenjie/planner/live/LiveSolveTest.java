package org.zhenjie.planner.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.zhenjie.planner.Cities;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.AllocationPlan.Grant;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.AllocationProblem.GrantLimit;
import org.zhenjie.planner.allocation.AllocationProblem.Pool;
import org.zhenjie.planner.allocation.PlanScore;
import org.zhenjie.planner.allocation.ProblemDraft;
import org.zhenjie.planner.allocation.SolveOptions;
import org.zhenjie.planner.allocation.SolveProgress;
import org.zhenjie.planner.explain.Demand;
import org.zhenjie.planner.live.LiveSolve.Adopted;
import org.zhenjie.planner.live.LiveSolve.Answer;
import org.zhenjie.planner.live.LiveSolve.Refused;
import org.zhenjie.planner.live.LiveSolve.Update;
import org.zhenjie.planner.solve.AllocationSolve;
import org.zhenjie.planner.yardstick.Relaxation;

/** A plan that bends to changes while it is solved. */
@Timeout(120)
class LiveSolveTest {
    private static final AllocationProblem CITY = Cities.SHANWEI.problem(1);
    private static final SolveOptions FEW = new SolveOptions(0, OptionalLong.of(20), Optional.empty());
    private static final SolveOptions ENDLESS =
            new SolveOptions(0, OptionalLong.of(Integer.MAX_VALUE), Optional.empty());
    private static final AllocationPlan PLAN = new AllocationSolve(
                    CITY, new SolveOptions(0, OptionalLong.of(300), Optional.empty()))
            .run(SolveProgress.Listener.NONE)
            .plan();

    private static UnaryOperator<AllocationProblem> pin(String pool, int town, int posts) {
        return problem -> {
            ProblemDraft draft = new ProblemDraft(problem);
            draft.grantLimits().add(new GrantLimit(pool, town, OptionalInt.empty(), posts, posts));
            return draft.problem();
        };
    }

    private static int granted(AllocationPlan plan, String pool, int town) {
        return plan.grants().stream()
                .filter(grant -> grant.pool().equals(pool) && grant.town() == town)
                .mapToInt(Grant::posts)
                .sum();
    }

    private static Grant largest() {
        return PLAN.grants().stream()
                .max(java.util.Comparator.comparingInt(Grant::posts))
                .orElseThrow();
    }

    /** Hears of updates and of the end of the search. */
    private static final class Ear implements java.util.function.Consumer<Update> {
        private final List<Update> all = new ArrayList<>();
        private final CountDownLatch ended = new CountDownLatch(1);

        @Override
        public synchronized void accept(Update update) {
            all.add(update);
            if (update.ended()) {
                ended.countDown();
            }
        }

        synchronized List<Update> all() {
            return List.copyOf(all);
        }

        void awaitEnd() throws InterruptedException {
            assertThat(ended.await(100, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void a_pin_is_kept_by_the_first_plan_and_moves_no_more_than_the_least_and_a_twentieth() throws Exception {
        Grant pinned = largest();
        int posts = granted(PLAN, pinned.pool(), pinned.town()) + 3;
        Ear ear = new Ear();
        try (LiveSolve live = new LiveSolve(CITY, PLAN, FEW, ear)) {
            Answer answer =
                    live.change(pin(pinned.pool(), pinned.town(), posts)).get();
            ear.awaitEnd();

            Update first = ((Adopted) answer).first();
            assertThat(granted(first.plan(), pinned.pool(), pinned.town())).isEqualTo(posts);
            assertThat(first.moved()).isEqualTo(first.least());
            for (Update update : ear.all()) {
                assertThat(update.score().isFeasible()).isTrue();
                assertThat(PlanScore.of(live.problem(), update.plan()).score()).isEqualTo(update.score());
                assertThat(update.moved())
                        .isBetween(update.least(), update.least() + LeastMoves.posts(CITY, PLAN) / 20);
            }
        }
    }

    @Test
    void a_better_plan_is_no_shorter_of_need_and_pays_for_moves_only_in_need_or_cost() throws Exception {
        Grant pinned = largest();
        Ear ear = new Ear();
        try (LiveSolve live = new LiveSolve(CITY, PLAN, FEW, ear)) {
            live.change(pin(pinned.pool(), pinned.town(), 0)).get();
            ear.awaitEnd();
        }
        List<Update> all = ear.all();
        for (int i = 1; i < all.size(); i++) {
            Update before = all.get(i - 1);
            Update after = all.get(i);
            assertThat(after.score().medium())
                    .isGreaterThanOrEqualTo(before.score().medium());
            if (after.score().medium() == before.score().medium() && after.moved() >= before.moved()) {
                assertThat(after.score().soft())
                        .isGreaterThanOrEqualTo(before.score().soft());
            }
        }
    }

    @Test
    void the_search_after_a_pin_wins_back_most_of_what_the_first_plan_costs_above_the_bound() throws Exception {
        Grant pinned = largest();
        Ear ear = new Ear();
        try (LiveSolve live =
                new LiveSolve(CITY, PLAN, new SolveOptions(0, OptionalLong.of(200), Optional.empty()), ear)) {
            Answer answer = live.change(
                            pin(pinned.pool(), pinned.town(), granted(PLAN, pinned.pool(), pinned.town()) + 3))
                    .get();
            ear.awaitEnd();

            long bound = Relaxation.of(live.problem(), live.plan(), () -> false)
                    .lowerBound()
                    .orElseThrow();
            long first = -((Adopted) answer).first().score().soft() - bound;
            long last = -ear.all().get(ear.all().size() - 1).score().soft() - bound;
            assertThat(last).isLessThan(first / 4);
        }
    }

    @Test
    void a_smaller_pool_gives_a_plan_within_it() throws Exception {
        String pool = largest().pool();
        try (LiveSolve live = new LiveSolve(CITY, PLAN, FEW, update -> {})) {
            live.change(problem -> {
                        ProblemDraft draft = new ProblemDraft(problem);
                        draft.pools()
                                .replaceAll(one -> one.id().equals(pool)
                                        ? new Pool(pool, one.quotaType(), one.size() / 2, one.reserve(), one.serves())
                                        : one);
                        return draft.problem();
                    })
                    .get();

            assertThat(PlanScore.of(live.problem(), live.plan()).score().isFeasible())
                    .isTrue();
        }
    }

    @Test
    void a_pin_of_an_unknown_town_fails_and_the_search_goes_on() throws Exception {
        try (LiveSolve live = new LiveSolve(CITY, PLAN, FEW, update -> {})) {
            CompletableFuture<Answer> wrong = live.change(pin(largest().pool(), 9_999, 3));

            assertThatThrownBy(wrong::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(IllegalArgumentException.class);
            assertThat(live.problem()).isEqualTo(CITY);
            assertThat(live.change(pin(largest().pool(), largest().town(), 1)).get())
                    .isInstanceOf(Adopted.class);
        }
    }

    @Test
    void contradictory_pins_are_refused_with_the_rules_that_cannot_hold_together() throws Exception {
        String pool = largest().pool();
        int town = largest().town();
        try (LiveSolve live = new LiveSolve(CITY, PLAN, FEW, update -> {})) {
            assertThat(live.change(pin(pool, town, 4)).get()).isInstanceOf(Adopted.class);
            Answer answer = live.change(pin(pool, town, 7)).get();

            assertThat(answer).isInstanceOf(Refused.class);
            assertThat(((Refused) answer).conflict().orElseThrow().demands())
                    .containsExactlyInAnyOrder(
                            new Demand.GrantMost(pool, town, OptionalInt.empty(), 4),
                            new Demand.GrantLeast(pool, town, OptionalInt.empty(), 7));
            assertThat(granted(live.plan(), pool, town)).isEqualTo(4);
        }
    }

    @Test
    void pins_that_come_at_once_all_count() throws Exception {
        Map<Integer, List<Grant>> byTown = PLAN.grants().stream().collect(Collectors.groupingBy(Grant::town));
        List<Grant> some =
                byTown.values().stream().limit(6).map(list -> list.get(0)).toList();
        try (LiveSolve live = new LiveSolve(CITY, PLAN, ENDLESS, update -> {})) {
            List<Thread> people = some.stream()
                    .map(grant -> new Thread(() -> live.change(pin(
                                    grant.pool(),
                                    grant.town(),
                                    Math.max(0, granted(PLAN, grant.pool(), grant.town()) - 1)))
                            .join()))
                    .toList();
            people.forEach(Thread::start);
            for (Thread one : people) {
                one.join();
            }

            assertThat(PlanScore.of(live.problem(), live.plan()).score().isFeasible())
                    .isTrue();
            assertThat(live.problem().grantLimits()).hasSize(some.size());
        }
    }

    @Test
    void stopping_ends_the_search_and_keeps_the_best_plan() throws Exception {
        Ear ear = new Ear();
        try (LiveSolve live = new LiveSolve(CITY, PLAN, ENDLESS, ear)) {
            live.change(pin(largest().pool(), largest().town(), 2)).get();
            live.stop();
            ear.awaitEnd();

            assertThat(granted(live.plan(), largest().pool(), largest().town())).isEqualTo(2);
        }
    }

    @Test
    void a_listener_that_fails_stops_neither_answers_nor_searches() throws Exception {
        Ear ear = new Ear();
        try (LiveSolve live = new LiveSolve(CITY, PLAN, FEW, update -> {
            ear.accept(update);
            throw new IllegalStateException("a listener that fails, for a test");
        })) {
            assertThat(live.change(pin(largest().pool(), largest().town(), 2)).get())
                    .isInstanceOf(Adopted.class);
            ear.awaitEnd();
            assertThat(live.change(pin(largest().pool(), largest().town(), 2)).get())
                    .isInstanceOf(Adopted.class);
        }
    }

    @Test
    void a_change_of_a_closed_solve_is_cancelled() {
        LiveSolve live = new LiveSolve(CITY, PLAN, FEW, update -> {});
        live.close();

        assertThatThrownBy(() -> live.change(pin(largest().pool(), 0, 1)).get(60, TimeUnit.SECONDS))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void the_same_changes_with_the_same_steps_give_the_same_plans() throws Exception {
        assertThat(plans()).isEqualTo(plans());
    }

    private static List<AllocationPlan> plans() throws Exception {
        List<AllocationPlan> plans = new ArrayList<>();
        AllocationProblem problem = CITY;
        AllocationPlan plan = PLAN;
        for (int posts = 1; posts <= 2; posts++) {
            Ear ear = new Ear();
            try (LiveSolve live = new LiveSolve(problem, plan, FEW, ear)) {
                live.change(pin(largest().pool(), posts, posts)).get();
                ear.awaitEnd();
                problem = live.problem();
                plan = live.plan();
                plans.add(plan);
            }
        }
        return plans;
    }
}
