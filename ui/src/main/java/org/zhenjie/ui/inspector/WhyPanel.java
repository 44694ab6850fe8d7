package org.zhenjie.ui.inspector;

import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javax.swing.ButtonGroup;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JFormattedTextField;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSpinner;
import javax.swing.JToggleButton;
import javax.swing.SpinnerNumberModel;
import javax.swing.UIManager;
import net.miginfocom.swing.MigLayout;
import org.zhenjie.scenarios.explain.Deadlock;
import org.zhenjie.scenarios.explain.Explainer;
import org.zhenjie.scenarios.session.Edit;
import org.zhenjie.scenarios.session.TownFigures;
import org.zhenjie.scenarios.session.Why;
import org.zhenjie.scenarios.study.TownKind;
import org.zhenjie.ui.text.Texts;
import org.zhenjie.ui.workspace.Side;
import org.zhenjie.ui.workspace.Workspace;

/**
 * Why a town has what it has, what posts more or fewer would do, and changes that people try: a pin, another size of a pool, a street. What it says of a town stays until it
 * knows better, so that nothing moves under the pointer while the plan bends.
 */
final class WhyPanel extends JPanel {
    private static final int MOST_OPTIONS = 5;
    private static final int MOST_POSTS = 1_000_000;

    private final transient Workspace workspace;
    private final transient Texts texts;
    private Side side = Side.B;
    private transient Optional<TownFigures> town = Optional.empty();
    /** Id of the pool that was chosen last. */
    private String chosen = "";

    private final JPanel content = new JPanel(new MigLayout("insets 0, gap 8 3, hidemode 3", "[grow,fill][right]", ""));
    private int by = 1;

    WhyPanel(Workspace workspace, Texts texts) {
        super(new MigLayout("insets 0, gap 0", "[grow,fill]", ""));
        this.workspace = workspace;
        this.texts = texts;
        setName("why");
        add(content, "growx, wmin 0");
    }

    /** Asks anew about the selected town on a side. */
    void ask(TownFigures about, Side ofSide) {
        if (ofSide != side || !town.map(TownFigures::code).equals(Optional.of(about.code()))) {
            content.removeAll();
        }
        town = Optional.of(about);
        side = ofSide;
        ask();
    }

    private void ask() {
        workspace.why(side, by, texts.locale(), this::show);
    }

    private void show(Optional<Why> answer) {
        content.removeAll();
        answer.ifPresent(why -> {
            content.add(label("why.state", why.state()), "span, growx, wmin 0, wrap");
            pins(why.pools());
            steps();
            options(why.options());
            costs(why.costs());
        });
        content.revalidate();
        content.repaint();
    }

    private void costs(List<Explainer.Cost> costs) {
        for (int i = 0; i < costs.size(); i++) {
            Explainer.Cost cost = costs.get(i);
            content.add(label("why.cost." + i, cost.rule() + "  " + cost.words()), "growx, wmin 0");
            content.add(plain("why.cost." + i + ".amount", texts.number(cost.cost())), "aligny top, wrap");
        }
    }

    private void steps() {
        JPanel row = new JPanel(new MigLayout("insets 6 0 2 0, gap 4", "", ""));
        row.add(plain("why.whatif", texts.get("why.whatif")));
        ButtonGroup group = new ButtonGroup();
        for (int step : new int[] {-3, -1, 1, 3}) {
            JToggleButton button = new JToggleButton(texts.signed(step), step == by);
            button.setName("why.step." + step);
            button.putClientProperty("JButton.buttonType", "toolBarButton");
            button.getAccessibleContext().setAccessibleName(texts.get("why.whatif") + " " + texts.signed(step));
            button.addActionListener(event -> {
                by = step;
                ask();
            });
            group.add(button);
            row.add(button);
        }
        content.add(row, "span, growx, wrap");
    }

    private void options(List<Explainer.Option> options) {
        for (int i = 0; i < Math.min(MOST_OPTIONS, options.size()); i++) {
            Explainer.Option option = options.get(i);
            String words = option.isAllowed()
                    ? option.words()
                    : option.words() + " — " + String.join(Deadlock.separator(texts.locale()), option.forbidden());
            JLabel label = label("why.option." + i, words);
            if (!option.isAllowed()) {
                label.setForeground(UIManager.getColor("Zhenjie.warning"));
            }
            content.add(label, "span, growx, wmin 0, wrap");
            String price = option.shortfall() == 0
                    ? signed(option.cost())
                    : texts.get("why.short", signed(option.shortfall()), signed(option.cost()));
            JLabel cost = plain("why.option." + i + ".cost", price);
            cost.setForeground(UIManager.getColor("Zhenjie.muted"));
            content.add(cost, "span, growx, wmin 0, gapbottom 3, wrap");
        }
    }

