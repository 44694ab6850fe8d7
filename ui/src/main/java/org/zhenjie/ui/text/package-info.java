/** Words and figures in the reader's language. No components. */
package org.zhenjie.ui.text;
