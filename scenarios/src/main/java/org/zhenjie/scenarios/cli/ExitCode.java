package org.zhenjie.scenarios.cli;

/** Exit codes of the program; documented in {@code docs/command-line.md}. */
final class ExitCode {
    /** Done, with or without warnings. */
    static final int DONE = 0;
    /** A hard rule cannot be kept, or a check found what stops a solve. */
    static final int RULE_BROKEN = 1;
    /** The input cannot be read or the call is wrong. */
    static final int INPUT = 2;
    /** A fault of the program. */
    static final int FAULT = 70;
    /** Cancelled. */
    static final int CANCELLED = 130;

    private ExitCode() {}
}
