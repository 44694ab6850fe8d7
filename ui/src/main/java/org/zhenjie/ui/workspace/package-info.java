/**
 * What is open, chosen, shown and solved, and the events when that changes: the model behind every view. The event thread
 * owns it; long work runs elsewhere and comes back to it. Decisions that people make on the map become reforms of a
 * scenario here; views never keep any. No components, no drawing, no files.
 */
package org.zhenjie.ui.workspace;
