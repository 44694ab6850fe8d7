package org.zhenjie.scenarios.reform;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.zhenjie.gis.edit.Lineage;
import org.zhenjie.gis.edit.Lineage.Piece;
import org.zhenjie.scenarios.study.AttributeRule;
import org.zhenjie.scenarios.study.Name;
import org.zhenjie.scenarios.study.Study.Town;
import org.zhenjie.scenarios.study.TownKind;

/** A, with 1,000 people and a value of 10, gives a half of its land and a fifth of its people to B, with 300 and 40. */
class InheritanceTest {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private static Geometry square(int x, int width) {
        return FACTORY.toGeometry(new Envelope(x, x + width, 0, 10));
    }

    private static Town town(String code, long people, String value) {
        return new Town(
                code,
                new Name(code, code),
                TownKind.TOWN,
                "X",
                square(0, 10),
                FACTORY.createPoint(new Coordinate(1, 1)),
                people,
                Map.of("value", new BigDecimal(value)));
    }

    private static Inheritance inheritance(AttributeRule rule, String a, String b) {
        Lineage lineage = new Lineage(List.of(
                new Piece("A", "A", square(0, 10), 0.5, 0.8),
                new Piece("A", "B", square(10, 10), 0.5, 0.2),
                new Piece("B", "B", square(20, 30), 1, 1)));
        return new Inheritance(lineage, List.of(town("A", 1000, a), town("B", 300, b)), Map.of("value", rule));
    }

    @ParameterizedTest
    @CsvSource({
        "SUM, 8, 42",
        "SUM_BY_AREA, 5, 45",
        // 10 m of width at 10 and 30 at 40
        "AREA_WEIGHTED, 10, 32.5",
        // 200 people at 10 and 300 at 40
        "PEOPLE_WEIGHTED, 10, 28",
        "KEEP, 10, 40"
    })
    void an_indicator_follows_by_its_rule(AttributeRule rule, String a, String b) {
        Inheritance inheritance = inheritance(rule, "10", "40");
        assertThat(inheritance.attributes("A").get("value").compareTo(new BigDecimal(a)))
                .isZero();
        assertThat(inheritance.attributes("B").get("value").compareTo(new BigDecimal(b)))
                .isZero();
    }

    @Test
    void people_follow_their_shares_to_the_person() {
        assertThat(inheritance(AttributeRule.SUM, "10", "40").people("A")).isEqualTo(800);
        assertThat(inheritance(AttributeRule.SUM, "10", "40").people("B")).isEqualTo(500);
    }

    @Test
    void whole_amounts_stay_whole_and_others_get_finer_but_keep_their_total() {
        assertThat(inheritance(AttributeRule.SUM, "11", "40").attributes("A"))
                .containsEntry("value", new BigDecimal("9"));
        BigDecimal kept =
                inheritance(AttributeRule.SUM, "10.1", "40").attributes("A").get("value");
        BigDecimal moved =
                inheritance(AttributeRule.SUM, "10.1", "40").attributes("B").get("value");
        assertThat(kept.compareTo(new BigDecimal("8.08"))).isZero();
        assertThat(kept.add(moved).compareTo(new BigDecimal("50.1"))).isZero();
    }
}
