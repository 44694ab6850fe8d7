package org.zhenjie.scenarios.progress;

import java.util.concurrent.CancellationException;

/** Hears how far a piece of long work is, and says whether it is still wanted. Called on the thread that works. */
public interface Progress {

    /** Hears nothing and never cancels. */
    Progress NONE = (stage, done, of) -> {};

    /**
     * A stage has come this far.
     *
     * @param stage key of a text of this module that names the stage, e.g. {@code stage.towns}
     * @param done parts of the whole work done, 0 to {@code of}
     * @param of parts of the whole work
     */
    void at(String stage, int done, int of);

    /** Whether the work is to end as soon as it can. */
    default boolean isCancelled() {
        return false;
    }

    /**
     * Reports a stage, or ends the work.
     *
     * @throws CancellationException if the work is no longer wanted
     */
    default void step(String stage, int done, int of) {
        if (isCancelled()) {
            throw new CancellationException(stage);
        }
        at(stage, done, of);
    }
}
