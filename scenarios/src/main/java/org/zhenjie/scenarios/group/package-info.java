/**
 * Contiguous grouping from two plain tables, without a study: reading units and who touches whom into a problem of whole numbers. No
 * words for people and no terminal may enter.
 */
package org.zhenjie.scenarios.group;
