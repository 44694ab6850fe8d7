package org.zhenjie.ui.inspector;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.swing.ButtonGroup;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSpinner;
import javax.swing.JToggleButton;
import javax.swing.SpinnerNumberModel;
import javax.swing.UIManager;
import net.miginfocom.swing.MigLayout;
import org.zhenjie.scenarios.explain.Explainer;
import org.zhenjie.scenarios.session.Why;
import org.zhenjie.ui.text.Texts;
import org.zhenjie.ui.workspace.Side;
import org.zhenjie.ui.workspace.Workspace;

/**
 * Why a town has what it has, what posts more or fewer would do, and a pin on what a pool grants it. What it says of a town stays until it
 * knows better, so that nothing moves under the pointer while the plan bends.
 */
final class WhyPanel extends JPanel {
    private static final int MOST_OPTIONS = 5;
    private static final int MOST_POSTS = 100_000;

    private final transient Workspace workspace;
    private final transient Texts texts;
    private Side side = Side.B;
    private String town = "";
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
    void ask(String ofTown, Side ofSide) {
        if (!ofTown.equals(town) || ofSide != side) {
            content.removeAll();
        }
        town = ofTown;
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
            costs(why.costs());
            steps();
            options(why.options());
            pins(why.pools());
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
            String words = option.words() + (option.isAllowed() ? "" : " — " + String.join("; ", option.forbidden()));
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
        JComboBox<String> pool = new JComboBox<>(
                pools.stream().map(share -> texts.name(share.name())).toArray(String[]::new));
        pool.setName("why.pool");
        IntStream.range(0, pools.size())
                .filter(i -> pools.get(i).pool().equals(chosen))
                .forEach(pool::setSelectedIndex);
        int now = pools.get(pool.getSelectedIndex()).posts();
        JSpinner posts = new JSpinner(new SpinnerNumberModel(now, 0, MOST_POSTS, 1));
        posts.setName("why.posts");
        pool.addActionListener(event -> {
            chosen = pools.get(pool.getSelectedIndex()).pool();
            posts.setValue(pools.get(pool.getSelectedIndex()).posts());
        });
        JButton pin = new JButton(texts.get("why.pin"));
        pin.setName("why.pin");
        pin.setToolTipText(texts.get("why.pin.tip"));
        pin.addActionListener(event -> workspace.pin(
                side, pools.get(pool.getSelectedIndex()).pool(), (Integer) posts.getValue(), texts.locale()));
        JButton undo = new JButton(texts.get("why.unpin"));
        undo.setName("why.unpin");
        undo.addActionListener(event -> workspace.unpin(side, texts.locale()));
        JPanel row = new JPanel(new MigLayout("insets 6 0 0 0, gap 4", "[grow,fill]", ""));
        row.add(pool, "wmin 60, span, wrap");
        row.add(posts, "split 3, growx, wmin 50");
        row.add(pin);
        row.add(undo);
        content.add(row, "span, growx, wmin 0, wrap");
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
