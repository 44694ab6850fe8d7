/**
 * Proofs for small cases: an integer program in plain records, and the solver that proves it. That solver (CP-SAT of OR-Tools) is an
 * optional library, found at run time and named in one class here; nothing in the planner needs it. No problem in particular may enter.
 */
package org.zhenjie.planner.exact;
