/** Everything about the selected town, on either side. */
package org.zhenjie.ui.inspector;
