package org.zhenjie.ui.workspace;

/** The two maps that are compared. */
public enum Side {
    A,
    B
}
