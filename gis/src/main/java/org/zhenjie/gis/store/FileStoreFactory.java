package org.zhenjie.gis.store;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.Charset;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.geotools.api.data.DataStore;
import org.geotools.api.data.DataStoreFactorySpi;
import org.zhenjie.gis.encoding.Charsets;

/**
 * A factory of read-only stores over one file. It takes the parameters of GeoTools' own plugin of the same format and
 * steps back where that plugin is on the class path.
 */
public abstract class FileStoreFactory implements DataStoreFactorySpi {
    /** Name of a charset; optional, else as the file says or as detected. */
    public static final Param CHARSET = new Param("charset", String.class, "Charset of texts", false);

    private final Param fileParam;
    private final String officialFactory;
    private final String[] extensions;

    /**
     * A factory.
     *
     * @param fileParam the parameter that names the file, of type URL or File
     * @param officialFactory class name of GeoTools' plugin, which takes over where it is present
     * @param extensions of files that it opens, lower case, without the dot
     */
    protected FileStoreFactory(Param fileParam, String officialFactory, String... extensions) {
        this.fileParam = fileParam;
        this.officialFactory = officialFactory;
        this.extensions = extensions.clone();
    }

    /** A store over the file; must not touch it yet. */
    protected abstract DataStore open(Path file, Optional<Charset> charset);

    @Override
    public Param[] getParametersInfo() {
        return new Param[] {fileParam, CHARSET};
    }

    @Override
    public boolean canProcess(Map<String, ?> parameters) {
        return file(parameters).filter(this::hasExtension).isPresent();
    }

    @Override
    public boolean isAvailable() {
        try {
            Class.forName(officialFactory, false, getClass().getClassLoader());
            return false;
        } catch (ClassNotFoundException e) {
            return true;
        }
    }

    @Override
    public DataStore createDataStore(Map<String, ?> parameters) throws IOException {
        Path file = file(parameters).orElseThrow(() -> new IOException(fileParam.key + " does not name a file"));
        Object charset = CHARSET.lookUp(parameters);
        return open(file, Optional.ofNullable(charset).map(Object::toString).flatMap(Charsets::named));
    }

    @Override
    public DataStore createNewDataStore(Map<String, ?> parameters) {
        throw new UnsupportedOperationException("read only; files are written by org.zhenjie.gis.write");
    }

    private boolean hasExtension(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        for (String extension : extensions) {
            if (name.endsWith("." + extension)) {
                return true;
            }
        }
        return false;
    }

    private Optional<Path> file(Map<String, ?> parameters) {
        Object value = parameters.get(fileParam.key);
        try {
            if (value instanceof URL url) {
                return Optional.of(Path.of(url.toURI()));
            }
            return value instanceof File file ? Optional.of(file.toPath()) : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            return Optional.empty();
        }
    }
}
