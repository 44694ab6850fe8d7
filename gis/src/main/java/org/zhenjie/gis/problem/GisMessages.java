package org.zhenjie.gis.problem;

/** The texts of this module. */
public final class GisMessages {
    /** Base name of the bundle. */
    public static final String BUNDLE = "org.zhenjie.gis.messages";

    private GisMessages() {}
}
