package org.zhenjie.scenarios.session;

/**
 * The price of a plan: what is worst first.
 *
 * @param broken posts by which hard rules are broken; 0 = feasible
 * @param shortfall posts short of need
 * @param cost weighted cost of the soft rules
 */
public record Price(long broken, long shortfall, long cost) {}
