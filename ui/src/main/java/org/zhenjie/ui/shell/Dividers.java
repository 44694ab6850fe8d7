package org.zhenjie.ui.shell;

import java.awt.Dimension;
import javax.swing.JSplitPane;

/** The dividers between the parts of the window. */
record Dividers(JSplitPane left, JSplitPane right, JSplitPane below) {

    private static final int LEFT = 280;
    private static final int RIGHT = 330;
    private static final double MAPS = 0.6;

    /** Where they are: the width of the left part, the width of the right part, the height of the maps. */
    record Places(int left, int right, int maps) {
        /** Where they are in a new window of some size. */
        static Places usual(Dimension window) {
            return new Places(LEFT, RIGHT, (int) (window.height * MAPS));
        }
    }

    Places places() {
        return new Places(
                left.getDividerLocation(), right.getWidth() - right.getDividerLocation(), below.getDividerLocation());
    }

    /** Puts them there; parts that were not shown yet have no width of their own, so that the window's is asked for. */
    void place(Places places, int windowWidth) {
        left.setDividerLocation(places.left());
        int rest = windowWidth - places.left() - left.getDividerSize();
        right.setDividerLocation(Math.max(300, rest - places.right()));
        below.setDividerLocation(places.maps());
    }
}
