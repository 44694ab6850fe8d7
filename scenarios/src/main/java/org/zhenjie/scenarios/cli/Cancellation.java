package org.zhenjie.scenarios.cli;

import java.util.concurrent.CancellationException;

/** Carries the user's wish to stop from any thread to the work that goes on. */
final class Cancellation {
    private Runnable stop = () -> {};
    private boolean requested;
    private boolean told;
    private boolean worthless;

    /** Asks for the end of the work; it ends soon, not at once. */
    synchronized void request() {
        requested = true;
        stop.run();
    }

    synchronized boolean isRequested() {
        return requested;
    }

    /** How the work that goes on from here is stopped; stops it at once where that was asked for before. */
    synchronized void onRequest(Runnable action) {
        stop = action;
        if (requested) {
            action.run();
        }
    }

    /** Whether what goes on from here leaves nothing behind when the process ends in the midst of it. */
    synchronized void worthless(boolean nothingToKeep) {
        worthless = nothingToKeep;
    }

    synchronized boolean isWorthless() {
        return worthless;
    }

    /** Whether people have yet to be told of the cancelling; true once. */
    synchronized boolean isToBeTold() {
        boolean first = !told;
        told = true;
        return first;
    }

    /**
     * A place where work may end.
     *
     * @throws CancellationException if that was asked for
     */
    void check() {
        if (isRequested()) {
            throw new CancellationException();
        }
    }
}
