/**
 * Collecting what is wrong with a user's files, and the texts of this module in both languages. Knows nothing of studies;
 * nothing that reads or writes files may enter.
 */
package org.zhenjie.scenarios.problem;
