package org.zhenjie.planner.allocation;

/** The named rules of the allocation model; the names are those of the model and of every interface. */
public enum Rule {
    /** Pool size less its reserve. */
    H1(Level.HARD),
    /** Jurisdiction: a pool grants only to the towns it may serve. */
    H2(Level.HARD),
    /** Ceiling of a quota type in a town. */
    H3(Level.HARD),
    /** Department floor. */
    H4(Level.HARD),
    /** Skill: a town that takes a power holds the people it asks for. */
    H5(Level.HARD),
    /** Farthest distance of a staff block. */
    H6(Level.HARD),
    /** Platform floor of a town. */
    H7(Level.HARD),
    /** Pins and bans. */
    H8(Level.HARD),
    /** Total control per quota type; kept by plain accounting where reforms are applied, never by the solver. */
    H9(Level.HARD),
    /** Floors by field. */
    H10(Level.HARD),
    /** Staff outside establishment: headcount and cost within their limits. */
    H11(Level.HARD),
    /** Quota types stand in for each other only up to their limit. */
    H12(Level.HARD),
    /** Posts short of need. */
    M1(Level.MEDIUM),
    /** Balance of staffing over towns. */
    S1(Level.SOFT),
    /** Balance of staffing over counties. */
    S2(Level.SOFT),
    /** Travel of the people sent, post-metres. */
    S3(Level.SOFT),
    /** Skill fit: people on a platform whose skills they lack. */
    S4(Level.SOFT),
    /** Posts moved against a reference plan. */
    S5(Level.SOFT),
    /** Wishes of people: for each person sent, the wishes that come before the town they go to. */
    S6(Level.SOFT),
    /** Cases of open powers that towns do not take. */
    S7(Level.SOFT);

    private final Level level;

    Rule(Level level) {
        this.level = level;
    }

    /** The part of the score that the rule counts in. */
    public Level level() {
        return level;
    }

    /** The three parts of a score, most important first. */
    public enum Level {
        HARD,
        MEDIUM,
        SOFT
    }
}
