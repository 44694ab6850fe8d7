/**
 * Consolidation of stations, institutions and bodies: which sites stay and which site each other one merges into. The problem, its
 * plan scored by plain accounting, and the Lagrangian bound. No search library may enter.
 */
package org.zhenjie.planner.consolidation;
