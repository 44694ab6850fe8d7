package org.zhenjie.ui.solve;

import java.util.List;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.UIManager;
import net.miginfocom.swing.MigLayout;
import org.zhenjie.scenarios.session.Price;
import org.zhenjie.ui.text.Texts;
import org.zhenjie.ui.workspace.Change;
import org.zhenjie.ui.workspace.SolveView;
import org.zhenjie.ui.workspace.Workspace;

/** The running solve, or the last one; not there before the first. */
public final class SolvePanel extends JPanel {

    private final transient Workspace workspace;
    private final transient Texts texts;
    private final JLabel title = new JLabel();
    private final JLabel price = new JLabel();
    private final JLabel times = new JLabel();
    private final PriceChart chart = new PriceChart();
    private final JLabel chartCaption = new JLabel(" ");
    private final LevelBars bars = new LevelBars();

    public SolvePanel(Workspace workspace, Texts texts) {
        super(new MigLayout("insets 10 12 12 12, gap 4, wrap 1, hidemode 3", "[grow,fill]", ""));
        this.workspace = workspace;
        this.texts = texts;
        setName("solve.panel");
        getAccessibleContext().setAccessibleName(texts.get("solve.panel"));
        title.setName("solve.title");
        title.putClientProperty("FlatLaf.styleClass", "h4");
        price.setName("solve.price");
        times.setName("solve.times");
        styled(times);
        styled(chartCaption);
        bars.setToolTipText(texts.get("solve.bars"));
        add(title, "wmin 0");
        add(price, "wmin 0");
        add(times, "wmin 0");
        add(chartCaption, "wmin 0, gaptop 4");
        add(chart, "wmin 0");
        add(caption("solve.bars"), "wmin 0, gaptop 6");
        add(bars, "wmin 0");
        workspace.onChange(this::changed);
        refresh();
    }

    private JLabel caption(String key) {
        return styled(new JLabel(texts.get(key)));
    }

    private static JLabel styled(JLabel caption) {
        caption.putClientProperty("FlatLaf.styleClass", "small");
        caption.setForeground(UIManager.getColor("Zhenjie.muted"));
        return caption;
    }

    private void changed(Change change) {
        if (change == Change.SOLVE || change == Change.STUDY) {
            refresh();
        }
    }

    private void refresh() {
        setVisible(workspace.solving().isPresent());
        workspace.solving().ifPresent(view -> {
            title.setText(texts.get(titleKey(view), texts.name(view.name())));
            price.setText(view.latest()
                    .map(snapshot -> "<html>" + String.join("<br>", parts(snapshot.price())) + "</html>")
                    .orElse(texts.get("solve.starting")));
            times.setText(times(view));
            chartCaption.setText(texts.get("solve.chart." + chart.show(view.history())));
            view.latest().ifPresent(snapshot -> bars.show(snapshot.levels()));
        });
    }

    /** When the first and the best plan were found. */
    private String times(SolveView view) {
        List<SolveView.Point> found = view.history();
        return found.isEmpty()
                ? " "
                : texts.get("solve.times", seconds(found.get(0)), seconds(found.get(found.size() - 1)));
    }

    private String seconds(SolveView.Point at) {
        return texts.number(at.elapsedMillis() / 1000.0, 1);
    }

    /** A line for each part of a price that counts. */
    private List<String> parts(Price price) {
        if (price.broken() > 0) {
            return List.of(Texts.html(words(texts, price)));
        }
        String cost = Texts.html(texts.get("price.cost", texts.number(price.cost())));
        return price.shortfall() > 0
                ? List.of(Texts.html(texts.get("price.onlyShort", texts.number(price.shortfall()))), cost)
                : List.of(cost);
    }

    private static String titleKey(SolveView view) {
        if (!view.running()) {
            return "solve.done";
        }
        return view.cancelling() ? "solve.cancelling" : "solve.running";
    }

    /** A price in few words: broken rules or shortfall where there is any, else a rounded cost. */
    public static String shortWords(Texts texts, Price price) {
        if (price.broken() > 0) {
            return texts.get("price.broken", texts.number(price.broken()));
        }
        return price.shortfall() > 0
                ? texts.get("price.onlyShort", texts.number(price.shortfall()))
                : texts.get("price.cost", texts.compact(price.cost()));
    }

    /** A price in words, its worst part first. */
    public static String words(Texts texts, Price price) {
        if (price.broken() > 0) {
            return texts.get("price.broken", texts.number(price.broken()));
        }
        return price.shortfall() > 0
                ? texts.get("price.short", texts.number(price.shortfall()), texts.number(price.cost()))
                : texts.get("price.cost", texts.number(price.cost()));
    }
}
