package org.zhenjie.ui.workspace;

/** What changed in the workspace. */
public enum Change {
    /** Another study is open; everything else may have changed with it. */
    STUDY,
    /** States or results of scenarios. */
    SCENARIOS,
    /** The scenario that Solve and Export act on. */
    CHOICE,
    /** What is shown on a side, or its figures. */
    SIDES,
    /** The indicator. */
    INDICATOR,
    /** The selected town. */
    TOWN,
    /** The town under the pointer. */
    HOVER,
    /** The selected finding. */
    FINDING,
    /** A solve started, found a better plan or ended. */
    SOLVE,
    /** Long work started or ended; see {@link Workspace#busyWith()}. */
    BUSY
}
