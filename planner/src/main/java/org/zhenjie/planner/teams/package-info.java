/**
 * Teams formed jointly by several bodies: how many people of which body go to which team. The problem, its plan scored by plain accounting, what
 * alone shows that there is none, the bound, and a search on plain arrays. No search library may enter; {@code solve} has it.
 */
package org.zhenjie.planner.teams;
