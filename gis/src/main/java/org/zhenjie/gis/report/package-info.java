/** What is in a file of geographic data or a table, and what is wrong with it, for people who received one. */
package org.zhenjie.gis.report;
