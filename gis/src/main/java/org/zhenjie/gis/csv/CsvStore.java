package org.zhenjie.gis.csv;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.zhenjie.gis.store.FileStore;
import org.zhenjie.gis.store.LayerData;
import org.zhenjie.gis.table.TableRequest;
import org.zhenjie.gis.table.Tables;

/** A text file as a store of one layer, or a workbook as a store of its sheets. */
public final class CsvStore extends FileStore {
    private final TableRequest request;

    /** A store over the file, which is not touched yet. */
    public CsvStore(Path file, Optional<Charset> charset) {
        this.request = new TableRequest(file, Optional.empty(), charset);
    }

    @Override
    protected List<String> layerNames() {
        return Tables.names(request);
    }

    @Override
    protected LayerData openLayer(String name) throws IOException {
        return CsvLayer.open(Tables.isWorkbook(request.file()) ? request.withSheet(name) : request);
    }
}
