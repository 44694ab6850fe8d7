package org.zhenjie.gis.edit;

/** A side of a line, looking along it as it was drawn. */
public enum Side {
    LEFT,
    RIGHT
}
