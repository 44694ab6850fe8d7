package org.zhenjie.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupCommandTest {
    @TempDir
    Path folder;

    @BeforeEach
    void tables() throws IOException {
        write("u.csv", "id,load,x,y\na,1,0,0\nb,1,1,0\nc,1,10,0\nd,1,11.5,0\n");
        write("a.csv", "from,to\na,b\nb,c\nc,d\n");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private Cli group(int groups) {
        return group(groups, "0.05");
    }

    private Cli group(int groups, String tolerance) {
        return Cli.call(
                "group",
                "--adjacency",
                folder.resolve("a.csv"),
                "--units",
                folder.resolve("u.csv"),
                "--groups",
                groups,
                "--tolerance",
                tolerance,
                "--steps",
                100,
                "--out",
                folder.resolve("out.csv"));
    }

    @Test
    void neighbours_come_together_around_their_centres() {
        Cli run = group(2);

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("objective (load × distance to the centre): 2.5");
        assertThat(folder.resolve("out.csv")).hasContent("unit,group\na,1\nb,1\nc,2\nd,2\n");
    }

    @Test
    void units_with_the_same_group_are_together_and_others_apart() throws IOException {
        write(
                "u.csv",
                "id,load,x,y,group\na,1,0,0,west\nb,1,1,0,\nc,1,10,0,\nd,1,11.5,0,\ne,1,0,1,east\nf,1,1,1,east\n");
        write("a.csv", "from,to\na,b\nb,c\nc,d\na,e\ne,f\nb,f\n");

        assertThat(group(2, "0.5").code()).isZero();
        assertThat(folder.resolve("out.csv")).hasContent("unit,group\na,1\nb,1\nc,1\nd,1\ne,2\nf,2\n");
    }

    @Test
    void units_put_together_across_water_end_with_1_and_are_named() throws IOException {
        write("u.csv", "id,load,x,y,group\na,1,0,0,north\nb,1,1,0,\nc,1,10,0,\nd,1,11.5,0,north\n");
        write("a.csv", "from,to\na,b\nc,d\n");
        Cli run = group(2);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("do not touch each other", "a", "d");
        assertThat(folder.resolve("out.csv")).doesNotExist();
    }

    @Test
    void more_pinned_groups_than_groups_end_with_1() throws IOException {
        write("u.csv", "id,load,x,y,group\na,1,0,0,p\nb,1,1,0,q\nc,1,10,0,r\nd,1,11.5,0,\n");
        Cli run = group(2);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("at least 3 groups");
    }

    @Test
    void more_parts_than_groups_are_told_with_the_islands() throws IOException {
        write("a.csv", "from,to\na,b\nb,c\n");
        Cli run = group(1);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("2 parts", "touch no other: d");
        assertThat(folder.resolve("out.csv")).doesNotExist();
    }

    @Test
    void a_tolerance_that_cannot_hold_ends_with_1_and_nothing_written() {
        assertThat(group(3).code()).isEqualTo(1);
        assertThat(folder.resolve("out.csv")).doesNotExist();
    }

    @Test
    void a_unit_too_heavy_for_any_group_is_named() throws IOException {
        write("u.csv", "id,load,x,y\na,1,0,0\nb,1.5,1,0\nc,1,10,0\nd,9.5,11.5,0\n");
        Cli run = group(2);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("which is 6.8;", "d").doesNotContain("a,");
    }

    @Test
    void a_part_that_comes_to_no_number_of_groups_is_named() throws IOException {
        write("u.csv", "id,load,x,y\na,1,0,0\nb,1,1,0\nc,1,10,0\nd,3,11.5,0\n");
        write("a.csv", "from,to\na,b\nc,d\n");
        Cli run = group(2);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("a and those that it touches", "load of 2 in all", "c and those", "3 to 3 each");
    }

    @Test
    void parts_that_need_another_number_of_groups_are_told() throws IOException {
        write("u.csv", "id,load,x,y\na,5,0,0\nb,5,1,0\nc,5,10,0\nd,5,11.5,0\n");
        write("a.csv", "from,to\na,b\nc,d\n");
        Cli run = group(3, "0.3");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("can be 4 to 4 groups", "3 were asked for");
    }

    @Test
    void a_tolerance_between_two_loads_is_told() throws IOException {
        Cli run = group(3, "0.1");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("mean load of a group is 1.33333333333333", "multiple of 1,");
    }

    @Test
    void groups_that_are_not_found_are_told_with_what_they_lack() throws IOException {
        write("u.csv", "id,load,x,y\na,1,0,0\nb,3,1,0\nc,1,2,0\nd,1,3,0\n");
        Cli run = Cli.call(
                "group",
                "--adjacency",
                folder.resolve("a.csv"),
                "--units",
                folder.resolve("u.csv"),
                "--groups",
                2,
                "--tolerance",
                "0",
                "--steps",
                0);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).containsPattern("found has load .* in all: [24]\\n");
    }

    @Test
    void a_tolerance_of_many_means_lets_every_group_be() {
        assertThat(group(3, "1e12").code()).isZero();
    }

    @Test
    void what_is_wrong_is_told_with_file_row_field_and_value() throws IOException {
        write("a.csv", "from,to\na,zoe\n");
        Cli run = group(2);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("a.csv", "row 2", "to", "zoe", "u.csv");
    }

    @Test
    void more_groups_than_units_are_a_wrong_call() {
        assertThat(group(5).code()).isEqualTo(2);
    }

    @Test
    void loads_with_many_digits_and_places_near_each_other_are_reckoned_with() throws IOException {
        write(
                "u.csv",
                "id,load,x,y\na,0.3333333333333333,0,0\nb,0.3333333333333333,0.1,0\n"
                        + "c,0.3333333333333333,1,0\nd,0.3333333333333333,1.15,0\n");
        Cli run = group(2);

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("objective (load × distance to the centre): 0.083333");
        assertThat(run.err()).contains("warning", "load 0.0");
        assertThat(folder.resolve("out.csv")).hasContent("unit,group\na,1\nb,1\nc,2\nd,2\n");
    }

    private Cli compact(String weight) {
        return Cli.call(
                "group",
                "--adjacency",
                folder.resolve("a.csv"),
                "--units",
                folder.resolve("u.csv"),
                "--groups",
                2,
                "--compactness",
                weight,
                "--steps",
                100,
                "--out",
                folder.resolve("out.csv"));
    }

    /** Four squares of side 2: in rows of two, in pairs nearer from left to right. */
    private void squares(String area, String border) throws IOException {
        write(
                "u.csv",
                ("id,load,x,y,area,perimeter\na,1,0,0,%1$s,8\nb,1,2,0,%1$s,8\nc,1,0,3,%1$s,8\nd,1,2,3,%1$s,8\n")
                        .formatted(area));
        write("a.csv", "from,to,border\na,b,2\nc,d,2\na,c,%1$s\nc,a,%1$s\nb,d,2\n".formatted(border));
    }

    @Test
    void outlines_are_weighed_against_what_a_disc_costs() throws IOException {
        squares("4", "2");
        Cli run = compact("1");

        assertThat(run.code()).as(run.err()).isZero();
        // two groups of two squares: 2 + 2 for distances; a disc of area 8 and load 2 costs 2 * 2/3 * sqrt(8 / pi)
        double ratio = 4 * Math.PI * 8 / (12 * 12);
        double outlines = 2 * (1 - ratio) * 4 / 3 * Math.sqrt(8 / Math.PI);
        assertThat(run.out())
                .containsPattern("objective .*: " + String.valueOf(4 + outlines).substring(0, 4));
        assertThat(run.out()).contains("mean compactness of the groups (1 = a disc): 0.698");
    }

    @Test
    void borders_longer_than_an_outline_and_areas_too_large_for_it_are_told() throws IOException {
        squares("4", "7");
        assertThat(compact("1").err()).contains("u.csv", "perimeter", "more than its perimeter");

        squares("400", "2");
        assertThat(compact("1").err()).contains("No outline of this length encloses");
    }

    @Test
    void a_pair_with_two_borders_is_told() throws IOException {
        squares("4", "2");
        write("a.csv", "from,to,border\na,b,2\nb,a,3\n");

        assertThat(compact("1").err()).contains("a.csv", "row 3", "different borders");
    }

    @Test
    void compactness_needs_outlines_in_the_tables() {
        Cli run = compact("0.5");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("area", "perimeter");
    }
}
