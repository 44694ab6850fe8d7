/**
 * Generalized assignment from three plain tables, without a study: reading workers, tasks and costs into a problem of whole numbers.
 * No words for people and no terminal may enter.
 */
package org.zhenjie.scenarios.assign;
