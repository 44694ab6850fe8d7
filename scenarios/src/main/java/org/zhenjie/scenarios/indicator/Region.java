package org.zhenjie.scenarios.indicator;

import java.util.Optional;
import org.zhenjie.scenarios.study.Name;

/**
 * A town, a county or the city.
 *
 * @param code unique within its level; {@value #CITY} for the city
 * @param county code of a town's county; empty for others
 */
public record Region(Level level, String code, Name name, Optional<String> county) {
    /** Code of the city's row. */
    public static final String CITY = "city";
}
