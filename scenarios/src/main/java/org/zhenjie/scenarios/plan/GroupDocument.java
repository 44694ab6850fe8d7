package org.zhenjie.scenarios.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** The file of a scenario's groups as it stands on disk, with codes in place of positions. */
record GroupDocument(int format, String scenario, String program, List<GroupingPart> groupings) {
    static final int FORMAT = 1;

    /**
     * @param inputHash digest of the problem in numbers
     * @param cost objective, in the whole numbers of the problem
     * @param bound no plan costs less
     */
    record GroupingPart(
            String id,
            String inputHash,
            long cost,
            long bound,
            @JsonInclude(JsonInclude.Include.NON_NULL) TeamsPart teams,
            List<GroupPart> groups) {}

    /**
     * The teams of the groups.
     *
     * @param inputHash digest of the teams' problem in numbers
     * @param cost sum of people times metres
     * @param bound no plan costs less
     */
    record TeamsPart(String inputHash, long cost, long bound) {}

    /** @param team who is sent to the group; left out where there are no teams */
    record GroupPart(
            int number,
            List<String> towns,
            @JsonInclude(JsonInclude.Include.NON_NULL) List<SentPart> team) {}

    /** @param skill the skill for which the team may count them; left out where it is none */
    record SentPart(
            String body,
            @JsonInclude(JsonInclude.Include.NON_NULL) String skill,
            int people) {}
}
