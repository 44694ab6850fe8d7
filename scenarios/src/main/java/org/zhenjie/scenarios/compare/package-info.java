/** Two planned scenarios side by side, and several in one summary. Nothing here solves, draws or writes files. */
package org.zhenjie.scenarios.compare;
