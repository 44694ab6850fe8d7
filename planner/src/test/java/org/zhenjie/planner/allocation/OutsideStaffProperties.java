package org.zhenjie.planner.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhenjie.planner.CityBuilder.city;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.zhenjie.planner.CityBuilder;

class OutsideStaffProperties {

    /** Every way to keep people, looked at one by one. */
    @Property(tries = 300)
    void no_other_decision_within_the_limits_keeps_more_people(@ForAll @IntRange(max = 299) int seed) {
        Random random = new Random(seed);
        int[] people = {random.nextInt(4), random.nextInt(4), random.nextInt(4)};
        long[] cost = {random.nextInt(5), random.nextInt(5), random.nextInt(5)};
        CityBuilder city = city().town(1).town(1).town(1);
        for (int town = 0; town < 3; town++) {
            city.openOutside(town, people[town], cost[town]);
        }
        int heads = random.nextInt(8);
        long budget = random.nextInt(20);
        int own = random.nextInt(4);
        AllocationProblem problem = city.outsideLimit("all", heads, budget, 0, 1, 2)
                .outsideLimit("own", own, 99, 1)
                .build();
        int most = 0;
        for (int a = 0; a <= people[0]; a++) {
            for (int b = 0; b <= Math.min(own, people[1]); b++) {
                for (int c = 0; c <= people[2]; c++) {
                    boolean isWithin = a + b + c <= heads && a * cost[0] + b * cost[1] + c * cost[2] <= budget;
                    most = isWithin ? Math.max(most, a + b + c) : most;
                }
            }
        }
        OutsideStaff staff = OutsideStaff.of(problem);

        assertThat(staff.kept(0) + staff.kept(1) + staff.kept(2)).isEqualTo(most);
        assertThat(problem.townRules().outsideLimits()).allMatch(limit -> staff.beyond(limit) == 0);
    }
}
