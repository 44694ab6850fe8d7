/** The table of towns: both sides' figures and their difference. */
package org.zhenjie.ui.table;
