package org.zhenjie.gis.shapefile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.store.Archive;
import org.zhenjie.gis.store.FileStore;
import org.zhenjie.gis.store.FreeNames;
import org.zhenjie.gis.store.LayerData;

/**
 * A zip of Shapefiles as a store of a layer for each. A layer is unpacked when it is opened, to a folder of its own under
 * names of ours, and gone when the store is disposed.
 */
public final class ZipStore extends FileStore {
    private static final Set<String> PARTS = Set.of("shp", "shx", "dbf", "prj", "cpg");

    private final Path file;
    private final Optional<Charset> charset;
    private Optional<Path> folder = Optional.empty();
    private int opened;

    /** A store over the file, which is not touched yet. */
    public ZipStore(Path file, Optional<Charset> charset) {
        this.file = file;
        this.charset = charset;
    }

    @Override
    protected List<String> layerNames() throws IOException {
        try (Archive archive = Archive.open(file)) {
            return List.copyOf(shapefiles(archive).keySet());
        }
    }

    @Override
    protected LayerData openLayer(String name) throws IOException {
        try (Archive archive = Archive.open(file)) {
            String shp = shapefiles(archive).get(name);
            Path place = Files.createDirectory(folder().resolve(String.valueOf(opened++)));
            Path shown = file.resolve(shp.replace('\\', '/'));
            String stem = stem(shp);
            for (String entry : archive.names()) {
                String extension = extension(entry);
                boolean belongs =
                        stem(entry).equalsIgnoreCase(stem) || stem(entry).equalsIgnoreCase(shp);
                Path target = place.resolve("shapes." + extension);
                if (belongs && PARTS.contains(extension) && !Files.exists(target)) {
                    archive.extract(entry, target);
                }
            }
            return ShapefileLayer.open(new Companions(place.resolve("shapes.shp"), shown), charset);
        }
    }

    /** Entries of {@code .shp} files by the names of their layers: the file's, numbered where two folders have the same. */
    private static Map<String, String> shapefiles(Archive archive) {
        Map<String, String> result = new LinkedHashMap<>();
        for (String entry : archive.names()) {
            if (extension(entry).equals("shp")) {
                String stem = stem(entry).replace('\\', '/');
                String name = stem.substring(stem.lastIndexOf('/') + 1);
                result.put(FreeNames.of(name, result.keySet()), entry);
            }
        }
        if (result.isEmpty()) {
            boolean geodatabase = archive.names().stream().anyMatch(ZipStore::isOfGeodatabase);
            throw new InputException(
                    Problems.error(geodatabase ? "gdb.notRead" : "zip.noShapefile", archive.where(), names(archive)));
        }
        return result;
    }

    private static Collection<String> names(Archive archive) {
        return archive.names().subList(0, Math.min(10, archive.names().size()));
    }

    private static boolean isOfGeodatabase(String entry) {
        return entry.toLowerCase(Locale.ROOT).endsWith(".gdbtable");
    }

    private static String extension(String entry) {
        return entry.substring(entry.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static String stem(String entry) {
        int dot = entry.lastIndexOf('.');
        return dot < 0 ? entry : entry.substring(0, dot);
    }

    private Path folder() throws IOException {
        if (folder.isEmpty()) {
            folder = Optional.of(Files.createTempDirectory("zhenjie-zip"));
        }
        return folder.get();
    }

    @Override
    public void dispose() {
        super.dispose();
        folder.ifPresent(ZipStore::delete);
        folder = Optional.empty();
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (Path one : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
