package org.zhenjie.scenarios.session;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A solved plan in one line.
 *
 * @param price of the plan
 * @param gap share by which the cost lies above the lower bound; empty where no percentage can be said
 * @param aboveBound cost above the bound; empty where the plan is short of need beyond the least possible
 * @param avoidableShortfall posts short of need beyond the least possible
 */
public record Result(Price price, OptionalDouble gap, OptionalLong aboveBound, long avoidableShortfall) {}
