/**
 * Consolidation of stations from two plain tables, without a study: reading points and distances, the problem in whole numbers, its
 * solve, and the table of who merges into whom. Everything is told in the units of the tables. No words for people and no
 * terminal may enter.
 */
package org.zhenjie.scenarios.stations;
