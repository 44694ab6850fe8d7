/** The list of scenarios. */
package org.zhenjie.ui.scenario;
