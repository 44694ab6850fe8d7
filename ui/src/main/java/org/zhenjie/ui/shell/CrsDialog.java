package org.zhenjie.ui.shell;

import java.awt.Component;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.JComboBox;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.UIManager;
import net.miginfocom.swing.MigLayout;
import org.zhenjie.scenarios.study.CrsQuestion;
import org.zhenjie.ui.text.Texts;

/** Asks in which coordinate reference systems layers are that do not say it, out of those that their coordinates fit. */
final class CrsDialog {
    private CrsDialog() {}

    /** A line of a choice. */
    private record Line(String code, String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * Asks; the code by role of the layer, empty where people do not choose.
     *
     * @param questions each with at least one choice
     */
    static Optional<Map<String, String>> ask(Component owner, Texts texts, List<CrsQuestion> questions) {
        JPanel panel = new JPanel(new MigLayout("insets 0, gap 8, wrap 2", "[][grow,fill]"));
        JLabel heading = new JLabel(texts.get("crs.title"));
        heading.putClientProperty("FlatLaf.styleClass", "h4");
        panel.add(heading, "span 2");
        panel.add(note(texts.get("crs.text")), "span 2, growx, width 520!");
        Map<String, JComboBox<Line>> boxes = new LinkedHashMap<>();
        for (CrsQuestion question : questions) {
            JComboBox<Line> box = new JComboBox<>();
            box.setName("crs." + question.role());
            question.choices().forEach(choice -> box.addItem(new Line(choice.code(), choice.text())));
            JLabel label = new JLabel(question.file());
            label.setLabelFor(box);
            panel.add(label);
            panel.add(box);
            boxes.put(question.role(), box);
        }
        Object[] options = {texts.get("crs.open"), texts.get("dialog.cancel")};
        JOptionPane pane = new JOptionPane(
                panel, JOptionPane.QUESTION_MESSAGE, JOptionPane.DEFAULT_OPTION, null, options, options[0]);
        JDialog dialog = pane.createDialog(owner, texts.get("app"));
        dialog.setName("crs.dialog");
        dialog.setVisible(true);
        dialog.dispose();
        if (!options[0].equals(pane.getValue())) {
            return Optional.empty();
        }
        Map<String, String> codes = new LinkedHashMap<>();
        boxes.forEach((role, box) -> codes.put(role, ((Line) box.getSelectedItem()).code()));
        return Optional.of(codes);
    }

    private static JTextArea note(String text) {
        JTextArea note = new JTextArea(text);
        note.setEditable(false);
        note.setFocusable(false);
        note.setOpaque(false);
        note.setLineWrap(true);
        note.setWrapStyleWord(true);
        note.setFont(UIManager.getFont("Label.font"));
        note.setForeground(UIManager.getColor("Zhenjie.muted"));
        return note;
    }
}
