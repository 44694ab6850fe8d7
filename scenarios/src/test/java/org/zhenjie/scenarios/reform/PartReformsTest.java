package org.zhenjie.scenarios.reform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.zhenjie.gis.edit.Cut;
import org.zhenjie.gis.edit.Side;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.scenarios.TinyStudy;
import org.zhenjie.scenarios.reform.Reform.Ban;
import org.zhenjie.scenarios.reform.Reform.ExtendZone;
import org.zhenjie.scenarios.reform.Reform.MergeTowns;
import org.zhenjie.scenarios.reform.Reform.MovePart;
import org.zhenjie.scenarios.reform.Reform.Pin;
import org.zhenjie.scenarios.reform.Reform.SplitTown;
import org.zhenjie.scenarios.reform.Reform.TownPart;
import org.zhenjie.scenarios.reform.Reform.Unit;
import org.zhenjie.scenarios.study.Name;
import org.zhenjie.scenarios.study.Norms;
import org.zhenjie.scenarios.study.Study;
import org.zhenjie.scenarios.study.Study.Decision.BlockNotTo;
import org.zhenjie.scenarios.study.Study.Decision.GrantWithin;
import org.zhenjie.scenarios.study.Study.Held;
import org.zhenjie.scenarios.study.Study.Town;
import org.zhenjie.scenarios.study.Study.Zone;
import org.zhenjie.scenarios.study.Study.ZonePart;
import org.zhenjie.scenarios.study.StudyFolder;
import org.zhenjie.scenarios.study.TownKind;

/** Towns that are split or give a part away, and parts of towns in zones. */
class PartReformsTest {
    private static final Name WEST = new Name("河西镇", "Hexi Town");
    private static final Name EAST = new Name("河东镇", "Hedong Town");

    private static Study study;

    @BeforeAll
    static void open(@TempDir Path temp) {
        study = StudyFolder.open(TinyStudy.in(temp)).study();
    }

    private static Reformed reformed(Study of, Reform... reforms) {
        return Reforms.apply(Scenario.of("test", new Name("试", "Test"), Arrays.asList(reforms)), of);
    }

    private static Study after(Reform... reforms) {
        return reformed(study, reforms).study();
    }

    private static List<String> warnings(Reform... reforms) {
        return reformed(study, reforms).warnings().stream().map(Problem::key).toList();
    }

    private static String refusal(Reform... reforms) {
        InputException thrown = catchThrowableOfType(InputException.class, () -> after(reforms));
        assertThat(thrown).as("the reforms are refused").isNotNull();
        assertThat(thrown.problems()).hasSize(1);
        assertThat(thrown.problems().get(0).where().file()).contains("scenarios/test.yaml");
        return thrown.problems().get(0).key();
    }

