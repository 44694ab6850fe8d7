/**
 * The optimisation. Knows ids, numbers, matrices and adjacency; no files, no geometry, no screens, no texts for people.
 * The mathematics is that of {@code docs/model.md}: every rule is called by its name there (H1, M1, S1, ...).
 */
package org.zhenjie.planner;
