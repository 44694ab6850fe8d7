package org.zhenjie.gis.table;

import static org.zhenjie.gis.problem.GisMessages.BUNDLE;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.zhenjie.gis.encoding.Encoding;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;

/** The rows of a delimited text file below its header. */
final class CsvRows implements TableRows {
    private final String name;
    private final CsvFile file;
    private final List<String> columns;
    private List<String> cells;

    private CsvRows(String name, CsvFile file, List<String> columns) {
        this.name = name;
        this.file = file;
        this.columns = columns;
    }

    /**
     * Reads the header; the file is closed if that fails.
     *
     * @throws InputException if there is no header, or one with unnamed or equal columns
     * @throws IOException if the file cannot be read
     */
    static CsvRows open(CsvFile file, TableRequest request) throws IOException {
        try {
            while (file.next()) {
                List<String> cells = TableRows.stripped(file.cells());
                if (!TableRows.isBlank(cells)) {
                    return new CsvRows(
                            request.shownAs(), file, TableBuilder.header(request.shownAs(), file.row(), cells));
                }
            }
            throw new InputException(Problem.error(BUNDLE, "table.empty", Where.file(request.shownAs())));
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public Optional<Encoding> encoding() {
        return Optional.of(file.encoding());
    }

    @Override
    public boolean next() throws IOException {
        while (file.next()) {
            List<String> raw = TableRows.stripped(file.cells());
            if (!TableRows.isBlank(raw)) {
                cells = TableBuilder.fitted(name, columns.size(), file.row(), raw);
                return true;
            }
        }
        return false;
    }

    @Override
    public long row() {
        return file.row();
    }

    @Override
    public List<String> cells() {
        return cells;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
