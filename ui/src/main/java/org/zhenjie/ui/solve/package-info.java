/** A running solve as it looks: the best price over time and the staffing of every town as it levels. */
package org.zhenjie.ui.solve;
