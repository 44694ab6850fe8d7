/** The two linked maps with their legend. What is drawn comes from {@code scenarios.map}; values from the workspace. */
package org.zhenjie.ui.map;
