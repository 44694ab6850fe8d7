package org.zhenjie.ui.map;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Component;
import java.awt.GridLayout;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;
import javax.swing.DefaultComboBoxModel;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.UIManager;
import net.miginfocom.swing.MigLayout;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.zhenjie.scenarios.map.MapStyle;
import org.zhenjie.scenarios.map.ThematicMap;
import org.zhenjie.scenarios.session.ScenarioEntry;
import org.zhenjie.scenarios.session.StudyFinding;
import org.zhenjie.scenarios.session.TownFigures;
import org.zhenjie.ui.text.Texts;
import org.zhenjie.ui.workspace.Change;
import org.zhenjie.ui.workspace.Side;
import org.zhenjie.ui.workspace.Workspace;

/** Two maps side by side that look at the same place, each of a scenario of its own, and the legend that they share. */
public final class MapPair extends JPanel {

    private final transient Workspace workspace;
    private final transient Texts texts;
    private final transient MapSource source;
    private final transient SharedView view;
    private final transient ExecutorService painter;
    private final Map<Side, MapCanvas> canvases = new EnumMap<>(Side.class);
    private final Map<Side, JComboBox<ScenarioEntry>> combos = new EnumMap<>(Side.class);
    private final Map<Side, JLabel> states = new EnumMap<>(Side.class);
    private final LegendStrip legend;
    private transient Set<MapStyle.Layer> layers;
    private transient Envelope world = new Envelope();
    private boolean filling;

    public MapPair(
            Workspace workspace, Texts texts, SharedView view, Set<MapStyle.Layer> layers, ExecutorService painter) {
        super(new BorderLayout());
        this.workspace = workspace;
        this.texts = texts;
        this.view = view;
        this.layers = layers;
        this.painter = painter;
        this.source = new MapSource(workspace, texts);
        this.legend = new LegendStrip(texts);
        setName("maps");
        getAccessibleContext().setAccessibleName(texts.get("maps"));
        JPanel both = new JPanel(new GridLayout(1, 2, 1, 0));
        both.setBackground(UIManager.getColor("Separator.foreground"));
        for (Side side : Side.values()) {
            both.add(column(side));
        }
        add(both, BorderLayout.CENTER);
        add(legend, BorderLayout.SOUTH);
        workspace.onChange(this::changed);
        fillCombos();
        refresh();
    }

    private JPanel column(Side side) {
        JPanel column = new JPanel(new BorderLayout());
        JPanel head = new JPanel(new MigLayout("insets 6 10 6 10, gap 8", "[][][grow]", ""));
        JLabel letter = new JLabel(side.name());
        letter.putClientProperty("FlatLaf.styleClass", "h3");
        JComboBox<ScenarioEntry> combo = new JComboBox<>();
        combo.setName("side." + side);
        combo.getAccessibleContext().setAccessibleName(texts.get("side.combo", side.name()));
        combo.setToolTipText(texts.get("side.combo", side.name()));
        combo.setRenderer(new EntryRenderer());
        combo.addActionListener(event -> {
            if (!filling && combo.getSelectedItem() instanceof ScenarioEntry entry) {
                workspace.show(side, entry.id());
            }
        });
        letter.setLabelFor(combo);
        JLabel state = new JLabel();
        state.setName("side.state." + side);
        state.putClientProperty("FlatLaf.styleClass", "small");
        state.setForeground(UIManager.getColor("Zhenjie.muted"));
        head.add(letter);
        head.add(combo, "w 120:240:260, shrink 50");
        head.add(state, "growx, wmin 0");
        MapCanvas canvas = new MapCanvas(view, painter);
        canvas.setName("map." + side);
        canvas.getAccessibleContext().setAccessibleName(texts.get("map", side.name()));
        canvas.onSelect(workspace::select);
        canvas.onHover(workspace::hover);
        canvas.toolTips(town -> toolTip(side, town));
        column.add(head, BorderLayout.NORTH);
        column.add(canvas, BorderLayout.CENTER);
        canvases.put(side, canvas);
        combos.put(side, combo);
        states.put(side, state);
        return column;
    }

    private final class EntryRenderer extends DefaultListCellRenderer {
        @Override
        public Component getListCellRendererComponent(
                JList<?> list, Object value, int index, boolean isSelected, boolean hasFocus) {
            super.getListCellRendererComponent(list, value, index, isSelected, hasFocus);
            if (value instanceof ScenarioEntry entry) {
                setText(texts.name(entry.name()));
            }
            return this;
        }
    }

