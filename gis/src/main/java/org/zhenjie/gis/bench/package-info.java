/** Coverages of any size made from a seed, what checking them costs, and what reading them from files does. */
package org.zhenjie.gis.bench;
