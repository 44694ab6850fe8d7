package org.zhenjie.gis.table;

import static org.zhenjie.gis.problem.GisMessages.BUNDLE;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.zhenjie.gis.encoding.Encoding;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;

/** The rows of a sheet below its header. Texts that cells share are held by the workbook, the rows are not. */
final class SheetRows implements TableRows {
    private final TableRequest request;
    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final CellTexts texts;
    private final List<String> columns;
    private List<String> raw;
    private List<String> cells;
    private long row;

    private SheetRows(TableRequest request, ReadableWorkbook workbook, Stream<Row> stream) {
        this.request = request;
        this.workbook = workbook;
        this.stream = stream;
        this.rows = stream.iterator();
        this.texts = new CellTexts(request.shownAs(), workbook.isDate1904());
        if (!advance()) {
            throw new InputException(Problem.error(BUNDLE, "table.empty", Where.file(request.shownAs())));
        }
        this.columns = TableBuilder.header(request.shownAs(), row, raw);
    }

    static SheetRows open(TableRequest request) throws IOException {
        ReadableWorkbook workbook = Workbooks.guarded(request, () -> Workbooks.open(request));
        try {
            return Workbooks.guarded(
                    request,
                    () -> new SheetRows(
                            request,
                            workbook,
                            Workbooks.choose(request, workbook).openStream()));
        } catch (InputException e) {
            workbook.close();
            throw e;
        }
    }

    private boolean advance() {
        while (rows.hasNext()) {
            Row next = rows.next();
            row = next.getRowNum();
            raw = TableRows.stripped(texts.of(next));
            if (!TableRows.isBlank(raw)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public Optional<Encoding> encoding() {
        return Optional.empty();
    }

    @Override
    public boolean next() {
        boolean more = Workbooks.guarded(request, this::advance);
        if (more) {
            cells = TableBuilder.fitted(request.shownAs(), columns.size(), row, raw);
        }
        return more;
    }

    @Override
    public long row() {
        return row;
    }

    @Override
    public List<String> cells() {
        return cells;
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }
}
