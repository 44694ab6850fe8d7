/**
 * Indicators of a planned scenario by town, county and city, as plain immutable tables. Nothing here solves, draws or writes
 * files.
 */
package org.zhenjie.scenarios.indicator;
