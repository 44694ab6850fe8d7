package org.zhenjie.scenarios.travel;

/** What the length of a way is counted in. */
public enum Measure {
    METRES,
    MINUTES
}
