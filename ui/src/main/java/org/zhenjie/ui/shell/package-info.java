/** The window itself: its frame, menus, looks, settings, and the way in. Puts the parts together and knows them all. */
package org.zhenjie.ui.shell;
