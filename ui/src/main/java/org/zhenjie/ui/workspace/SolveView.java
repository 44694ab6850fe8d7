package org.zhenjie.ui.workspace;

import java.util.List;
import java.util.Optional;
import org.zhenjie.scenarios.session.Price;
import org.zhenjie.scenarios.session.Snapshot;
import org.zhenjie.scenarios.study.Name;

/**
 * A solve as it is shown, running or ended.
 *
 * @param history prices of the better plans, oldest first
 * @param latest the best plan, once there is one
 * @param running whether it still searches
 * @param cancelling whether Cancel was asked for and the search has not ended yet
 */
public record SolveView(
        String scenario,
        Name name,
        List<Point> history,
        Optional<Snapshot> latest,
        boolean running,
        boolean cancelling) {

    public SolveView {
        history = List.copyOf(history);
    }

    /** A better plan was found so long after the start. */
    public record Point(long elapsedMillis, Price price) {}
}
