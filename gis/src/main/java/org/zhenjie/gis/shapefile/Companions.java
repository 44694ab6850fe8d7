package org.zhenjie.gis.shapefile;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of one Shapefile, which share a name and differ in extension. */
final class Companions {
    private Companions() {}

    /** The file's name without extension. */
    static String baseName(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** The path beside the file with another extension, whether it is there or not. */
    static Path path(Path file, String extension) {
        return file.resolveSibling(baseName(file) + "." + extension);
    }

    /** The companion that is there, in lower or upper case, or as {@code towns.shp.cpg} or {@code TOWNS.CPG}. */
    static Optional<Path> find(Path file, String extension) {
        String base = baseName(file);
        return Stream.of(extension, extension.toUpperCase(Locale.ROOT))
                .flatMap(e -> List.of(base + "." + e, file.getFileName() + "." + e).stream())
                .map(file::resolveSibling)
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
