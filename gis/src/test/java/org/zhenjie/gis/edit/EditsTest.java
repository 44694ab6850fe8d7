package org.zhenjie.gis.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.zhenjie.gis.edit.Lineage.Piece;
import org.zhenjie.gis.edit.People.Settlement;
import org.zhenjie.gis.problem.InputException;

/**
 * Edits on squares of 100 m:
 *
 * <pre>
 *   C D
 *   A B
 * </pre>
 */
class EditsTest {
    private static final Coverage SQUARES = squares();

    private static Geometry wkt(String text) {
        try {
            return new WKTReader().read(text);
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Coverage squares() {
        Map<String, Geometry> units = new LinkedHashMap<>();
        units.put("A", wkt("POLYGON ((0 0, 100 0, 100 100, 0 100, 0 0))"));
        units.put("B", wkt("POLYGON ((100 0, 200 0, 200 100, 100 100, 100 0))"));
        units.put("C", wkt("POLYGON ((0 100, 100 100, 100 200, 0 200, 0 100))"));
        units.put("D", wkt("POLYGON ((100 100, 200 100, 200 200, 100 200, 100 100))"));
        return new Coverage(units);
    }

    private static Cut.Line line(String coordinates) {
        return new Cut.Line(wkt("LINESTRING (" + coordinates + ")"), Optional.empty());
    }

    private static Cut.Line line(String coordinates, Side side) {
        return new Cut.Line(wkt("LINESTRING (" + coordinates + ")"), Optional.of(side));
    }

    private static Cut.Area area(String ring) {
        return new Cut.Area(wkt("POLYGON ((" + ring + "))"));
    }

    private static Edited edited(Edit edit) {
        Edited edited = Edits.apply(SQUARES, edit, People.EVENLY);
        assertMatched(edited.coverage());
        assertThat(edited.coverage().area()).isCloseTo(SQUARES.area(), within(1e-6));
        return edited;
    }

    /** Every border is the same vertex by vertex on both of its sides, and nothing overlaps. */
    private static void assertMatched(Coverage coverage) {
        assertThat(CoverageValidator.isValid(coverage.units().values().toArray(Geometry[]::new)))
                .isTrue();
    }

    private static String refusal(Edit edit) {
        InputException thrown =
                catchThrowableOfType(InputException.class, () -> Edits.apply(SQUARES, edit, People.EVENLY));
        assertThat(thrown).as("the edit is refused").isNotNull();
        return thrown.problems().get(0).key();
    }

    private static double area(Edited edited, String code) {
        return edited.coverage().unit(code).orElseThrow().getArea();
    }

    @Test
    void a_split_gives_what_lies_left_of_the_line_to_the_first_code() {
        // upwards at x = 30: left of it lies the west
        Edited edited = edited(new Edit.Split("A", line("30 -10, 30 110"), "A1", "A2"));
        assertThat(edited.coverage().units().keySet()).containsExactly("A1", "A2", "B", "C", "D");
        assertThat(area(edited, "A1")).isCloseTo(3000, within(1e-6));
        assertThat(area(edited, "A2")).isCloseTo(7000, within(1e-6));
    }

    @Test
    void a_vertex_made_on_a_shared_border_is_put_into_the_neighbour_too() {
        Edited edited = edited(new Edit.Split("A", line("30 -10, 30 110"), "A", "X"));
        Geometry neighbour = edited.coverage().unit("C").orElseThrow();
        assertThat(neighbour.getCoordinates()).contains(new org.locationtech.jts.geom.Coordinate(30, 100));
        assertThat(edited.coverage().unit("D")).containsSame(SQUARES.units().get("D"));
    }

    @Test
    void a_line_may_pass_several_times_as_long_as_each_part_has_one_side() {
        // up at x = 20, down at x = 40: what lies between is right of both passes
        Edited edited = edited(new Edit.Split("A", line("20 -10, 20 110, 40 110, 40 -10"), "A1", "A2"));
        assertThat(area(edited, "A1")).isCloseTo(8000, within(1e-6));
        assertThat(edited.coverage().unit("A1").orElseThrow().getNumGeometries())
                .isEqualTo(2);
        // up at x = 20, around outside, up again at x = 40: what lies between is right of one and left of the other
        assertThat(refusal(new Edit.Split("A", line("20 -10, 20 110, -50 110, -50 -30, 40 -30, 40 110"), "A1", "A2")))
                .isEqualTo("edit.bothSides");
    }

    @Test
    void a_line_by_the_border_meets_it_and_leaves_no_sliver() {
        // 5 mm beside the corner, and the border crossed 4 mm from a vertex of it
        Edited edited = edited(new Edit.Split("A", line("0.005 -10, 0.004 0.003, 100.003 99.996, 120 130"), "L", "R"));
        assertThat(area(edited, "L")).isCloseTo(5000, within(1e-6));
        assertThat(edited.coverage().unit("L").orElseThrow().getNumPoints()).isEqualTo(4);
        assertThat(edited.coverage().unit("C").orElseThrow().getNumPoints()).isEqualTo(5);
    }

    @Test
    void a_line_that_ends_inside_does_not_split() {
        assertThat(refusal(new Edit.Split("A", line("30 -10, 30 60"), "A1", "A2")))
                .isEqualTo("edit.noCut");
        assertThat(refusal(new Edit.Split("A", line("300 -10, 300 60"), "A1", "A2")))
                .isEqualTo("edit.noCut");
        assertThat(refusal(new Edit.Split("A", line("0 0, 0 100"), "A1", "A2"))).isEqualTo("edit.noCut");
    }

    @Test
    void a_line_that_crosses_itself_is_refused() {
        assertThat(refusal(new Edit.Split("A", line("30 -10, 30 110, 10 50, 90 50"), "A1", "A2")))
                .isEqualTo("edit.lineCrossesItself");
    }

    @Test
    void codes_have_to_be_free() {
        assertThat(refusal(new Edit.Split("A", line("30 -10, 30 110"), "A", "B")))
                .isEqualTo("edit.codeTaken");
        assertThat(refusal(new Edit.Split("A", line("30 -10, 30 110"), "A", "A")))
                .isEqualTo("edit.codeTwice");
        assertThat(refusal(new Edit.Split("X", line("30 -10, 30 110"), "A", "B")))
                .isEqualTo("edit.unknownUnit");
        assertThat(refusal(new Edit.Merge(List.of("A", "B"), "C"))).isEqualTo("edit.codeTaken");
    }

    @Test
    void an_area_that_moves_leaves_the_giver_and_joins_the_receiver() {
        Edited edited = edited(new Edit.Move("A", "B", area("80 20, 150 20, 150 60, 80 60, 80 20")));
        assertThat(area(edited, "A")).isCloseTo(9200, within(1e-6));
        assertThat(area(edited, "B")).isCloseTo(10800, within(1e-6));
        assertThat(edited.coverage().unit("B").orElseThrow().getNumGeometries()).isEqualTo(1);
    }

    @Test
    void of_a_line_without_a_side_the_part_moves_that_borders_the_receiver() {
        Edited edited = edited(new Edit.Move("A", "B", line("70 -10, 70 110")));
        assertThat(area(edited, "B")).isCloseTo(13000, within(1e-6));
        assertThat(refusal(new Edit.Move("A", "B", line("-10 50, 110 50")))).isEqualTo("edit.needsSide");
        Edited south = edited(new Edit.Move("A", "B", line("-10 50, 110 50", Side.RIGHT)));
        assertThat(area(south, "B")).isCloseTo(15000, within(1e-6));
    }

    @Test
    void what_moves_has_to_be_a_part_and_to_border_the_receiver() {
        assertThat(refusal(new Edit.Move("A", "B", area("300 20, 350 20, 350 60, 300 60, 300 20"))))
                .isEqualTo("edit.partEmpty");
        assertThat(refusal(new Edit.Move("A", "B", area("-10 -10, 110 -10, 110 110, -10 110, -10 -10"))))
                .isEqualTo("edit.partWhole");
        assertThat(refusal(new Edit.Move("A", "B", area("10 20, 50 20, 50 60, 10 60, 10 20"))))
                .isEqualTo("edit.apart");
        assertThat(refusal(new Edit.Move("A", "D", line("70 -10, 70 110", Side.RIGHT))))
                .isEqualTo("edit.apart");
        assertThat(refusal(new Edit.Move("A", "B", area("80 20, 150 60, 150 20, 80 60, 80 20"))))
                .isEqualTo("edit.areaInvalid");
    }

    @Test
    void a_merger_takes_the_place_of_its_first_unit() {
        Edited edited = edited(new Edit.Merge(List.of("C", "D"), "E"));
        assertThat(edited.coverage().units().keySet()).containsExactly("A", "B", "E");
        assertThat(area(edited, "E")).isCloseTo(20000, within(1e-6));
        assertThat(refusal(new Edit.Merge(List.of("A", "D"), "A"))).isEqualTo("edit.apart");
        assertThat(refusal(new Edit.Merge(List.of("A", "A"), "A"))).isEqualTo("edit.mergeFew");
    }

    @Test
    void undo_gives_the_same_coverage_and_can_be_undone_itself() {
        Edited edited = edited(new Edit.Move("A", "B", line("70 -10, 70 110")));
        Edited undone = Edits.apply(edited.coverage(), edited.undo(), People.EVENLY);
        assertThat(undone.coverage()).isEqualTo(SQUARES);
        Edited redone = Edits.apply(undone.coverage(), undone.undo(), People.EVENLY);
        assertThat(redone.coverage()).isEqualTo(edited.coverage());
        assertThat(refusal(edited.undo())).isEqualTo("edit.notLast");
    }

    @Test
    void the_lineage_tells_shares_of_area_and_of_people_in_settlements() {
        People people = People.at(List.of(settlement(10, 50, 300), settlement(90, 50, 900)));
        Edited edited = Edits.apply(SQUARES, new Edit.Move("A", "B", line("70 -10, 70 110")), people);
        assertThat(edited.lineage().pieces())
                .extracting(Piece::from, Piece::to, Piece::areaShare, Piece::peopleShare)
                .usingRecursiveComparison()
                .withComparatorForType((a, b) -> Math.abs(a - b) < 1e-9 ? 0 : 1, Double.class)
                .isEqualTo(List.of(
                        org.assertj.core.groups.Tuple.tuple("A", "A", 0.7, 0.25),
                        org.assertj.core.groups.Tuple.tuple("A", "B", 0.3, 0.75),
                        // nothing is known of the people of B: by area
                        org.assertj.core.groups.Tuple.tuple("B", "B", 1.0, 1.0)));
    }

    private static Settlement settlement(double x, double y, double people) {
        return new Settlement((Point) wkt("POINT (" + x + " " + y + ")"), people);
    }

    @Test
    void an_island_goes_with_the_part_that_is_nearer() {
        Map<String, Geometry> units = new LinkedHashMap<>(SQUARES.units());
        units.put(
                "A",
                wkt("MULTIPOLYGON (((0 0, 100 0, 100 100, 0 100, 0 0)), ((-50 0, -20 0, -20 20, -50 20, -50 0)))"));
        Edited edited = Edits.apply(
                new Coverage(units), new Edit.Split("A", line("30 -10, 30 110"), "A1", "A2"), People.EVENLY);
        assertThat(area(edited, "A1")).isCloseTo(3600, within(1e-6));
    }

    @Test
    void a_part_for_a_zone_is_cut_without_changing_the_unit() {
        Geometry part = Edits.part(SQUARES.units().get("A"), area("50 50, 150 50, 150 150, 50 150, 50 50"));
        assertThat(part.getArea()).isCloseTo(2500, within(1e-6));
        Geometry west = Edits.part(SQUARES.units().get("A"), line("30 -10, 30 110", Side.LEFT));
        assertThat(west.getArea()).isCloseTo(3000, within(1e-6));
    }
}
