/**
 * Contiguous grouping: plain tables, or the towns of a study, as a problem of whole numbers, and its groups as people know them. Starts no
 * solve. No words for people and no terminal may enter.
 */
package org.zhenjie.scenarios.group;