    private static Geometry wkt(String text) {
        try {
            return new WKTReader().read(text);
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Cut.Line meridian(double lon, Side... side) {
        return new Cut.Line(
                wkt("LINESTRING (" + lon + " 22.6, " + lon + " 23.0)"),
                Arrays.stream(side).findFirst());
    }

    private static Cut.Area box(double west, double south, double east, double north) {
        return new Cut.Area(wkt(String.format(
                java.util.Locale.ROOT,
                "POLYGON ((%1$s %2$s, %3$s %2$s, %3$s %4$s, %1$s %4$s, %1$s %2$s))",
                west,
                south,
                east,
                north)));
    }

    /** A2, from 115.1° to 115.2°, with 30,000 people and its seat in the middle, is cut at a meridian. */
    private static SplitTown split(double lon, String west, String east) {
        return new SplitTown(
                "A2",
                meridian(lon),
                new Unit(west, WEST, TownKind.TOWN, Optional.empty()),
                new Unit(east, EAST, TownKind.STREET, Optional.empty()));
    }

    private static Town town(Study of, String code) {
        return of.town(code).orElseThrow();
    }

    private static long posts(Study of) {
        return of.held().stream().mapToLong(Held::posts).sum();
    }

    private static long people(Study of) {
        return of.towns().stream().mapToLong(Town::people).sum();
    }

    private static double area(Study of) {
        return of.towns().stream().mapToDouble(Town::areaKm2).sum();
    }

    @Test
    void a_split_divides_area_residents_and_amounts_by_shares_of_area_where_no_settlements_are_given() {
        Study split = after(split(115.13, "A2", "A9"));
        assertThat(split.towns()).extracting(Town::code).containsExactly("A1", "A2", "A9", "A3", "B1", "B2", "B3");
        double share = town(split, "A2").areaKm2() / town(study, "A2").areaKm2();
        assertThat(share).isCloseTo(0.3, within(1e-3));
        assertThat(town(split, "A2").people()).isEqualTo(Math.round(30_000 * share));
        assertThat(town(split, "A9").people()).isEqualTo(30_000 - Math.round(30_000 * share));
        assertThat(town(split, "A2").attributes()).containsEntry("shops", new BigDecimal("60"));
        assertThat(town(split, "A9").attributes()).containsEntry("shops", new BigDecimal("140"));
        assertThat(area(split)).isCloseTo(area(study), within(1e-6));
    }

    @Test
    void posts_of_a_split_town_are_divided_in_whole_numbers_without_losing_one() {
        Study split = after(split(115.13, "A2", "A9"));
        assertThat(split.held())
                .contains(
                        new Held("A2", "governance", "administrative", 3, 3),
                        new Held("A9", "governance", "administrative", 6, 6),
                        new Held("A2", "law", "institution", 1, 1),
                        new Held("A9", "law", "institution", 4, 3));
        assertThat(posts(split)).isEqualTo(posts(study));
        assertThat(TotalControl.of(study, split).isKept()).isTrue();
    }

    @Test
    void the_parts_have_their_own_names_kinds_and_need() {
        Study split = after(split(115.13, "A2", "A9"));
        assertThat(town(split, "A2").name()).isEqualTo(WEST);
        assertThat(town(split, "A9").kind()).isEqualTo(TownKind.STREET);
        // street: 10 + 0.5 x 21
        assertThat(new Norms(split).need(town(split, "A9"), "governance")).isEqualTo(21);
    }

    @Test
    void the_old_seat_stays_where_it_lies_and_the_other_part_gets_one_inside() {
        Study split = after(split(115.13, "A2", "A9"));
        assertThat(town(split, "A9").seat().getCoordinate())
                .isEqualTo(town(study, "A2").seat().getCoordinate());
        assertThat(town(split, "A2").boundary().contains(town(split, "A2").seat()))
                .isTrue();
    }

    @Test
    void a_seat_that_is_given_has_to_lie_in_its_part() {
        Unit west = new Unit("A2", WEST, TownKind.TOWN, Optional.of(new Coordinate(115.11, 22.75)));
        Unit wrong = new Unit("A9", EAST, TownKind.TOWN, Optional.of(new Coordinate(115.11, 22.75)));
        Unit east = new Unit("A9", EAST, TownKind.TOWN, Optional.empty());
        Study split = after(new SplitTown("A2", meridian(115.13), west, east));
        assertThat(town(split, "A2").seat().getX())
                .isLessThan(town(study, "A2").seat().getX() - 3000);
        assertThat(refusal(new SplitTown("A2", meridian(115.13), west, wrong))).isEqualTo("reform.seatOutside");
    }

    @Test
    void neighbours_keep_a_matched_border() {
        Study split = after(split(115.13, "A2", "A9"));
        assertThat(org.locationtech.jts.coverage.CoverageValidator.isValid(
                        split.towns().stream().map(Town::boundary).toArray(Geometry[]::new)))
                .isTrue();
    }

    @Test
    void bans_hold_in_both_parts_and_pins_go_on_with_the_part_that_has_the_seat() {
        Reform ban = new Ban(new GrantWithin("city-institution", "A2", Optional.empty(), 0, 0));
        Reform notTo = new Ban(new BlockNotTo("S1", "A2"));
        Reform pin = new Pin(new GrantWithin("a-administrative", "A2", Optional.empty(), 2, 4));
        Study split = after(ban, notTo, pin, split(115.13, "A8", "A9"));
        assertThat(split.decisions())
                .containsExactly(
                        new GrantWithin("city-institution", "A8", Optional.empty(), 0, 0),
                        new GrantWithin("city-institution", "A9", Optional.empty(), 0, 0),
                        new BlockNotTo("S1", "A8"),
                        new BlockNotTo("S1", "A9"),
                        new GrantWithin("a-administrative", "A9", Optional.empty(), 2, 4));
        assertThat(warnings(pin, split(115.13, "A8", "A9"))).containsExactly("reform.splitPins");
        assertThat(warnings(pin, split(115.13, "A2", "A9"))).isEmpty();
    }

    @Test
    void a_line_that_does_not_cross_the_town_is_refused_where_it_is_written() {
        assertThat(refusal(split(115.3, "A2", "A9"))).isEqualTo("edit.noCut");
        assertThat(refusal(split(115.13, "A2", "A3"))).isEqualTo("edit.codeTaken");
        assertThat(refusal(new MovePart("A2", "X", meridian(115.13)))).isEqualTo("reform.unknownTown");
    }

    @Test
    void a_part_that_moves_takes_its_people_and_posts_along() {
        // the eastern fifth of A2 goes to A3
        Study moved = after(new MovePart("A2", "A3", meridian(115.18)));
        assertThat(town(moved, "A3").people()).isCloseTo(26_000, within(30L));
        assertThat(people(moved)).isEqualTo(people(study));
        assertThat(posts(moved)).isEqualTo(posts(study));
        assertThat(moved.held()).contains(new Held("A3", "governance", "administrative", 2, 2));
        assertThat(area(moved)).isCloseTo(area(study), within(1e-6));
    }

    @Test
    void a_seat_in_the_part_that_goes_away_is_placed_anew_with_a_warning() {
        assertThat(warnings(new MovePart("A2", "A3", meridian(115.12)))).containsExactly("reform.seatMoved");
        Study moved = after(new MovePart("A2", "A3", meridian(115.12)));
        assertThat(town(moved, "A2").boundary().contains(town(moved, "A2").seat()))
                .isTrue();
    }

    @Test
    void a_part_goes_to_a_town_of_the_same_county_only() {
        assertThat(refusal(new MovePart("A2", "B2", box(115.12, 22.78, 115.18, 22.82))))
                .isEqualTo("reform.moveCounties");
    }

    @Test
    void a_unit_in_pieces_that_do_not_touch_is_a_warning() {
        assertThat(warnings(new MovePart("A2", "A3", box(115.16, 22.6, 115.25, 22.9))))
                .isEmpty();
        assertThat(warnings(new SplitTown(
                        "A2",
                        new Cut.Line(
                                wkt("LINESTRING (115.12 22.6, 115.12 22.9, 115.18 22.9, 115.18 22.6)"),
                                Optional.empty()),
                        new Unit("A2", WEST, TownKind.TOWN, Optional.empty()),
                        new Unit("A9", EAST, TownKind.TOWN, Optional.empty()))))
                .containsExactly("reform.severalPieces");
    }

    // zones

    private static Zone zone(Study of) {
        return of.zone("Z").orElseThrow();
    }

    private static ExtendZone annex(Cut part) {
        return new ExtendZone("Z", List.of(), List.of(new TownPart("A2", part)), Optional.of(new BigDecimal("60")));
    }

    @Test
    void a_part_of_a_town_joins_a_zone_with_its_shares_and_leaves_the_town_as_it_is() {
        Study annexed = after(annex(meridian(115.18, Side.RIGHT)));
        assertThat(zone(annexed).towns()).containsExactly("A3");
        ZonePart part = zone(annexed).part("A2").orElseThrow();
        assertThat(part.areaShare()).isCloseTo(0.2, within(1e-3));
        assertThat(part.peopleShare()).isCloseTo(0.2, within(1e-3));
        assertThat(zone(annexed).plannedAreaKm2()).isEqualByComparingTo("60");
        assertThat(annexed.towns()).isEqualTo(study.towns());
        assertThat(annexed.serves(annexed.pool("zone-institution").orElseThrow(), town(annexed, "A2")))
                .isTrue();
    }

    @Test
    void norms_for_zones_hold_where_most_people_live_in_the_part() {
        assertThat(after(annex(meridian(115.18, Side.RIGHT))).isInZone("A2")).isFalse();
        assertThat(after(annex(meridian(115.12, Side.RIGHT))).isInZone("A2")).isTrue();
    }

    @Test
    void parts_of_a_zone_add_up_and_a_town_whose_parts_are_everything_is_a_member() {
        Study annexed = after(annex(meridian(115.18, Side.RIGHT)), annex(meridian(115.15, Side.RIGHT)));
        assertThat(zone(annexed).part("A2").orElseThrow().areaShare()).isCloseTo(0.5, within(1e-3));
        Study whole = after(annex(meridian(115.18, Side.RIGHT)), annex(meridian(115.18, Side.LEFT)));
        assertThat(zone(whole).towns()).containsExactlyInAnyOrder("A2", "A3");
        assertThat(zone(whole).parts()).isEmpty();
    }

    @Test
    void the_land_of_a_zone_stays_when_its_towns_are_split_or_give_a_part_away() {
        Study split = after(annex(meridian(115.18, Side.RIGHT)), split(115.16, "A2", "A9"));
        assertThat(zone(split).parts()).extracting(ZonePart::town).containsExactly("A9");
        assertThat(zone(split).part("A9").orElseThrow().areaShare()).isCloseTo(0.5, within(1e-2));
        Study moved = after(new MovePart("A3", "A2", meridian(115.22)));
        assertThat(zone(moved).towns()).containsExactly("A3");
        assertThat(zone(moved).part("A2").orElseThrow().areaShare()).isCloseTo(2 / 12.0, within(1e-3));
    }

    // undo

    @Test
    void undo_leaves_exactly_the_study_that_was_there_and_redo_the_one_that_was_taken_back() {
        History one = History.of(List.of(split(115.13, "A2", "A9")));
        Study before = after(one.done().toArray(Reform[]::new));
        History two = one.with(new MergeTowns(List.of("A9", "A3"), "A3", EAST, TownKind.TOWN));
        Study merged = after(two.done().toArray(Reform[]::new));
        History undone = two.undo().orElseThrow();
        assertThat(after(undone.done().toArray(Reform[]::new))).isEqualTo(before);
        assertThat(after(undone.undo().orElseThrow().done().toArray(Reform[]::new)))
                .isEqualTo(study);
        assertThat(undone.redo().orElseThrow()).isEqualTo(two);
        assertThat(after(undone.redo().orElseThrow().done().toArray(Reform[]::new)))
                .isEqualTo(merged);
        assertThat(undone.with(one.done().get(0)).redo()).isEmpty();
        assertThat(History.of(List.of()).undo()).isEmpty();
    }
}
