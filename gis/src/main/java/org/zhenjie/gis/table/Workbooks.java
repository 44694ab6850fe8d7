package org.zhenjie.gis.table;

import static org.zhenjie.gis.problem.GisMessages.BUNDLE;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;

/** Reads sheets of XLSX workbooks. */
final class Workbooks {
    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);
    private static final ReadingOptions WITHOUT_FORMATS = new ReadingOptions(false, true);

    private Workbooks() {}

    static Table read(TableRequest request) {
        return with(request, workbook -> {
            Sheet sheet = choose(request, workbook);
            TableBuilder builder = new TableBuilder(request.shownAs());
            CellTexts texts = new CellTexts(request.shownAs(), workbook.isDate1904());
            try (Stream<Row> rows = sheet.openStream()) {
                rows.forEach(row -> builder.add(row.getRowNum(), texts.of(row)));
            }
            return builder.build(Optional.empty());
        });
    }

    static List<String> names(TableRequest request) {
        return with(
                request, workbook -> workbook.getSheets().map(Sheet::getName).toList());
    }

    private interface Work<T> {
        T on(ReadableWorkbook workbook) throws IOException;
    }

    private static <T> T with(TableRequest request, Work<T> work) {
        return guarded(request, () -> {
            try (ReadableWorkbook workbook = open(request)) {
                return work.on(workbook);
            }
        });
    }

    /** What the work gives; what breaks in the library becomes a problem of the file. */
    static <T> T guarded(TableRequest request, Callable<T> work) {
        try {
            return work.call();
        } catch (InputException e) {
            throw e;
        } catch (Exception e) {
            // the library answers damaged files with whatever broke first inside of it
            throw damaged(request, e);
        }
    }

    static ReadableWorkbook open(TableRequest request) throws IOException {
        WorkbookParts.check(request.file(), request.shownAs());
        File file = request.file().toFile();
        try {
            return new ReadableWorkbook(file, WITH_FORMATS);
        } catch (ExcelReaderException e) {
            // a workbook need not have formats, but the library looks for them
            return new ReadableWorkbook(file, WITHOUT_FORMATS);
        }
    }

    static Sheet choose(TableRequest request, ReadableWorkbook workbook) {
        List<Sheet> sheets = new ArrayList<>(workbook.getSheets().toList());
        List<String> names = sheets.stream().map(Sheet::getName).toList();
        Where where = Where.file(request.shownAs());
        if (request.sheet().isPresent()) {
            int index = names.indexOf(request.sheet().get());
            if (index < 0) {
                throw new InputException(Problem.error(
                        BUNDLE,
                        "table.sheetUnknown",
                        where.value(request.sheet().get()),
                        names));
            }
            return sheets.get(index);
        }
        if (sheets.size() != 1) {
            throw new InputException(Problem.error(BUNDLE, "table.severalSheets", where, names));
        }
        return sheets.get(0);
    }

    private static InputException damaged(TableRequest request, Exception e) {
        return new InputException(Problem.error(BUNDLE, "table.damaged", Where.file(request.shownAs())), e);
    }
}
