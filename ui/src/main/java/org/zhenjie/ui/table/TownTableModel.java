package org.zhenjie.ui.table;

import java.util.List;
import javax.swing.table.AbstractTableModel;
import org.zhenjie.ui.text.Texts;

/** The towns as rows. */
final class TownTableModel extends AbstractTableModel {

    private final transient Texts texts;
    private transient List<TownRow> rows = List.of();

    TownTableModel(Texts texts) {
        this.texts = texts;
    }

    void show(List<TownRow> newRows) {
        boolean sameTowns = newRows.stream()
                .map(TownRow::code)
                .toList()
                .equals(rows.stream().map(TownRow::code).toList());
        rows = List.copyOf(newRows);
        if (sameTowns && !rows.isEmpty()) {
            fireTableRowsUpdated(0, rows.size() - 1); // keeps the selection and the sort order
        } else {
            fireTableDataChanged();
        }
    }

    TownRow row(int position) {
        return rows.get(position);
    }

    int positionOf(String code) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).code().equals(code)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public int getRowCount() {
        return rows.size();
    }

    @Override
    public int getColumnCount() {
        return Column.values().length;
    }

    @Override
    public String getColumnName(int column) {
        return Column.values()[column].title(texts);
    }

    @Override
    public Class<?> getColumnClass(int column) {
        return Column.values()[column].kind() == Column.Kind.TEXT ? String.class : Double.class;
    }

    @Override
    public Object getValueAt(int row, int column) {
        return Column.values()[column].value(rows.get(row), texts);
    }
}
