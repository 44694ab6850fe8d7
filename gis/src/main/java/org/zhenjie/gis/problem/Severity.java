package org.zhenjie.gis.problem;

/** How much a problem matters. */
public enum Severity {
    /** What was asked for cannot be done. */
    ERROR,
    /** It can be done, but people should look. */
    WARNING,
    /** Good to know: an assumption that was made, or a value that was detected. */
    NOTE
}
