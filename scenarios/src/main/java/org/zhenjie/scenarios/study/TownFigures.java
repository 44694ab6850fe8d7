package org.zhenjie.scenarios.study;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Point;

/** What the indicators say of one town; the seat in metres, where they give one. */
record TownFigures(long people, Optional<Point> seat, Map<String, BigDecimal> attributes) {
    static final TownFigures NONE = new TownFigures(0, Optional.empty(), Map.of());
}
