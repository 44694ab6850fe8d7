/** Small marks that several views draw alike. No view may enter. */
package org.zhenjie.ui.mark;
