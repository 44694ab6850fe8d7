/**
 * An open study as a desktop or a page sees it: figures by town, prices of plans, running solves and exports, in plain
 * records. Types of the optimiser and of file formats stay behind this package; nothing here is drawn in windows.
 */
package org.zhenjie.scenarios.session;
