/** Asking where a result goes, and having it written. */
package org.zhenjie.ui.export;
