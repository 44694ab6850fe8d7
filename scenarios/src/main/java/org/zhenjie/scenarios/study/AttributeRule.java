package org.zhenjie.scenarios.study;

/** How an indicator of towns follows when towns merge, are split or change hands in part. */
public enum AttributeRule {
    /** An amount that goes with people: it adds up, and is divided by shares of people. */
    SUM,
    /** An amount that goes with land: it adds up, and is divided by shares of area. */
    SUM_BY_AREA,
    /** A rate: the mean of what the new town comes from, weighted by area. */
    AREA_WEIGHTED,
    /** A rate: the mean of what the new town comes from, weighted by people. */
    PEOPLE_WEIGHTED,
    /** A fact of the seat: the value of the town whose code is kept, else of the one that most people come from. */
    KEEP
}
