package org.zhenjie.scenarios.plan;

import java.util.List;

/** The file of a scenario's groups as it stands on disk, with codes in place of positions. */
record GroupDocument(int format, String scenario, String program, List<GroupingPart> groupings) {
    static final int FORMAT = 1;

    /**
     * @param inputHash digest of the problem in numbers
     * @param cost objective, in the whole numbers of the problem
     * @param bound no plan costs less
     */
    record GroupingPart(String id, String inputHash, long cost, long bound, List<GroupPart> groups) {}

    record GroupPart(int number, List<String> towns) {}
}
