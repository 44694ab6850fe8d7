/**
 * What every solve from plain tables has in common: cells of a table by the names of its columns, whole numbers for decimals, and the
 * table of an answer. No words for people and no terminal may enter.
 */
package org.zhenjie.scenarios.tables;
