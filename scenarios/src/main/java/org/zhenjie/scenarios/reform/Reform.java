package org.zhenjie.scenarios.reform;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.zhenjie.scenarios.study.Name;
import org.zhenjie.scenarios.study.Study.Decision;
import org.zhenjie.scenarios.study.TownKind;

/** One edit of a scenario (改革措施). */
public sealed interface Reform {

    /** Towns become streets (撤镇改街). */
    record ConvertToStreet(List<String> towns) implements Reform {}

    /** Towns of one county become one unit, with everything they hold; {@code code} may be one of theirs or a new one. */
    record MergeTowns(List<String> towns, String code, Name name, TownKind kind) implements Reform {}

    /** Towns join a zone; its planned area changes where one is given. */
    record ExtendZone(String zone, List<String> towns, Optional<BigDecimal> plannedAreaKm2) implements Reform {}

    /**
     * A pool grows ({@code by} above 0) or shrinks.
     *
     * @param account where the posts come from or go to: {@code outside} or another pool of the same quota type; empty breaks
     *     total control (H9)
     */
    record ChangePool(String pool, int by, Optional<String> account) implements Reform {
        /** The account for posts from or to anybody beyond the study. */
        public static final String OUTSIDE = "outside";
    }

    /** A decision is pinned (锁定). */
    record Pin(Decision decision) implements Reform {}

    /** A decision is ruled out. */
    record Ban(Decision decision) implements Reform {}
}
