package org.zhenjie.ui.inspector;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import javax.swing.BorderFactory;
import javax.swing.ButtonGroup;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSeparator;
import javax.swing.JToggleButton;
import javax.swing.Scrollable;
import javax.swing.SwingConstants;
import javax.swing.UIManager;
import net.miginfocom.swing.MigLayout;
import org.zhenjie.scenarios.indicator.Indicator;
import org.zhenjie.scenarios.session.TownFigures;
import org.zhenjie.scenarios.session.TownFigures.PlatformFigures;
import org.zhenjie.scenarios.session.TownFigures.Receipt;
import org.zhenjie.ui.text.Texts;
import org.zhenjie.ui.workspace.Change;
import org.zhenjie.ui.workspace.Side;
import org.zhenjie.ui.workspace.Workspace;

/** The panel of the selected town: who it is, its posts by platform, what it received and what it costs. */
public final class Inspector extends JPanel {

    private final transient Workspace workspace;
    private final transient Texts texts;
    private final JPanel content = new Sheet();
    private final JToggleButton buttonA;
    private final JToggleButton buttonB;
    private final WhyPanel why;
    private Side side = Side.B;

    public Inspector(Workspace workspace, Texts texts) {
        super(new BorderLayout());
        this.workspace = workspace;
        this.texts = texts;
        this.why = new WhyPanel(workspace, texts);
        setName("inspector");
        getAccessibleContext().setAccessibleName(texts.get("inspector"));
        buttonA = sideButton(Side.A);
        buttonB = sideButton(Side.B);
        ButtonGroup group = new ButtonGroup();
        group.add(buttonA);
        group.add(buttonB);
        JPanel head = new JPanel(new MigLayout("insets 6 12 6 12, gap 0", "[grow][][]", ""));
        JLabel title = new JLabel(texts.get("inspector"));
        title.putClientProperty("FlatLaf.styleClass", "h4");
        head.add(title);
        head.add(buttonA);
        head.add(buttonB);
        add(head, BorderLayout.NORTH);
        JScrollPane scroll = new JScrollPane(content);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.getVerticalScrollBar().setUnitIncrement(16);
        add(scroll, BorderLayout.CENTER);
        workspace.onChange(this::changed);
        refresh();
    }

    private JToggleButton sideButton(Side of) {
        JToggleButton button = new JToggleButton(of.name(), of == side);
        button.setName("inspector.side." + of);
        button.setToolTipText(texts.get("inspector.side", of.name()));
        button.getAccessibleContext().setAccessibleName(texts.get("inspector.side", of.name()));
        button.putClientProperty("JButton.buttonType", "toolBarButton");
        button.addActionListener(event -> {
            side = of;
            refresh();
        });
        return button;
    }

    private void changed(Change change) {
        if (change == Change.TOWN || change == Change.SIDES || change == Change.STUDY) {
            refresh();
        }
    }

    private void refresh() {
        content.removeAll();
        Optional<String> code = workspace.town();
        Optional<TownFigures> town = code.flatMap(one -> workspace.figures(side).flatMap(figures -> figures.town(one)));
        if (town.isPresent()) {
            fill(town.get(), workspace.figures(side).orElseThrow().planned());
        } else {
            String hint = code.isPresent() ? texts.get("inspector.gone", side.name()) : texts.get("inspector.hint");
            JLabel label = new JLabel("<html>" + Texts.html(hint) + "</html>");
            label.setName("inspector.hint");
            label.setForeground(muted());
            content.add(label, "span, growx, wmin 0, wrap");
        }
        content.revalidate();
        content.repaint();
    }

