/**
 * The domain as immutable records, and the way from a study folder on disk to a {@link org.zhenjie.scenarios.study.Study}.
 * Everything is validated once, here at the border; inside there are no null checks.
 */
package org.zhenjie.scenarios.study;
