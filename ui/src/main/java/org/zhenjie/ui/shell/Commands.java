package org.zhenjie.ui.shell;

import java.awt.Component;
import java.awt.Dimension;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.ButtonGroup;
import javax.swing.DefaultComboBoxModel;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JButton;
import javax.swing.JCheckBoxMenuItem;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.JRadioButtonMenuItem;
import javax.swing.JToolBar;
import javax.swing.KeyStroke;
import org.zhenjie.scenarios.indicator.Indicator;
import org.zhenjie.scenarios.map.MapStyle.Layer;
import org.zhenjie.scenarios.session.Studies;
import org.zhenjie.ui.export.Exporter;
import org.zhenjie.ui.text.Texts;
import org.zhenjie.ui.workspace.Change;
import org.zhenjie.ui.workspace.Workspace;

/** Everything that can be asked for, as menus and as a tool bar; enabled when it can be done. */
final class Commands {

    private static final List<Integer> SECONDS = List.of(5, 10, 30, 60, 300);
    private static final Set<Layer> SWITCHED =
            EnumSet.of(Layer.LABELS, Layer.COUNTIES, Layer.ZONES, Layer.GROUPS, Layer.POINTS, Layer.FINDINGS);

    private final MainWindow window;
    private final Workspace workspace;
    private final Texts texts;
    private final Settings settings;
    private final Exporter exporter;
    private final Command open;
    private final Command solve;
    private final Command cancel;
    private final Command fit;
    private final Command findings;
    private final List<Command> planExports;
    private final Command mapExport;

    Commands(MainWindow window, Texts texts, Settings settings, Exporter exporter) {
        this.window = window;
        this.workspace = window.workspace();
        this.texts = texts;
        this.settings = settings;
        this.exporter = exporter;
        open = command("open", window::askForStudy).icon("open").key("ctrl O");
        solve = command("solve", window::solve).icon("solve").key("F5");
        cancel = command("cancel", workspace::cancel).icon("cancel").key("shift F5");
        fit = command("fit", window.view()::fit).icon("fit").key("ctrl 0");
        findings = command("findings", window::showFindings).key("ctrl F");
        planExports = Stream.of(Exporter.Form.values())
                .map(form -> command("export." + form.ending(), () -> exporter.exportPlan(form)))
                .toList();
        mapExport = command("export.png", exporter::exportMaps);
        workspace.onChange(change -> enable());
        enable();
    }

    private Command command(String key, Runnable work) {
        return new Command(texts.get("command." + key), texts.get("tip." + key), work);
    }

    Command open() {
        return open;
    }

    private void enable() {
        boolean free = workspace
                .busyWith()
                .filter(busy -> busy != Workspace.Busy.READING)
                .isEmpty();
        open.setEnabled(free);
        solve.setEnabled(!workspace.isSolving()
                && workspace.choice().filter(entry -> !entry.isToday()).isPresent());
        cancel.setEnabled(workspace.isSolving());
        fit.setEnabled(workspace.study().isPresent());
        findings.setEnabled(workspace.study().isPresent());
        planExports.forEach(export -> export.setEnabled(free && exporter.hasPlan()));
        mapExport.setEnabled(free && workspace.study().isPresent());
    }

    JMenuBar menuBar() {
        JMenuBar bar = new JMenuBar();
        bar.setName("menus");
        JMenu study = menu("study");
        study.add(item(open, "open"));
        JMenu export = menu("export");
        forEachPlanExport((name, one) -> export.add(item(one, "export." + name)));
        export.add(item(mapExport, "export.png"));
        study.add(export);
        study.addSeparator();
        study.add(item(command("quit", window::close).key("ctrl Q"), "quit"));
        JMenu plan = menu("plan");
        plan.add(item(solve, "solve"));
        plan.add(item(cancel, "cancel"));
        JMenu view = menu("view");
        view.add(item(fit, "fit"));
        view.addSeparator();
        SWITCHED.forEach(layer -> view.add(layerItem(layer)));
        view.addSeparator();
        view.add(item(findings, "findings"));
        view.addSeparator();
        view.add(lookItem());
        view.add(languages());
        bar.add(study);
        bar.add(plan);
        bar.add(view);
        return bar;
    }

