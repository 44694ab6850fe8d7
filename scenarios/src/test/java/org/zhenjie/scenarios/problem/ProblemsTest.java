package org.zhenjie.scenarios.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.zhenjie.gis.problem.Where;

/** What people hear of all that is wrong. */
class ProblemsTest {
    private final Problems problems = new Problems();

    @Test
    void the_same_problem_found_again_is_told_once() {
        problems.error("file.missing", Where.file("data/departments.xlsx"));
        problems.error("file.missing", Where.file("data/departments.xlsx"));
        problems.error("file.missing", Where.file("data/staff.csv"));
        assertThat(problems.list()).hasSize(2);
        assertThat(problems.errors()).isEqualTo(2);
    }

    @Test
    void many_of_a_kind_in_one_file_are_told_in_part_and_counted() {
        for (int row = 1; row <= Problems.MOST_ALIKE + 5; row++) {
            problems.error("number.whole", Where.file("data/staff.csv").row(row), 0, 9);
        }
        assertThat(problems.list()).hasSize(Problems.MOST_ALIKE + 1);
        assertThat(problems.errors()).isEqualTo(Problems.MOST_ALIKE + 5);
    }
}
