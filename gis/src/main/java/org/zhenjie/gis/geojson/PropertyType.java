package org.zhenjie.gis.geojson;

import java.util.Optional;

/** The type of a property over all features: the narrowest that holds every value. */
enum PropertyType {
    NOTHING(String.class),
    BOOLEAN(Boolean.class),
    INTEGER(Integer.class),
    LONG(Long.class),
    DOUBLE(Double.class),
    TEXT(String.class);

    final Class<?> type;

    PropertyType(Class<?> type) {
        this.type = type;
    }

    static PropertyType of(Object raw) {
        if (raw == null) {
            return NOTHING;
        }
        if (raw instanceof Boolean) {
            return BOOLEAN;
        }
        if (raw instanceof JsonProperties.Number number) {
            Optional<Long> whole = number.whole() ? whole(number.text()) : Optional.empty();
            return whole.map(value -> value == value.intValue() ? INTEGER : LONG)
                    .orElse(DOUBLE);
        }
        return TEXT;
    }

    PropertyType with(PropertyType other) {
        if (this == other || other == NOTHING) {
            return this;
        }
        if (this == NOTHING) {
            return other;
        }
        if (this == BOOLEAN || other == BOOLEAN) {
            return TEXT;
        }
        return ordinal() > other.ordinal() ? this : other;
    }

    /** The value in this type, which holds it. */
    Object convert(Object raw) {
        if (raw == null) {
            return null;
        }
        if (raw instanceof JsonProperties.Number number) {
            return switch (this) {
                case INTEGER -> Integer.valueOf(number.text());
                case LONG -> Long.valueOf(number.text());
                case DOUBLE -> Double.valueOf(number.text());
                default -> number.text();
            };
        }
        return type == String.class ? raw.toString() : raw;
    }

    private static Optional<Long> whole(String text) {
        try {
            return Optional.of(Long.valueOf(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
