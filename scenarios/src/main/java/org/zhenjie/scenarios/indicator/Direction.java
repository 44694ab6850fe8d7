package org.zhenjie.scenarios.indicator;

/** Which way an indicator is to move. */
public enum Direction {
    /** More is better. */
    MORE,
    /** Less is better. */
    LESS,
    /** Neither is better in itself. */
    NEUTRAL
}
