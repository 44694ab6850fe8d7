package org.zhenjie.gis.write;

import java.util.Objects;
import java.util.Set;

/**
 * An attribute to write.
 *
 * @param name any text; a Shapefile has room for 10 bytes
 * @param type {@code String}, {@code Integer}, {@code Long}, {@code Double}, {@code Boolean} or {@code java.sql.Date}
 */
public record OutField(String name, Class<?> type) {
    private static final Set<Class<?>> TYPES =
            Set.of(String.class, Integer.class, Long.class, Double.class, Boolean.class, java.sql.Date.class);

    public OutField {
        Objects.requireNonNull(name);
        if (!TYPES.contains(type)) {
            throw new IllegalArgumentException("no format holds attributes of type " + type);
        }
    }
}