    private void forEachPlanExport(BiConsumer<String, Command> use) {
        for (Exporter.Form form : Exporter.Form.values()) {
            use.accept(form.ending(), planExports.get(form.ordinal()));
        }
    }

    private JMenu menu(String key) {
        Command words = command("menu." + key, () -> {});
        JMenu menu = new JMenu(words);
        menu.setToolTipText(null);
        menu.setName("menu." + key);
        return menu;
    }

    private static JMenuItem item(Command command, String name) {
        JMenuItem item = new JMenuItem(command);
        item.setName("menu." + name);
        item.setToolTipText(null);
        return item;
    }

    private JCheckBoxMenuItem layerItem(Layer layer) {
        JCheckBoxMenuItem item = new JCheckBoxMenuItem(
                texts.get("layer." + layer), settings.layers().contains(layer));
        item.setName("layer." + layer);
        item.addActionListener(event -> {
            Set<Layer> layers = settings.layers();
            if (item.isSelected()) {
                layers.add(layer);
            } else {
                layers.remove(layer);
            }
            window.useLayers(layers);
        });
        return item;
    }

    private JCheckBoxMenuItem lookItem() {
        JCheckBoxMenuItem item = new JCheckBoxMenuItem(texts.get("dark"), settings.isDark());
        item.setName("menu.dark");
        item.addActionListener(event -> window.useDark(item.isSelected()));
        return item;
    }

