/**
 * Indicators of a planned scenario by town, county and city, as plain immutable tables, and what sets of them score towns and
 * institutions. Nothing here solves, draws or writes files.
 */
package org.zhenjie.scenarios.indicator;
