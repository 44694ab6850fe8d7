package org.zhenjie.ui.findings;

import java.awt.BorderLayout;
import java.util.List;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import javax.swing.SwingConstants;
import javax.swing.table.AbstractTableModel;
import javax.swing.table.DefaultTableCellRenderer;
import javax.swing.table.TableRowSorter;
import org.zhenjie.scenarios.session.StudyFinding;
import org.zhenjie.ui.text.Texts;
import org.zhenjie.ui.workspace.Change;
import org.zhenjie.ui.workspace.Workspace;

/** The findings of the open study as rows; the selected one is the workspace's, at which the maps look. */
public final class FindingsTable extends JPanel {

    private static final List<String> COLUMNS = List.of("kind", "units", "size", "repair", "message");
    private static final List<Integer> WIDTHS = List.of(150, 260, 100, 200, 700);
    private static final int SIZE = COLUMNS.indexOf("size");

    private final transient Workspace workspace;
    private final transient Texts texts;
    private final Model model;
    private final JTable table;
    private transient Runnable onCount = () -> {};

    public FindingsTable(Workspace workspace, Texts texts) {
        super(new BorderLayout());
        this.workspace = workspace;
        this.texts = texts;
        this.model = new Model();
        this.table = new JTable(model);
        table.setName("findings");
        table.getAccessibleContext().setAccessibleName(texts.get("layer.FINDINGS"));
        table.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        table.setAutoResizeMode(JTable.AUTO_RESIZE_OFF);
        table.setFillsViewportHeight(true);
        table.setShowHorizontalLines(true);
        table.getTableHeader().setReorderingAllowed(false);
        prepareColumns();
        table.getSelectionModel().addListSelectionListener(event -> {
            if (!event.getValueIsAdjusting()) {
                workspace.look(selected());
            }
        });
        JScrollPane scroll = new JScrollPane(table);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        add(scroll, BorderLayout.CENTER);
        workspace.onChange(change -> {
            if (change == Change.STUDY) {
                refresh();
            }
        });
        refresh();
    }

    private void prepareColumns() {
        TableRowSorter<Model> sorter = new TableRowSorter<>(model);
        table.setRowSorter(sorter);
        for (int i = 0; i < COLUMNS.size(); i++) {
            table.getColumnModel().getColumn(i).setPreferredWidth(WIDTHS.get(i));
            if (i != SIZE) {
                sorter.setComparator(i, texts.order());
            }
        }
        table.getColumnModel().getColumn(SIZE).setCellRenderer(new SizeRenderer());
    }

    private Optional<StudyFinding> selected() {
        int row = table.getSelectedRow();
        return row < 0 ? Optional.empty() : Optional.of(model.findings.get(table.convertRowIndexToModel(row)));
    }

    private void refresh() {
        Optional<StudyFinding> before = workspace.finding();
        model.show(
                workspace.study().map(study -> study.findings(texts.locale())).orElse(List.of()));
        before.ifPresent(this::select);
        onCount.run();
    }

    /** The same finding may be worded in another language now. */
    private void select(StudyFinding wanted) {
        for (int i = 0; i < model.findings.size(); i++) {
            StudyFinding finding = model.findings.get(i);
            if (finding.units().equals(wanted.units()) && finding.place().equalsExact(wanted.place())) {
                int row = table.convertRowIndexToView(i);
                table.setRowSelectionInterval(row, row);
                return;
            }
        }
    }

    /** How many findings there are. */
    public int count() {
        return model.getRowCount();
    }

    /** Hears when there may be another number of findings. */
    public void onCount(Runnable listener) {
        onCount = listener;
    }

    /** Gives the list the keyboard. */
    public void focus() {
        table.requestFocusInWindow();
    }

    private final class Model extends AbstractTableModel {
        private transient List<StudyFinding> findings = List.of();

        void show(List<StudyFinding> shown) {
            findings = List.copyOf(shown);
            fireTableDataChanged();
        }

        @Override
        public int getRowCount() {
            return findings.size();
        }

        @Override
        public int getColumnCount() {
            return COLUMNS.size();
        }

        @Override
        public String getColumnName(int column) {
            return texts.get("findings." + COLUMNS.get(column));
        }

        @Override
        public Class<?> getColumnClass(int column) {
            return column == SIZE ? Double.class : String.class;
        }

        @Override
        public Object getValueAt(int row, int column) {
            StudyFinding finding = findings.get(row);
            return switch (COLUMNS.get(column)) {
                case "kind" -> finding.kind();
                case "units" -> String.join("; ", finding.units());
                case "size" -> finding.squareMetres();
                case "repair" -> finding.repair();
                default -> finding.message();
            };
        }
    }

    /** Whole square metres; nothing for what has no area. */
    private final class SizeRenderer extends DefaultTableCellRenderer {
        SizeRenderer() {
            setHorizontalAlignment(SwingConstants.TRAILING);
        }

        @Override
        protected void setValue(Object value) {
            setText((Double) value == 0 ? Texts.NONE : texts.number(Math.round((Double) value)));
        }
    }
}
