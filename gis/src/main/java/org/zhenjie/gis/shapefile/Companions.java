package org.zhenjie.gis.shapefile;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.zhenjie.gis.problem.Where;

/**
 * The files of one Shapefile, which share a name and differ in extension.
 *
 * @param shp the geometry file
 * @param shown where people know it, which is another place for one that was unpacked
 */
record Companions(Path shp, Path shown) {
    static Companions of(Path shp) {
        return new Companions(shp, shp);
    }

    private static String baseName(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** The name that a companion has or should have. */
    String name(String extension) {
        return baseName(shown) + "." + extension;
    }

    /** The companion that is there, in lower or upper case, or as {@code towns.shp.cpg} or {@code TOWNS.CPG}. */
    Optional<Path> find(String extension) {
        String base = baseName(shp);
        return Stream.of(extension, extension.toUpperCase(Locale.ROOT))
                .flatMap(e -> List.of(base + "." + e, shp.getFileName() + "." + e).stream())
                .map(shp::resolveSibling)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** The place of one of the files as people know it. */
    Where where(Path companion) {
        if (shp.equals(shown)) {
            return Where.file(companion.toString());
        }
        String name = companion.getFileName().toString();
        return Where.file(shown.resolveSibling(baseName(shown) + name.substring(name.lastIndexOf('.')))
                .toString());
    }

    /** The place of the geometry file as people know it. */
    Where where() {
        return where(shp);
    }
}
