package org.zhenjie.scenarios.reform;

import java.util.List;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.scenarios.study.Study;

/**
 * A study after a scenario's reforms.
 *
 * @param study the study that they left
 * @param consolidations what was chosen where units merged, in the order of the reforms
 * @param warnings what people should look at
 */
public record Reformed(Study study, List<Consolidated> consolidations, List<Problem> warnings) {
    public Reformed {
        consolidations = List.copyOf(consolidations);
        warnings = List.copyOf(warnings);
    }
}
