package org.zhenjie.scenarios.study;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.zhenjie.scenarios.study.Study.Ceiling;
import org.zhenjie.scenarios.study.Study.Floor;
import org.zhenjie.scenarios.study.Study.Norm;
import org.zhenjie.scenarios.study.Study.Platform;
import org.zhenjie.scenarios.study.Study.Town;

/**
 * What the study's norms, floors and ceilings (核编标准) ask of a town. A conversion changes the kind of a town and with it
 * the lines that fit, without a change of code.
 */
public final class Norms {
    /** Rate on residents, posts per 1,000. */
    public static final String PEOPLE = "people";
    /** Rate on area, posts per km². */
    public static final String AREA = "area";

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    // square metres: far below what a post depends on, far above what machines may disagree on
    private static final int AREA_DECIMALS = 6;
    private static final BigDecimal MOST_POSTS = BigDecimal.valueOf(10_000_000);

    private final Study study;
    private final Map<String, Map<String, Integer>> duties;

    /** The norms of a study. */
    public Norms(Study study) {
        this.study = study;
        this.duties = study.terms().duties().postsByHolder();
    }

    /** The most particular line that fits a town and platform; a kind counts more than a zone. */
    public Optional<Norm> line(Town town, String platform) {
        boolean zoned = study.isInZone(town.code());
        return study.norms().stream()
                .filter(norm -> norm.platform().equals(platform))
                .filter(norm -> norm.kind().map(town.kind()::equals).orElse(true))
                .filter(norm -> norm.inZone().map(inZone -> inZone == zoned).orElse(true))
                .max(Comparator.comparing((Norm norm) -> norm.kind().isPresent())
                        .thenComparing(norm -> norm.inZone().isPresent()));
    }

    /**
     * Posts that the norm asks for on one platform of a town, and those that the workload of its duties asks for there, N[t,f]; of
     * the norm 0 where no line fits, which a study that was read or reformed without an error never has.
     */
    public int need(Town town, String platform) {
        return line(town, platform).map(norm -> need(town, norm)).orElse(0)
                + duties.getOrDefault(town.code(), Map.of()).getOrDefault(platform, 0);
    }

    /** Posts that the norm asks for over all platforms of a town, N[t]. */
    public int need(Town town) {
        return study.platforms().stream()
                .mapToInt(platform -> need(town, platform.id()))
                .sum();
    }

    /** Least posts on one platform of a town, a[t,f]; 0 where no line fits. */
    public int floor(Town town, String platform) {
        return particular(
                        study.floors().stream().filter(floor -> floor.platform().equals(platform)), Floor::kind, town)
                .map(Floor::posts)
                .orElse(0);
    }

    /** Most posts of one quota type in a town, u[t,q]; empty where no line fits. */
    public OptionalInt ceiling(Town town, String quotaType) {
        return particular(
                        study.ceilings().stream()
                                .filter(ceiling -> ceiling.quotaType().equals(quotaType)),
                        Ceiling::kind,
                        town)
                .map(ceiling -> OptionalInt.of(ceiling.shareOfNeed()
                        .multiply(BigDecimal.valueOf(need(town)))
                        .setScale(0, RoundingMode.FLOOR)
                        .intValueExact()))
                .orElse(OptionalInt.empty());
    }

    /** Platforms of a town that no line fits. */
    public List<Platform> uncovered(Town town) {
        return study.platforms().stream()
                .filter(platform -> line(town, platform.id()).isEmpty())
                .toList();
    }

    private static int need(Town town, Norm norm) {
        BigDecimal posts = norm.base();
        for (var rate : norm.rates().entrySet()) {
            posts = posts.add(rate.getValue().multiply(indicator(town, rate.getKey())));
        }
        BigDecimal most = BigDecimal.valueOf(norm.most()).min(MOST_POSTS);
        BigDecimal least = BigDecimal.valueOf(norm.least());
        return posts.setScale(0, RoundingMode.HALF_UP).min(most).max(least).intValueExact();
    }

    private static BigDecimal indicator(Town town, String name) {
        return switch (name) {
            case PEOPLE -> BigDecimal.valueOf(town.people()).divide(THOUSAND);
            case AREA -> BigDecimal.valueOf(town.areaKm2()).setScale(AREA_DECIMALS, RoundingMode.HALF_UP);
            default -> town.attributes().getOrDefault(name, BigDecimal.ZERO);
        };
    }

    private static <L> Optional<L> particular(
            Stream<L> lines, java.util.function.Function<L, Optional<TownKind>> kind, Town town) {
        return lines.filter(line -> kind.apply(line).map(town.kind()::equals).orElse(true))
                .max(Comparator.comparing(line -> kind.apply(line).isPresent()));
    }
}
