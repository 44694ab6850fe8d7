package org.zhenjie.ui.solve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LevelBarsTest {

    @Test
    void each_town_has_a_bar_where_there_is_room() {
        assertThat(LevelBars.worst(new double[] {0.9, 0.4, 1.1}, 200)).containsExactly(0.9, 0.4, 1.1);
    }

    @Test
    void a_bar_for_many_towns_is_that_of_the_worst_staffed() {
        assertThat(LevelBars.worst(new double[] {0.9, 0.4, 1.1, 1, 0.8, 1.2}, 2))
                .containsExactly(0.4, 0.8);
    }
}
