/**
 * From a study to its plan: the allocation problem, the solve, and the plan file. What the solver decides is recomputed here
 * by plain accounting; no rule of the model is written a second time.
 */
package org.zhenjie.scenarios.plan;
