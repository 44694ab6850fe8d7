package org.zhenjie.scenarios.study;

/** Kind of a township-level unit: 镇, 乡, 街道, and others such as farms and forests. */
public enum TownKind {
    TOWN,
    TOWNSHIP,
    STREET,
    OTHER
}
