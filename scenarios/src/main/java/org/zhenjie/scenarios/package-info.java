/**
 * The study: domain, reforms, the way from data to problem to plan to indicators, comparison, exports, command line.
 * Knows the geographic module and the optimiser; knows nothing of Swing windows.
 */
package org.zhenjie.scenarios;
