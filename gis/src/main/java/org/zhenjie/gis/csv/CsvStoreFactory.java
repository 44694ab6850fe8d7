package org.zhenjie.gis.csv;

import java.io.File;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Optional;
import org.geotools.api.data.DataStore;
import org.zhenjie.gis.store.FileStoreFactory;

/** Opens delimited text files that hold places. */
public final class CsvStoreFactory extends FileStoreFactory {
    /** The text file. */
    public static final Param FILE = new Param("file", File.class, "The .csv file", true);

    /** For {@code META-INF/services}. */
    public CsvStoreFactory() {
        super(FILE, "org.geotools.data.csv.CSVDataStoreFactory", "csv", "tsv", "txt");
    }

    @Override
    public String getDisplayName() {
        return "CSV";
    }

    @Override
    public String getDescription() {
        return "Delimited text with columns of coordinates or of geometries as WKT";
    }

    @Override
    protected DataStore open(Path file, Optional<Charset> charset) {
        return new CsvStore(file, charset);
    }
}
