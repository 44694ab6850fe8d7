package org.zhenjie.ui.table;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.GridLayout;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.Icon;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import javax.swing.SwingConstants;
import javax.swing.UIManager;
import javax.swing.table.DefaultTableCellRenderer;
import javax.swing.table.TableRowSorter;
import org.zhenjie.scenarios.map.Classification;
import org.zhenjie.scenarios.map.IndicatorScale;
import org.zhenjie.scenarios.session.ScenarioFigures;
import org.zhenjie.scenarios.session.TownFigures;
import org.zhenjie.ui.mark.Lock;
import org.zhenjie.ui.text.Texts;
import org.zhenjie.ui.workspace.Change;
import org.zhenjie.ui.workspace.Side;
import org.zhenjie.ui.workspace.Workspace;

/** The town table with a line of totals; its selection is the workspace's town. */
public final class TownTable extends JPanel {

    private final transient Workspace workspace;
    private final transient Texts texts;
    private final TownTableModel model;
    private final JTable table;
    private final Map<Side, JLabel> totals = new EnumMap<>(Side.class);
    private boolean selecting;

    public TownTable(Workspace workspace, Texts texts) {
        super(new BorderLayout());
        this.workspace = workspace;
        this.texts = texts;
        this.model = new TownTableModel(texts);
        this.table = new JTable(model);
        table.setName("towns");
        table.getAccessibleContext().setAccessibleName(texts.get("towns"));
        table.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        table.setAutoResizeMode(JTable.AUTO_RESIZE_OFF);
        table.setFillsViewportHeight(true);
        table.setShowHorizontalLines(true);
        table.getTableHeader().setReorderingAllowed(false);
        prepareColumns();
        table.getSelectionModel().addListSelectionListener(event -> {
            if (!event.getValueIsAdjusting() && !selecting) {
                workspace.select(selectedTown());
            }
        });
        JScrollPane scroll = new JScrollPane(table);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        add(scroll, BorderLayout.CENTER);
        add(totalsPanel(), BorderLayout.SOUTH);
        workspace.onChange(this::changed);
        refresh();
        showSelection();
    }

    private void prepareColumns() {
        TableRowSorter<TownTableModel> sorter = new TableRowSorter<>(model);
        table.setRowSorter(sorter);
        for (Column column : Column.values()) {
            var tableColumn = table.getColumnModel().getColumn(column.ordinal());
            tableColumn.setPreferredWidth(column.width());
            tableColumn.setCellRenderer(new CellRenderer(column));
            tableColumn.setHeaderRenderer(new HeaderRenderer(column));
            if (column.kind() == Column.Kind.TEXT) {
                sorter.setComparator(column.ordinal(), texts.order());
            }
        }
    }

    private Optional<String> selectedTown() {
        int row = table.getSelectedRow();
        return row < 0
                ? Optional.empty()
                : Optional.of(model.row(table.convertRowIndexToModel(row)).code());
    }

    private void changed(Change change) {
        switch (change) {
            case STUDY, SIDES -> {
                refresh();
                showSelection();
            }
            case TOWN -> showSelection();
            default -> {}
        }
    }

    private void refresh() {
        selecting = true;
        model.show(TownRow.of(workspace.figures(Side.A), workspace.figures(Side.B)));
        selecting = false;
        totals.forEach((side, label) -> label.setText(
                workspace.figures(side).map(figures -> totals(side, figures)).orElse(" ")));
    }

    private JPanel totalsPanel() {
        JPanel panel = new JPanel(new GridLayout(0, 1));
        panel.setBorder(BorderFactory.createEmptyBorder(3, 10, 3, 10));
        for (Side side : Side.values()) {
            JLabel label = new JLabel(" ");
            label.setName("totals." + side);
            label.getAccessibleContext().setAccessibleName(texts.get("totals", side.name()));
            label.putClientProperty("FlatLaf.styleClass", "small");
            totals.put(side, label);
            panel.add(label);
        }
        return panel;
    }

    private String totals(Side side, ScenarioFigures figures) {
        var towns = figures.towns();
        return texts.get(
                "totals.side",
                side.name(),
                texts.number(towns.size()),
                texts.number(towns.stream().mapToInt(TownFigures::need).sum()),
                texts.number(towns.stream().mapToInt(TownFigures::held).sum()),
                texts.number(towns.stream().mapToInt(TownFigures::after).sum()),
                texts.number(towns.stream().mapToInt(TownFigures::shortfall).sum()));
    }

