package org.zhenjie.planner.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhenjie.planner.CityBuilder.city;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.zhenjie.planner.CityBuilder;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.AllocationProblem.Place;
import org.zhenjie.planner.allocation.Rule;

/** Where posts more go in a town whose platforms are not all open to them; platform 0 always lacks most. */
class WhatIfTest {

    private static WhatIf.Option best(CityBuilder city, int by) {
        return WhatIf.of(city.build(), AllocationPlan.EMPTY)
                .regrant(0, OptionalInt.empty(), by)
                .get(0);
    }

    private static int on(WhatIf.Option option, int platform) {
        return ((Change.Regrant) option.change()).by().getOrDefault(new Place(0, platform), 0);
    }

    @Test
    void posts_of_a_pool_go_to_a_platform_that_it_may_serve() {
        WhatIf.Option option = best(city().town(9, 4, 3).pool("P", 5).onPlatforms(1, 2), 3);

        assertThat(option.difference().isAllowed()).isTrue();
        assertThat(on(option, 1)).isEqualTo(2);
        assertThat(on(option, 2)).isEqualTo(1);
    }

    @Test
    void posts_go_no_further_than_they_may_stand_in() {
        WhatIf.Option option = best(city().town(9, 4).standIn(0, 0, 1).pool("P", 5), 3);

        assertThat(option.difference().isAllowed()).isTrue();
        assertThat(on(option, 0)).isEqualTo(1);
        assertThat(on(option, 1)).isEqualTo(2);
    }

    @Test
    void where_no_platform_is_open_the_rule_that_closes_them_is_named() {
        WhatIf.Option option = best(city().town(9).standIn(0, 0, 1).pool("P", 5), 3);

        assertThat(option.difference().forbidding())
                .extracting(Difference.Part::rule)
                .containsExactly(Rule.H12);
    }
}