    private void fill(TownFigures town, boolean planned) {
        JLabel name = label("inspector.name", texts.name(town.name()));
        name.putClientProperty("FlatLaf.styleClass", "h2");
        content.add(name, "span, wmin 0, wrap");
        content.add(muted("inspector.place", place(town)), "span, growx, wmin 0, wrap");
        content.add(facts(town), "span, growx, gaptop 8, wrap");
        heading("inspector.staffing");
        content.add(platforms(town), "span, growx, wrap");
        if (planned) {
            heading("inspector.why");
            content.add(why, "span, growx, wmin 0, wrap");
            why.ask(town, side);
        }
        services(town);
        if (planned) {
            heading("inspector.received");
            receipts(town.receipts());
            heading("inspector.costs");
            costs(town.costs());
        } else {
            content.add(
                    muted("inspector.unplanned", "<html>" + Texts.html(texts.get("inspector.unplanned")) + "</html>"),
                    "span, growx, wmin 0, gaptop 10, wrap");
        }
    }

    private String place(TownFigures town) {
        String other =
                texts.isChinese() ? town.name().en() : texts.fonts().displayName(town.name(), java.util.Locale.CHINESE);
        String zones = town.zones().stream().map(texts::name).collect(Collectors.joining(", "));
        return (other.equals(texts.name(town.name())) ? "" : other + " · ")
                + texts.get("kind." + town.kind()) + " · " + texts.name(town.county())
                + (zones.isEmpty() ? "" : " · " + zones) + " · " + town.code();
    }

    private JPanel facts(TownFigures town) {
        JPanel grid = new JPanel(new MigLayout("insets 0, gap 12 2, wrap 3", "[grow, sg][grow, sg][grow, sg]", ""));
        fact(grid, "people", texts.number(town.people()));
        fact(grid, "area", texts.number(town.areaKm2(), 1));
        fact(grid, "density", whole(town.value(Indicator.Plain.DENSITY)));
        fact(grid, "need", texts.number(town.need()));
        fact(grid, "held", texts.number(town.held()));
        fact(grid, "after", texts.number(town.after()));
        fact(grid, "ratio", texts.percent(town.ratio()));
        fact(grid, "shortfall", texts.number(town.shortfall()));
        fact(grid, "peoplePerPost", whole(town.peoplePerPost()));
        return grid;
    }

    private String whole(OptionalDouble value) {
        return value.isPresent() ? texts.number(Math.round(value.getAsDouble())) : Texts.NONE;
    }

    private void fact(JPanel grid, String key, String value) {
        JPanel cell = new JPanel(new MigLayout("insets 2 0 4 0, gap 0, wrap 1", "[grow]", ""));
        JLabel figure = label("inspector." + key, value);
        figure.putClientProperty("FlatLaf.styleClass", "h3");
        JLabel words = muted("inspector." + key + ".label", texts.get("fact." + key));
        words.setToolTipText(words.getText());
        cell.add(words, "wmin 0");
        cell.add(figure, "wmin 0");
        figure.getAccessibleContext().setAccessibleName(texts.get("fact." + key) + " " + value);
        grid.add(cell, "growx");
    }

    private JPanel platforms(TownFigures town) {
        JPanel grid = new JPanel(
                new MigLayout("insets 0, gap 10 3, wrap 5", "[grow,fill]12[right]12[right]12[right]12[right]", ""));
        grid.add(muted("platform.head", texts.get("platform")));
        for (String key : List.of("need", "held", "plus", "after")) {
            grid.add(muted("platform.head." + key, texts.get("platform." + key)));
        }
        for (PlatformFigures platform : town.platforms()) {
            String id = "platform." + platform.platform().en() + ".";
            JLabel name = label(id + "name", texts.name(platform.platform()));
            name.setToolTipText(name.getText());
            grid.add(name, "wmin 40");
            grid.add(label(id + "need", texts.number(platform.need())));
            grid.add(label(id + "held", texts.number(platform.held())));
            grid.add(label(id + "plus", texts.signed(platform.granted() + platform.sent())));
            JLabel after = label(id + "after", texts.number(platform.after()));
            if (platform.shortfall() > 0) {
                after.setForeground(UIManager.getColor("Zhenjie.warning"));
                after.setToolTipText(texts.get("platform.short", texts.number(platform.shortfall())));
            }
            grid.add(after);
        }
        return grid;
    }