    private void showSelection() {
        selecting = true;
        int position = workspace.town().map(model::positionOf).orElse(-1);
        if (position < 0) {
            table.clearSelection();
        } else {
            int row = table.convertRowIndexToView(position);
            table.setRowSelectionInterval(row, row);
            table.scrollRectToVisible(table.getCellRect(row, 0, true));
        }
        selecting = false;
    }

    /** What a cell shows. */
    static String text(Column column, Object value, Texts texts) {
        if (value == null) {
            return Texts.NONE;
        }
        return switch (column.kind()) {
            case TEXT -> (String) value;
            case WHOLE -> texts.number(Math.round((Double) value));
            case SHARE -> texts.percent((Double) value);
            case SIGNED -> texts.signed(Math.round((Double) value));
            case SIGNED_SHARE ->
                org.zhenjie.scenarios.map.ValueFormat.percent(1).withSign().format((Double) value, texts.locale());
        };
    }

    private final class CellRenderer extends DefaultTableCellRenderer {
        private final Column column;

        CellRenderer(Column column) {
            this.column = column;
            setHorizontalAlignment(
                    column.kind() == Column.Kind.TEXT ? SwingConstants.LEADING : SwingConstants.TRAILING);
        }

        @Override
        public Component getTableCellRendererComponent(
                JTable owner, Object value, boolean isSelected, boolean hasFocus, int row, int col) {
            super.getTableCellRendererComponent(owner, value, isSelected, hasFocus, row, col);
            setText(text(column, value, texts));
            boolean pinned = column == Column.TOWN
                    && model.row(owner.convertRowIndexToModel(row)).isPinned();
            setIcon(pinned ? lock() : chip(value));
            setToolTipText(pinned ? texts.get("pinned") : null);
            setHorizontalTextPosition(pinned ? SwingConstants.LEADING : SwingConstants.TRAILING);
            setIconTextGap(8);
            boolean faint = value == null || column.group() == Column.Group.DIFFERENCE && (Double) value == 0;
            if (!isSelected) {
                setForeground(faint ? UIManager.getColor("Zhenjie.muted") : UIManager.getColor("Table.foreground"));
            }
            return this;
        }

        private Icon chip(Object value) {
            return column.kind() == Column.Kind.SHARE && value != null ? new Chip((Double) value) : null;
        }
    }

    private static Icon lock() {
        return new Lock(UIManager.getColor("Zhenjie.mark"), Optional.empty());
    }

    /** The colour that the map gives a staffing ratio. */
    private record Chip(double ratio) implements Icon {
        private static final int SIZE = 9;

        @Override
        public void paintIcon(Component owner, Graphics graphics, int x, int y) {
            Graphics2D g = (Graphics2D) graphics.create();
            Classification classes = IndicatorScale.staffingRatio();
            g.setColor(classes.colours().get(classes.classOf(ratio)));
            g.fillRect(x, y, SIZE, SIZE);
            g.setColor(new Color(128, 128, 128, 140));
            g.drawRect(x, y, SIZE - 1, SIZE - 1);
            g.dispose();
        }

        @Override
        public int getIconWidth() {
            return SIZE;
        }

        @Override
        public int getIconHeight() {
            return SIZE;
        }
    }

    /** The look's own header, aligned like its column, with a tool tip that says it in full. */
    private static final class HeaderRenderer implements javax.swing.table.TableCellRenderer {
        private final Column column;

        HeaderRenderer(Column column) {
            this.column = column;
        }

        @Override
        public Component getTableCellRendererComponent(
                JTable owner, Object value, boolean isSelected, boolean hasFocus, int row, int col) {
            Component shown = owner.getTableHeader()
                    .getDefaultRenderer()
                    .getTableCellRendererComponent(owner, value, isSelected, hasFocus, row, col);
            if (shown instanceof JLabel label) {
                label.setHorizontalAlignment(
                        column.kind() == Column.Kind.TEXT ? SwingConstants.LEADING : SwingConstants.TRAILING);
            }
            return shown;
        }
    }
}
