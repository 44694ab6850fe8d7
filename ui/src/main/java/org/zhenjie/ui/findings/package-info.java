/** The list of what the check of the study found; a row shows its place on the maps. Knows no map and no file. */
package org.zhenjie.ui.findings;
