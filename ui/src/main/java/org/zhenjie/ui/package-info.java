/**
 * The desktop. Knows the scenarios module; never the geographic module, the optimiser or a file format. Each package below
 * is one part of the window: views hold no figures of their own, they show what
 * {@link org.zhenjie.ui.workspace.Workspace} says and ask it to act.
 */
package org.zhenjie.ui;