    private void services(TownFigures town) {
        List<Indicator> reaches = town.values().keySet().stream()
                .filter(Indicator.Reach.class::isInstance)
                .sorted(java.util.Comparator.comparing(Indicator::id))
                .toList();
        if (!reaches.isEmpty()) {
            heading("inspector.services");
        }
        for (Indicator reach : reaches) {
            content.add(label(reach.id() + ".name", texts.name(((Indicator.Reach) reach).kindName())), "growx, wmin 0");
            content.add(label(reach.id(), texts.percent(town.value(reach))), "wrap");
        }
    }

    private void receipts(List<Receipt> receipts) {
        if (receipts.isEmpty()) {
            content.add(muted("inspector.received.none", texts.get("inspector.nothing")), "span, wrap");
        }
        for (int i = 0; i < receipts.size(); i++) {
            Receipt receipt = receipts.get(i);
            String detail = texts.name(receipt.platform()) + " · " + texts.name(receipt.quotaType())
                    + (receipt.km().isPresent()
                            ? " · " + texts.get("km", texts.number(receipt.km().getAsDouble(), 1))
                            : "");
            String text = "<html>" + Texts.html(texts.name(receipt.from())) + "<br><span style='color:" + css(muted())
                    + "'>" + Texts.html(detail) + "</span></html>";
            content.add(label("received." + i, text), "growx, wmin 0");
            content.add(label("received." + i + ".posts", texts.signed(receipt.posts())), "aligny top, wrap");
        }
    }

    private void costs(List<TownFigures.Cost> costs) {
        if (costs.isEmpty()) {
            content.add(muted("inspector.costs.none", texts.get("inspector.nothing")), "span, wrap");
        }
        for (TownFigures.Cost cost : costs) {
            String text =
                    "<html><b>" + cost.rule() + "</b>  " + Texts.html(texts.get("rule." + cost.rule())) + "</html>";
            content.add(label("cost." + cost.rule() + ".name", text), "growx, wmin 0");
            content.add(label("cost." + cost.rule(), texts.number(cost.amount())), "aligny top, wrap");
        }
    }

    private void heading(String key) {
        content.add(new JSeparator(), "span, growx, gaptop 10, wrap");
        JLabel heading = new JLabel(texts.get(key));
        heading.putClientProperty("FlatLaf.styleClass", "h4");
        content.add(heading, "span, gapbottom 2, wrap");
    }

    private static JLabel label(String name, String text) {
        JLabel label = new JLabel(text);
        label.setName(name);
        return label;
    }

    private static JLabel muted(String name, String text) {
        JLabel label = label(name, text);
        label.setForeground(muted());
        label.putClientProperty("FlatLaf.styleClass", "small");
        return label;
    }

    private static Color muted() {
        return UIManager.getColor("Zhenjie.muted");
    }

    private static String css(Color colour) {
        return "#%06x".formatted(colour.getRGB() & 0xFFFFFF);
    }

    /** As wide as its window, however long its texts are. */
    private static final class Sheet extends JPanel implements Scrollable {
        Sheet() {
            super(new MigLayout("insets 0 12 12 12, gap 8 3, hidemode 3", "[grow,fill][right]", ""));
        }

        @Override
        public Dimension getPreferredScrollableViewportSize() {
            return getPreferredSize();
        }

        @Override
        public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
            return 16;
        }

        @Override
        public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
            return orientation == SwingConstants.VERTICAL ? visible.height : visible.width;
        }

        @Override
        public boolean getScrollableTracksViewportWidth() {
            return true;
        }

        @Override
        public boolean getScrollableTracksViewportHeight() {
            return getParent() != null
                    && getPreferredSize().height < getParent().getHeight();
        }
    }
}
