/** Coverages of any size made from a seed, and what checking them costs. For benchmarks and tests; reads no data. */
package org.zhenjie.gis.bench;