    private JMenu languages() {
        JMenu menu = menu("language");
        ButtonGroup group = new ButtonGroup();
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            boolean chinese = locale.getLanguage().equals("zh");
            JRadioButtonMenuItem item = new JRadioButtonMenuItem(
                    chinese ? texts.fonts().showsChinese() ? "简体中文" : "Chinese" : "English",
                    chinese == texts.isChinese());
            item.setName("language." + locale.getLanguage());
            item.addActionListener(event -> window.use(locale));
            group.add(item);
            menu.add(item);
        }
        return menu;
    }

    JToolBar toolBar() {
        JToolBar bar = new JToolBar();
        bar.setName("tools");
        bar.setFloatable(false);
        bar.setBorder(BorderFactory.createEmptyBorder(4, 8, 4, 8));
        bar.add(button(open, "open", true));
        bar.addSeparator();
        bar.add(button(solve, "solve", true));
        bar.add(seconds());
        bar.add(button(cancel, "cancel", true));
        bar.addSeparator();
        bar.add(indicatorLabelled(bar));
        bar.add(button(fit, "fit", false));
        bar.addSeparator();
        bar.add(exportButton());
        bar.add(Box.createHorizontalGlue());
        Locale other = texts.isChinese() ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
        bar.add(button(
                new Command(
                                texts.isChinese() || !texts.fonts().showsChinese() ? "English" : "中文",
                                texts.get("tip.language"),
                                () -> window.use(other))
                        .icon("language"),
                "language",
                true));
        bar.add(button(
                new Command("", texts.get("tip.theme"), () -> window.useDark(!settings.isDark())).icon("theme"),
                "theme",
                false));
        return bar;
    }

    private static JButton button(Command command, String name, boolean withText) {
        JButton button = new JButton(command);
        button.setName(name);
        button.setFocusable(true);
        button.setHideActionText(!withText);
        button.setIconTextGap(6);
        Object keys = command.getValue(javax.swing.Action.ACCELERATOR_KEY);
        Object tip = command.getValue(javax.swing.Action.SHORT_DESCRIPTION);
        button.setToolTipText(keys instanceof KeyStroke stroke ? tip + "  (" + words(stroke) + ")" : (String) tip);
        button.getAccessibleContext().setAccessibleName((String) tip);
        return button;
    }

    private static String words(KeyStroke stroke) {
        String modifiers = java.awt.event.InputEvent.getModifiersExText(stroke.getModifiers());
        String key = java.awt.event.KeyEvent.getKeyText(stroke.getKeyCode());
        return modifiers.isEmpty() ? key : modifiers + "+" + key;
    }

    private JComboBox<Integer> seconds() {
        JComboBox<Integer> combo = new JComboBox<>(SECONDS.toArray(Integer[]::new));
        combo.setName("solve.seconds");
        combo.setToolTipText(texts.get("tip.seconds"));
        combo.getAccessibleContext().setAccessibleName(texts.get("tip.seconds"));
        combo.setRenderer(new DefaultListCellRenderer() {
            @Override
            public Component getListCellRendererComponent(
                    JList<?> list, Object value, int index, boolean isSelected, boolean hasFocus) {
                return super.getListCellRendererComponent(
                        list, texts.get("seconds", value), index, isSelected, hasFocus);
            }
        });
        combo.setSelectedItem(settings.solveSeconds());
        combo.addActionListener(event -> settings.setSolveSeconds((Integer) combo.getSelectedItem()));
        combo.setMaximumSize(combo.getPreferredSize());
        return combo;
    }

    private JComboBox<Indicator> indicatorLabelled(JToolBar bar) {
        JComboBox<Indicator> combo = new JComboBox<>(indicators());
        combo.setName("indicator");
        combo.setMaximumRowCount(30);
        combo.setToolTipText(texts.get("tip.indicator"));
        combo.getAccessibleContext().setAccessibleName(texts.get("tip.indicator"));
        combo.setRenderer(new DefaultListCellRenderer() {
            @Override
            public Component getListCellRendererComponent(
                    JList<?> list, Object value, int index, boolean isSelected, boolean hasFocus) {
                String title = value instanceof Indicator one ? one.name(texts.locale()) : "";
                return super.getListCellRendererComponent(list, title, index, isSelected, hasFocus);
            }
        });
        combo.setSelectedItem(workspace.indicator());
        combo.addActionListener(event -> {
            if (combo.getSelectedItem() instanceof Indicator chosen) {
                workspace.show(chosen);
            }
        });
        combo.setMaximumSize(new Dimension(280, combo.getPreferredSize().height));
        workspace.onChange(change -> {
            if (change == Change.STUDY) {
                combo.setModel(new DefaultComboBoxModel<>(indicators()));
                combo.setSelectedItem(workspace.indicator());
            }
        });
        Command words = command("indicator", combo::requestFocusInWindow);
        JLabel label = new JLabel((String) words.getValue(javax.swing.Action.NAME));
        label.setDisplayedMnemonic((Integer) words.getValue(javax.swing.Action.MNEMONIC_KEY));
        label.setLabelFor(combo);
        label.setBorder(BorderFactory.createEmptyBorder(0, 4, 0, 6));
        bar.add(label);
        return combo;
    }

    private Indicator[] indicators() {
        return workspace
                .study()
                .map(Studies.OpenStudy::indicators)
                .orElse(List.of(workspace.indicator()))
                .toArray(Indicator[]::new);
    }

    private JButton exportButton() {
        JButton button = new JButton();
        JPopupMenu menu = new JPopupMenu();
        forEachPlanExport((name, one) -> menu.add(item(one, "popup." + name)));
        menu.add(item(mapExport, "popup.png"));
        menu.setName("export.menu");
        button.setAction(command("export", () -> menu.show(button, 0, button.getHeight()))
                .icon("export"));
        button.setName("export");
        button.setIconTextGap(6);
        button.getAccessibleContext().setAccessibleName(texts.get("tip.export"));
        return button;
    }
}
