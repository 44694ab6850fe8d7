package org.zhenjie.ui.shell;

import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import javax.swing.AbstractAction;
import javax.swing.Action;
import javax.swing.KeyStroke;

/** Something a user can ask for, from a menu, a button or the keyboard. */
final class Command extends AbstractAction {

    private final transient Runnable work;

    /**
     * A command.
     *
     * @param text its words; {@code &} stands before the mnemonic
     * @param tip what it does, for tool tips
     */
    Command(String text, String tip, Runnable work) {
        this.work = work;
        putValue(SHORT_DESCRIPTION, tip);
        putValue(NAME, text.replace("&", ""));
        mnemonic(this, text);
    }

    /** Puts the mnemonic of a text with {@code &} on an action. */
    private static void mnemonic(Action action, String text) {
        int at = text.indexOf('&');
        if (at >= 0 && at + 1 < text.length()) {
            action.putValue(MNEMONIC_KEY, KeyEvent.getExtendedKeyCodeForChar(text.charAt(at + 1)));
            action.putValue(DISPLAYED_MNEMONIC_INDEX_KEY, at);
        }
    }

    Command icon(String name) {
        putValue(SMALL_ICON, Theme.icon(name));
        return this;
    }

    Command key(String keys) {
        putValue(ACCELERATOR_KEY, KeyStroke.getKeyStroke(keys));
        return this;
    }

    @Override
    public void actionPerformed(ActionEvent event) {
        work.run();
    }
}
