package org.zhenjie.gis.network;

/** What makes a way short. */
public enum Cost {
    METRES,
    MINUTES
}
