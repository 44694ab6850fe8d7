/** Powers of a planned scenario handed to towns in batches. No screen. */
package org.zhenjie.scenarios.batches;
