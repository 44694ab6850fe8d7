package org.zhenjie.ui.scenario;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Component;
import java.awt.EventQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.swing.BorderFactory;
import javax.swing.DefaultListModel;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ListCellRenderer;
import javax.swing.ListSelectionModel;
import javax.swing.UIManager;
import net.miginfocom.swing.MigLayout;
import org.zhenjie.scenarios.session.Result;
import org.zhenjie.scenarios.session.ScenarioEntry;
import org.zhenjie.ui.solve.SolvePanel;
import org.zhenjie.ui.text.Texts;
import org.zhenjie.ui.workspace.Change;
import org.zhenjie.ui.workspace.Workspace;

/** The scenarios with their states and prices; the chosen one is what Solve and Export act on. */
public final class ScenarioList extends JPanel {
    private static final int MOST_REFORMS = 12;

    private final transient Workspace workspace;
    private final transient Texts texts;
    private final DefaultListModel<ScenarioEntry> model = new DefaultListModel<>();
    private final JList<ScenarioEntry> list = new JList<>(model) {
        @Override
        public boolean getScrollableTracksViewportWidth() {
            return true; // long names are shortened, never scrolled
        }
    };
    private boolean filling;

    public ScenarioList(Workspace workspace, Texts texts) {
        super(new BorderLayout());
        this.workspace = workspace;
        this.texts = texts;
        JLabel title = new JLabel(texts.get("scenarios"));
        title.putClientProperty("FlatLaf.styleClass", "h4");
        title.setBorder(BorderFactory.createEmptyBorder(10, 12, 8, 12));
        title.setLabelFor(list);
        list.setName("scenarios");
        list.getAccessibleContext().setAccessibleName(texts.get("scenarios"));
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setCellRenderer(new Card());
        list.addListSelectionListener(event -> {
            if (!filling && !event.getValueIsAdjusting() && list.getSelectedValue() != null) {
                workspace.choose(list.getSelectedValue().id());
            }
        });
        JScrollPane scroll = new JScrollPane(list);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        add(title, BorderLayout.NORTH);
        add(scroll, BorderLayout.CENTER);
        workspace.onChange(this::changed);
        refresh();
    }

    private void changed(Change change) {
        if (change == Change.STUDY) {
            EventQueue.invokeLater(list::requestFocusInWindow); // once it is on the screen
        }
        if (change == Change.STUDY || change == Change.SCENARIOS || change == Change.CHOICE) {
            refresh();
        }
    }

    private void refresh() {
        filling = true;
        model.clear();
        workspace.scenarios().stream().filter(entry -> !entry.isToday()).forEach(model::addElement);
        Optional<ScenarioEntry> choice = workspace.choice();
        list.setSelectedIndex(choice.map(model::indexOf).orElse(-1));
        filling = false;
    }

    /** What stands under a scenario's name. */
    static String resultText(ScenarioEntry entry, Texts texts) {
        if (entry.result().isEmpty()) {
            return entry.reforms().isEmpty()
                    ? texts.get("scenario.noReforms")
                    : texts.get("scenario.reforms", entry.reforms().size());
        }
        Result result = entry.result().get();
        String price = SolvePanel.shortWords(texts, result.price());
        if (result.price().broken() > 0) {
            return price;
        }
        if (result.avoidableShortfall() > 0) {
            return texts.get("scenario.avoidable", price, texts.number(result.avoidableShortfall()));
        }
        return result.gap().isPresent()
                ? texts.get("scenario.gap", price, texts.number(result.gap().getAsDouble() * 100, 2))
                : price;
    }

    /** The name, the price and the reforms in full. */
    static String toolTip(ScenarioEntry entry, Texts texts) {
        List<String> lines = new ArrayList<>();
        entry.result().ifPresent(result -> lines.add(SolvePanel.words(texts, result.price())));
        lines.add(resultText(entry, texts));
        entry.reforms().stream().limit(MOST_REFORMS).forEach(reform -> lines.add("• " + texts.name(reform)));
        if (entry.reforms().size() > MOST_REFORMS) {
            lines.add("…");
        }
        return "<html><b>" + Texts.html(texts.name(entry.name())) + "</b><br>"
                + lines.stream().map(Texts::html).collect(Collectors.joining("<br>")) + "</html>";
    }

    /** Two lines and a state. */
    private final class Card extends JPanel implements ListCellRenderer<ScenarioEntry> {
        private final JLabel name = new JLabel();
        private final JLabel state = new JLabel();
        private final JLabel detail = new JLabel();

        Card() {
            super(new MigLayout("insets 7 12 7 12, gap 2 2", "[grow,fill][right]", ""));
            detail.putClientProperty("FlatLaf.styleClass", "small");
            state.putClientProperty("FlatLaf.styleClass", "small");
            add(name, "wmin 0");
            add(state, "wrap");
            add(detail, "span, wmin 0");
        }

        @Override
        public Component getListCellRendererComponent(
                JList<? extends ScenarioEntry> owner,
                ScenarioEntry entry,
                int index,
                boolean isSelected,
                boolean hasFocus) {
            name.setText(texts.name(entry.name()));
            state.setText("● " + texts.get("state." + entry.state()));
            detail.setText(resultText(entry, texts));
            setToolTipText(toolTip(entry, texts));
            setBackground(isSelected ? owner.getSelectionBackground() : owner.getBackground());
            Color text = isSelected ? owner.getSelectionForeground() : owner.getForeground();
            name.setForeground(text);
            detail.setForeground(isSelected ? text : UIManager.getColor("Zhenjie.muted"));
            state.setForeground(isSelected ? text : UIManager.getColor("Zhenjie.state." + entry.state()));
            getAccessibleContext().setAccessibleName(name.getText() + ", " + state.getText() + ", " + detail.getText());
            return this;
        }

        @Override
        public void updateUI() {
            super.updateUI();
            if (name != null) {
                name.updateUI();
                state.updateUI();
                detail.updateUI();
            }
        }
    }
}
