/** How long work tells how far it is and hears that it is no longer wanted. No work itself may enter. */
package org.zhenjie.scenarios.progress;
