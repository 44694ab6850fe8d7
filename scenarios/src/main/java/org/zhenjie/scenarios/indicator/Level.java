package org.zhenjie.scenarios.indicator;

/** What a row of a table is about. */
public enum Level {
    CITY,
    COUNTY,
    TOWN
}
