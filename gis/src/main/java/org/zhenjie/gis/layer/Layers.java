package org.zhenjie.gis.layer;

import static org.zhenjie.gis.problem.GisMessages.BUNDLE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.geotools.api.data.DataStore;
import org.geotools.api.data.DataStoreFinder;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;

/** Opens layers of files through GeoTools' {@code DataStoreFinder}. */
public final class Layers {
    private Layers() {}

    /**
     * Opens one layer.
     *
     * @throws InputException if the file is missing, of no known format, damaged, or holds several layers (or none by
     *     that name); the message lists them
     */
    public static Layer open(LayerRequest request) {
        Format format = formatOf(request);
        return Faults.named(request, () -> {
            DataStore store = store(request, format);
            try {
                return new StoreLayer(request, format, store, choose(request, store));
            } catch (IOException | RuntimeException e) {
                store.dispose();
                throw e;
            }
        });
    }

    /**
     * Names of the layers of a file, in the file's order.
     *
     * @throws InputException if the file is missing, of no known format or damaged
     */
    public static List<String> names(Path file) {
        return names(LayerRequest.of(file));
    }

    /** As {@link #names(Path)}, with messages that name the file as the request does. */
    public static List<String> names(LayerRequest request) {
        Format format = formatOf(request);
        return Faults.named(request, () -> {
            DataStore store = store(request, format);
            try {
                return List.of(store.getTypeNames());
            } finally {
                store.dispose();
            }
        });
    }

    /** Whether the file's extension is that of a layer format. */
    public static boolean canRead(Path file) {
        return Format.of(file).isPresent();
    }

    /** Whether the path looks like an ESRI File Geodatabase, which is a folder; it is not read, but told what to do. */
    public static boolean isFileGeodatabase(Path path) {
        return String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT).endsWith(".gdb") && Files.isDirectory(path);
    }

    private static Format formatOf(LayerRequest request) {
        if (request.database().isPresent()) {
            return Format.POSTGIS;
        }
        Path file = request.file();
        Where where = Where.file(request.shownAs());
        if (!Files.exists(file)) {
            throw new InputException(Problem.error(BUNDLE, "file.missing", where));
        }
        if (isFileGeodatabase(file)) {
            throw new InputException(Problem.error(BUNDLE, "gdb.notRead", where));
        }
        Format format = Format.of(file)
                .orElseThrow(() ->
                        new InputException(Problem.error(BUNDLE, "file.unknownFormat", where, Format.allExtensions())));
        if (Files.isDirectory(file) || !Files.isReadable(file)) {
            throw new InputException(Problem.error(BUNDLE, "file.unreadable", where));
        }
        return format;
    }

    private static DataStore store(LayerRequest request, Format format) throws IOException {
        DataStore store = DataStoreFinder.getDataStore(format.parameters(request));
        if (store == null) {
            throw new InputException(
                    Problem.error(BUNDLE, "file.noStore", Where.file(request.shownAs()), format.title()));
        }
        return store;
    }

    private static String choose(LayerRequest request, DataStore store) throws IOException {
        List<String> names = Arrays.asList(store.getTypeNames());
        Where where = Where.file(request.shownAs());
        if (request.layer().isPresent()) {
            String wanted = request.layer().get();
            if (!names.contains(wanted)) {
                throw new InputException(Problem.error(BUNDLE, "layer.unknown", where.value(wanted), names));
            }
            return wanted;
        }
        if (names.isEmpty()) {
            throw new InputException(Problem.error(BUNDLE, "layer.none", where));
        }
        if (names.size() > 1) {
            throw new InputException(Problem.error(BUNDLE, "layer.several", where, names));
        }
        return names.get(0);
    }
}
