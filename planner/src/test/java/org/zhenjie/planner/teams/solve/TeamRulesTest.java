package org.zhenjie.planner.teams.solve;

import static org.zhenjie.planner.teams.TeamProblem.CLOSED;
import static org.zhenjie.planner.teams.TeamProblem.NO_SKILL;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import org.optaplanner.core.api.score.stream.ConstraintStreamImplType;
import org.optaplanner.test.api.score.stream.ConstraintVerifier;
import org.zhenjie.planner.teams.TeamDraw;
import org.zhenjie.planner.teams.TeamPlan;
import org.zhenjie.planner.teams.TeamProblem;
import org.zhenjie.planner.teams.TeamProblem.Supply;

/** Each rule of teams: what it charges; and all of them together against plain accounting. */
class TeamRulesTest {
    private static final ConstraintVerifier<TeamRules, TeamSolution> VERIFIER = ConstraintVerifier.build(
                    new TeamRules(), TeamSolution.class, Seat.class)
            .withConstraintStreamImplType(ConstraintStreamImplType.BAVET);

    /** Teams of 3 from exactly 2 bodies, with one doctor. Farms has 3 people, Health 2 and a doctor; Courts has 4 and sends nobody east. */
    private static final int FARMS = 0;

    private static final int HEALTH = 1;
    private static final int DOCTOR = 2;
    private static final int COURTS = 3;
    private static final TeamProblem PROBLEM = new TeamProblem(
            List.of("west", "east"),
            List.of("farms", "health", "courts"),
            List.of(
                    new Supply(0, NO_SKILL, 3),
                    new Supply(1, NO_SKILL, 2),
                    new Supply(1, 0, 1),
                    new Supply(2, NO_SKILL, 4)),
            new long[][] {{1, 10}, {2, 20}, {4, CLOSED}},
            3,
            2,
            2,
            List.of(1));

    private static TeamSolution teams(List<Integer> west, List<Integer> east) {
        return TeamSolution.of(PROBLEM, new TeamPlan(List.of(west, east)));
    }

    private static final TeamSolution GOOD = teams(List.of(FARMS, FARMS, DOCTOR), List.of(FARMS, HEALTH, HEALTH));

    @Test
    void people_who_go_where_their_body_sends_nobody_are_charged_one_each() {
        VERIFIER.verifyThat(TeamRules::closed)
                .givenSolution(teams(List.of(COURTS, FARMS, DOCTOR), List.of(COURTS, COURTS, HEALTH)))
                .penalizesBy(2);
        VERIFIER.verifyThat(TeamRules::closed).givenSolution(GOOD).penalizesBy(0);
    }

    @Test
    void people_beyond_what_a_body_can_spare_are_charged_also_where_others_of_the_body_are_left() {
        VERIFIER.verifyThat(TeamRules::people)
                .givenSolution(teams(List.of(FARMS, FARMS, DOCTOR), List.of(FARMS, FARMS, DOCTOR)))
                .penalizesBy(2);
        VERIFIER.verifyThat(TeamRules::people).givenSolution(GOOD).penalizesBy(0);
    }

    @Test
    void bodies_that_a_team_lacks_are_charged_two_supplies_of_one_are_one_body() {
        VERIFIER.verifyThat(TeamRules::leastBodies)
                .givenSolution(teams(List.of(HEALTH, HEALTH, DOCTOR), List.of(FARMS, HEALTH, DOCTOR)))
                .penalizesBy(1);
        VERIFIER.verifyThat(TeamRules::leastBodies).givenSolution(GOOD).penalizesBy(0);
    }

    @Test
    void bodies_that_a_team_has_too_many_are_charged() {
        VERIFIER.verifyThat(TeamRules::mostBodies)
                .givenSolution(teams(List.of(FARMS, DOCTOR, COURTS), List.of(FARMS, HEALTH, HEALTH)))
                .penalizesBy(1);
        VERIFIER.verifyThat(TeamRules::mostBodies).givenSolution(GOOD).penalizesBy(0);
    }

    @Test
    void a_team_without_its_people_of_a_skill_is_charged_for_each() {
        VERIFIER.verifyThat(TeamRules::skills).givenSolution(GOOD).penalizesBy(1);
        VERIFIER.verifyThat(TeamRules::skills)
                .givenSolution(teams(List.of(FARMS, FARMS, DOCTOR), List.of(FARMS, HEALTH, DOCTOR)))
                .penalizesBy(0);
    }

    @Test
    void everyone_who_may_go_where_they_go_costs_the_way() {
        VERIFIER.verifyThat(TeamRules::distance)
                .givenSolution(teams(List.of(FARMS, COURTS, DOCTOR), List.of(FARMS, COURTS, HEALTH)))
                .penalizesBy(1 + 4 + 2 + 10 + 20);
    }

    @Property(tries = 200)
    void together_they_are_what_plain_accounting_finds(@ForAll int seed) {
        TeamProblem problem = TeamDraw.small(seed);
        Random random = new Random(seed);
        int supplies = problem.supplies().size();
        if (supplies == 0) {
            return;
        }
        TeamPlan plan = new TeamPlan(IntStream.range(0, problem.teams().size())
                .mapToObj(team ->
                        random.ints(problem.people(), 0, supplies).boxed().toList())
                .toList());
        TeamPlan.Account account = plan.account(problem);
        VERIFIER.verifyThat()
                .givenSolution(TeamSolution.of(problem, plan))
                .scores(HardSoftLongScore.of(-account.broken(), -account.cost()));
    }
}
