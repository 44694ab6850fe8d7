package org.zhenjie.ui.shell;

import java.awt.Component;
import java.awt.Dimension;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;
import org.zhenjie.ui.text.Texts;

/** One message about what went wrong, with every line that says where and what to do; the text can be copied. */
final class ProblemDialog {

    private ProblemDialog() {}

    static void show(Component owner, Texts texts, String title, List<String> lines, int kind) {
        JTextArea text = new JTextArea(String.join("\n\n", lines));
        text.setName("problem.text");
        text.getAccessibleContext().setAccessibleName(title);
        text.setEditable(false);
        text.setLineWrap(true);
        text.setWrapStyleWord(true);
        text.setCaretPosition(0);
        text.setBorder(BorderFactory.createEmptyBorder(8, 8, 8, 8));
        JScrollPane scroll = new JScrollPane(text);
        scroll.setPreferredSize(new Dimension(560, lines.size() > 3 ? 260 : 130));
        JLabel heading = new JLabel(title);
        heading.putClientProperty("FlatLaf.styleClass", "h4");
        JPanel panel = new JPanel(new MigLayout("insets 0, gap 8, wrap 1", "[grow,fill]", "[][grow,fill]"));
        panel.add(heading);
        panel.add(scroll);
        JOptionPane pane =
                new JOptionPane(panel, kind, JOptionPane.DEFAULT_OPTION, null, new Object[] {texts.get("close")});
        JDialog dialog = pane.createDialog(owner, texts.get("app"));
        dialog.setName("problem.dialog");
        dialog.setResizable(true);
        dialog.setVisible(true);
        dialog.dispose();
    }
}
