/**
 * Made-up allocation, consolidation and assignment problems of any size, for benchmarks and tests: seeded, the same on every machine. Knows only the problem records; no
 * solver and no yardstick may enter.
 */
package org.zhenjie.planner.sample;
