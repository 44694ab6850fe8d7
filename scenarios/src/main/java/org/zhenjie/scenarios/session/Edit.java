package org.zhenjie.scenarios.session;

/** A change that people make to a solved scenario while they talk about it. */
public sealed interface Edit {

    /** A pool grants a town just so many posts, over all platforms. */
    record Pin(String pool, String town, int posts) implements Edit {}

    /** A pool has another size; posts come from outside, or go there. */
    record PoolSize(String pool, int size) implements Edit {}

    /** A town becomes a street. */
    record Street(String town) implements Edit {}
}
