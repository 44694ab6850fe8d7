package org.zhenjie.planner.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhenjie.planner.CityBuilder.city;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhenjie.planner.CityBuilder;

class OutsideStaffTest {

    private static CityBuilder towns(int number) {
        CityBuilder city = city();
        for (int town = 0; town < number; town++) {
            city.town(1);
        }
        return city;
    }

    @Test
    void a_town_that_is_not_open_keeps_everybody_whatever_the_limit() {
        AllocationProblem problem =
                towns(1).outside(0, 9, 10).outsideLimit("L", 2, 20, 0).build();

        assertThat(OutsideStaff.of(problem).kept(0)).isEqualTo(9);
    }

    @Test
    void an_open_town_keeps_as_many_as_headcount_and_budget_leave() {
        AllocationProblem problem = towns(2).openOutside(0, 9, 10)
                .openOutside(1, 9, 10)
                .outsideLimit("heads", 4, 1_000, 0)
                .outsideLimit("money", 9, 59, 1)
                .build();

        assertThat(OutsideStaff.of(problem).kept(0)).isEqualTo(4);
        assertThat(OutsideStaff.of(problem).kept(1)).isEqualTo(5);
    }

    @Test
    void towns_that_share_a_budget_let_the_dearest_go() {
        AllocationProblem problem = towns(3).openOutside(0, 5, 30)
                .openOutside(1, 5, 10)
                .outside(2, 1, 40)
                .outsideLimit("county", 99, 150, 0, 1, 2)
                .build();
        OutsideStaff staff = OutsideStaff.of(problem);

        assertThat(staff.kept(1)).isEqualTo(5);
        assertThat(staff.kept(0)).isEqualTo(2);
        assertThat(staff.kept(2)).isEqualTo(1);
    }

    @Test
    void a_limit_over_towns_without_outside_staff_is_kept() {
        AllocationProblem problem = towns(2).outsideLimit(
                        "L", 0, 0, Set.of(0, 1).toArray(Integer[]::new))
                .build();

        assertThat(OutsideStaff.of(problem)
                        .beyond(problem.townRules().outsideLimits().get(0)))
                .isZero();
    }
}