    private String signed(long number) {
        return (number > 0 ? "+" : "") + texts.number(number);
    }

    private void pins(List<Explainer.Share> pools) {
        pools.stream()
                .filter(Explainer.Share::pinned)
                .forEach(share -> content.add(
                        label(
                                "why.pinned." + share.pool(),
                                texts.get("why.pinned", texts.name(share.name()), share.posts())),
                        "span, growx, wmin 0, wrap"));
        if (pools.isEmpty()) {
            return;
        }
        content.add(new EditPanel(pools), "span, growx, wmin 0, gaptop 6, wrap");
    }

    /** What people may change here, one row for each. */
    private final class EditPanel extends JPanel {
        private final transient List<Explainer.Share> pools;
        private final JComboBox<String> pool;
        private final JSpinner posts = spinner("why.posts");
        private final JSpinner size = spinner("why.size");
        private final JLabel problem = label("why.problem", "");

        EditPanel(List<Explainer.Share> pools) {
            super(new MigLayout("insets 0, gap 4, hidemode 3", "[][grow,fill][fill]", ""));
            this.pools = pools;
            pool = new JComboBox<>(
                    pools.stream().map(share -> texts.name(share.name())).toArray(String[]::new));
            pool.setName("why.pool");
            pool.getAccessibleContext().setAccessibleName(texts.get("why.pool"));
            IntStream.range(0, pools.size())
                    .filter(i -> pools.get(i).pool().equals(chosen))
                    .forEach(pool::setSelectedIndex);
            pool.addActionListener(event -> show(share()));
            show(share());
            add(pool, "span, growx, wmin 60, wrap");
            row("posts", posts, button("why.pin", () -> change(posts, value -> new Edit.Pin(chosen, code(), value))));
            row("size", size, button("why.resize", () -> change(size, value -> new Edit.PoolSize(chosen, value))));
            problem.setForeground(UIManager.getColor("Zhenjie.warning"));
            problem.setVisible(false);
            add(problem, "span, growx, wmin 0, wrap");
            JButton street = button("why.street", () -> make(new Edit.Street(code())));
            street.setVisible(town.orElseThrow().kind() == TownKind.TOWN
                    || town.orElseThrow().kind() == TownKind.TOWNSHIP);
            add(street, "span, split 2, growx, wmin 50");
            add(button("why.undo", () -> workspace.undo(side, texts.locale())), "growx, wmin 50");
        }

        private Explainer.Share share() {
            return pools.get(pool.getSelectedIndex());
        }

        private void show(Explainer.Share share) {
            chosen = share.pool();
            posts.setValue(share.posts());
            size.setValue(share.size());
        }

        private void row(String key, JSpinner figure, JButton button) {
            JLabel words = new JLabel(texts.get("why." + key));
            words.setLabelFor(figure);
            add(words);
            add(figure, "wmin 50");
            add(button, "wrap");
        }

        /** What was typed stays as it is, to be corrected, where it is no number that fits. */
        private void change(JSpinner figure, IntFunction<Edit> edit) {
            boolean fits = true;
            try {
                figure.commitEdit();
            } catch (ParseException e) {
                fits = false;
            }
            problem.setText("<html>" + Texts.html(texts.get("why.noNumber", texts.number(MOST_POSTS))) + "</html>");
            problem.setVisible(!fits);
            if (fits) {
                make(edit.apply((Integer) figure.getValue()));
            }
        }

        private JButton button(String key, Runnable work) {
            JButton button = new JButton(texts.get(key));
            button.setName(key);
            button.setToolTipText(texts.get(key + ".tip"));
            button.addActionListener(event -> work.run());
            return button;
        }

        private static JSpinner spinner(String name) {
            JSpinner spinner = new JSpinner(new SpinnerNumberModel(0, 0, MOST_POSTS, 1));
            spinner.setName(name);
            ((JSpinner.DefaultEditor) spinner.getEditor())
                    .getTextField()
                    .setFocusLostBehavior(JFormattedTextField.COMMIT);
            return spinner;
        }
    }

    private String code() {
        return town.orElseThrow().code();
    }

    private void make(Edit edit) {
        workspace.change(side, edit, texts.locale());
    }

    private static JLabel label(String name, String text) {
        return plain(name, "<html>" + Texts.html(text) + "</html>");
    }

    private static JLabel plain(String name, String text) {
        JLabel label = new JLabel(text);
        label.setName(name);
        return label;
    }
}
