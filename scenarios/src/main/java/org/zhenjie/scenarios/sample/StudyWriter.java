package org.zhenjie.scenarios.sample;

/** x */
final class StudyWriter {
    static final String CRS = "EPSG:4490";
}
