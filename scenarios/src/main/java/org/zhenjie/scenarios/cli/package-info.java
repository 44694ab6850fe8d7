/** The command line of the whole tool. Calls the other packages; none of them calls it. */
package org.zhenjie.scenarios.cli;
