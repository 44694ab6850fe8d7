package org.zhenjie.gis.store;

import java.util.Optional;

/** The type of a property over all features of a format without a schema: the narrowest that holds every value. */
enum ValueType {
    NOTHING(String.class),
    BOOLEAN(Boolean.class),
    INTEGER(Integer.class),
    LONG(Long.class),
    DOUBLE(Double.class),
    TEXT(String.class);

    final Class<?> type;

    ValueType(Class<?> type) {
        this.type = type;
    }

    static ValueType of(Object raw) {
        if (raw == null) {
            return NOTHING;
        }
        if (raw instanceof Boolean) {
            return BOOLEAN;
        }
        if (raw instanceof RawNumber number) {
            Optional<Long> whole = number.whole() ? whole(number.text()) : Optional.empty();
            return whole.map(value -> value == value.intValue() ? INTEGER : LONG)
                    .orElse(DOUBLE);
        }
        return TEXT;
    }

    ValueType with(ValueType other) {
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
        if (raw instanceof RawNumber number) {
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