    private void changed(Change change) {
        switch (change) {
            case STUDY -> {
                world = new Envelope();
                fillCombos();
                refresh();
            }
            case SCENARIOS -> fillCombos();
            case SIDES -> {
                chooseCombos();
                refresh();
            }
            case INDICATOR -> refresh();
            case SOLVE -> {
                if (MapSource.isLive(workspace.indicator())) {
                    refresh();
                }
            }
            case TOWN -> canvases.values().forEach(canvas -> canvas.select(workspace.town()));
            case FINDING -> {
                markFinding();
                findingPlace().ifPresent(place -> view.look(place.getEnvelopeInternal()));
            }
            case HOVER -> canvases.values().forEach(canvas -> canvas.hover(workspace.hover()));
            default -> {}
        }
    }

    private Optional<Geometry> findingPlace() {
        return workspace.finding().map(StudyFinding::place).filter(place -> !place.isEmpty());
    }

    private void markFinding() {
        canvases.values().forEach(canvas -> canvas.mark(findingPlace()));
    }

    private void fillCombos() {
        filling = true;
        combos.forEach((side, combo) ->
                combo.setModel(new DefaultComboBoxModel<>(workspace.scenarios().toArray(ScenarioEntry[]::new))));
        filling = false;
        chooseCombos();
    }

    private void chooseCombos() {
        filling = true;
        combos.forEach((side, combo) -> {
            combo.setSelectedItem(workspace.on(side).orElse(null));
            combo.setEnabled(combo.getItemCount() > 0);
            states.get(side).setText(stateText(side));
        });
        filling = false;
    }

    private String stateText(Side side) {
        return workspace
                .on(side)
                .filter(entry -> !entry.isToday())
                .flatMap(entry -> workspace.figures(side))
                .map(figures -> figures.planned() ? "" : texts.get("side.unplanned"))
                .orElse("");
    }

    /** Shows the maps again, after the theme or the layers changed. */
    public void refresh() {
        Map<Side, ThematicMap> maps = source.maps();
        if (world.isNull() && !maps.isEmpty()) {
            world = maps.values().iterator().next().ground().bounds();
            view.show(world);
        }
        MapStyle style = style();
        Color accent = UIManager.getColor("Zhenjie.mark");
        canvases.forEach((side, canvas) -> {
            canvas.show(Optional.ofNullable(maps.get(side)), style, accent);
            canvas.select(workspace.town());
            canvas.pin(pinned(side));
            states.get(side).setText(stateText(side));
        });
        markFinding();
        legend.show(List.copyOf(maps.values()), style);
    }

    private Set<String> pinned(Side side) {
        return workspace.figures(side).stream()
                .flatMap(figures -> figures.towns().stream())
                .filter(TownFigures::pinned)
                .map(TownFigures::code)
                .collect(Collectors.toSet());
    }

    private MapStyle style() {
        boolean dark = Objects.equals(UIManager.get("Zhenjie.dark"), Boolean.TRUE);
        return new MapStyle(
                texts.locale(), texts.fonts(), 11.5f, dark ? MapStyle.Colours.DARK : MapStyle.Colours.LIGHT, layers);
    }

    /** Draws other layers from now on. */
    public void showLayers(Set<MapStyle.Layer> newLayers) {
        layers = newLayers;
        refresh();
    }

    /** The maps as they are shown, left one first. */
    public List<ThematicMap> maps() {
        return List.copyOf(source.maps().values());
    }

    private String toolTip(Side side, String code) {
        Optional<TownFigures> town = workspace.figures(side).flatMap(figures -> figures.town(code));
        return town.map(this::toolTip).orElse(null);
    }

    private String toolTip(TownFigures town) {
        var value = town.value(workspace.indicator());
        String figure = value.isPresent()
                ? workspace.indicator().format(value.getAsDouble(), texts.locale())
                : texts.get("legend.noData");
        String posts = texts.get(
                "tip.posts", texts.number(town.need()), texts.number(town.held()), texts.number(town.after()));
        return "<html><b>" + Texts.html(texts.name(town.name())) + "</b> · " + Texts.html(texts.name(town.county()))
                + "<br>" + Texts.html(workspace.indicator().name(texts.locale())) + ": <b>" + figure + "</b><br>"
                + Texts.html(posts) + "</html>";
    }
}
