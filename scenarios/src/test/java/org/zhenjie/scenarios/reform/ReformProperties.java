package org.zhenjie.scenarios.reform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.zhenjie.gis.coverage.CoverageCheck;
import org.zhenjie.gis.coverage.Coverages;
import org.zhenjie.gis.edit.Cut;
import org.zhenjie.gis.edit.Side;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.scenarios.TinyStudy;
import org.zhenjie.scenarios.reform.Reform.MergeTowns;
import org.zhenjie.scenarios.reform.Reform.MovePart;
import org.zhenjie.scenarios.reform.Reform.SplitTown;
import org.zhenjie.scenarios.reform.Reform.Unit;
import org.zhenjie.scenarios.study.Name;
import org.zhenjie.scenarios.study.Study;
import org.zhenjie.scenarios.study.Study.Town;
import org.zhenjie.scenarios.study.StudyFolder;
import org.zhenjie.scenarios.study.TownKind;

/** Any sequence of splits, moves, mergers and undos keeps every total. */
class ReformProperties {
    private static final Study STUDY = study();
    private static final Name NAME = new Name("某镇", "Some Town");

    private static Study study() {
        try {
            Path temp = Files.createTempDirectory("zhenjie-reforms");
            Path folder = TinyStudy.in(temp);
            Files.writeString(
                    folder.resolve("data/villages.csv"),
                    "id,lon,lat,people\nV1,115.05,22.75,100\nV2,115.12,22.73,30\nV3,115.17,22.77,60\nV4,115.25,22.85,5\n");
            TinyStudy.edit(
                    folder, "study.yaml", "  staff:\n", "  settlements:\n    file: data/villages.csv\n  staff:\n");
            return StudyFolder.open(folder).study();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Study after(History history) {
        return Reforms.apply(Scenario.of("test", NAME, history.done()), STUDY).study();
    }

    private static Optional<Study> tried(History history) {
        try {
            return Optional.of(after(history));
        } catch (InputException refused) {
            return Optional.empty();
        }
    }

    @Property(tries = 25)
    void people_posts_indicators_and_area_stay_what_they_were(@ForAll @LongRange(min = 0) long seed) {
        Random random = new Random(seed);
        History history = History.of(List.of());
        List<Study> studies = new ArrayList<>(List.of(STUDY));
        for (int i = 0; i < 10; i++) {
            if (random.nextInt(4) == 0 && history.undo().isPresent()) {
                history = history.undo().get();
                studies.remove(studies.size() - 1);
                assertThat(after(history)).isEqualTo(studies.get(studies.size() - 1));
                continue;
            }
            History more = history.with(reform(random, studies.get(studies.size() - 1), "N" + i));
            Optional<Study> study = tried(more);
            if (study.isPresent()) {
                history = more;
                studies.add(study.get());
                assertKept(study.get());
            }
        }
    }

    private static void assertKept(Study study) {
        assertThat(study.towns().stream().mapToLong(Town::people).sum()).isEqualTo(185_000);
        assertThat(study.towns().stream()
                        .map(town -> town.attributes().get("shops"))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("1200");
        assertThat(TotalControl.of(STUDY, study).isKept()).isTrue();
        assertThat(study.held().stream().mapToInt(Study.Held::people).sum())
                .isEqualTo(STUDY.held().stream().mapToInt(Study.Held::people).sum());
        List<Geometry> boundaries = study.towns().stream().map(Town::boundary).toList();
        assertThat(Coverages.dissolve(boundaries).getArea() / 1e6).isCloseTo(area(STUDY), within(1e-6));
        assertThat(CoverageCheck.of(boundaries))
                .allSatisfy(finding -> assertThat(finding.squareMetres()).isLessThan(1));
        assertThat(area(study)).isCloseTo(area(STUDY), within(1e-6));
        study.zones()
                .forEach(zone -> assertThat(study.land(zone).stream()
                                .mapToDouble(Geometry::getArea)
                                .sum())
                        .isGreaterThanOrEqualTo(
                                STUDY.land(STUDY.zones().get(0)).get(0).getArea() - 1));
    }

    private static double area(Study study) {
        return study.towns().stream().mapToDouble(Town::areaKm2).sum();
    }

    private static Reform reform(Random random, Study study, String code) {
        Town town = study.towns().get(random.nextInt(study.towns().size()));
        Town other = study.towns().get(random.nextInt(study.towns().size()));
        return switch (random.nextInt(3)) {
            case 0 -> new MergeTowns(List.of(town.code(), other.code()), town.code(), NAME, TownKind.TOWN);
            case 1 -> new MovePart(town.code(), other.code(), line(random));
            default ->
                new SplitTown(
                        town.code(),
                        line(random),
                        new Unit(town.code(), NAME, TownKind.TOWN, Optional.empty()),
                        new Unit(code, NAME, TownKind.STREET, Optional.empty()));
        };
    }

    /** Across the whole study, from west to east or from south to north. */
    private static Cut.Line line(Random random) {
        double a = random.nextDouble();
        double b = random.nextDouble();
        Coordinate[] ends = random.nextBoolean()
                ? new Coordinate[] {new Coordinate(114.9, 22.7 + 0.2 * a), new Coordinate(115.4, 22.7 + 0.2 * b)}
                : new Coordinate[] {new Coordinate(115 + 0.3 * a, 22.6), new Coordinate(115 + 0.3 * b, 23)};
        return new Cut.Line(
                new GeometryFactory().createLineString(ends),
                random.nextBoolean() ? Optional.empty() : Optional.of(Side.values()[random.nextInt(2)]));
    }
}
