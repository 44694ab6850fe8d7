package org.zhenjie.gis.write;

import static org.zhenjie.gis.problem.GisMessages.BUNDLE;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.zhenjie.gis.crs.EsriWkt;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;

/** Writes the files of a Shapefile: all of them beside their places first, then moved, the {@code .shp} last. */
final class ShapefileWriter {
    private static final String SHP = "shp";

    private final Path file;
    private final OutLayer layer;
    private final Charset charset;
    private final Map<Path, Path> moves = new LinkedHashMap<>();

    private ShapefileWriter(Path file, OutLayer layer) {
        this.file = file;
        this.layer = layer;
        this.charset = layer.charset().orElse(StandardCharsets.UTF_8);
    }

    static List<Problem> write(Path file, OutLayer layer) throws IOException {
        return new ShapefileWriter(file, layer).write();
    }

    private List<Problem> write() throws IOException {
        OutGeometryType type = type();
        String projection = EsriWkt.of(layer.crs().crs());
        List<Problem> changes = new ArrayList<>();
        try {
            DbfWriter table = new DbfWriter(file, layer, charset);
            changes.addAll(table.changes());
            table.write(temporary("dbf"));
            ShpWriter.write(temporary(SHP), temporary("shx"), type, layer.features());
            Files.writeString(temporary("prj"), projection, StandardCharsets.UTF_8);
            Files.writeString(temporary("cpg"), charset.name(), StandardCharsets.US_ASCII);
            moveAll();
        } finally {
            for (Path temporary : moves.values()) {
                Files.deleteIfExists(temporary);
            }
        }
        return changes;
    }

    private OutGeometryType type() {
        OutGeometryType type = OutGeometryType.of(layer.features());
        boolean mixed = type == OutGeometryType.GEOMETRY && hasGeometry();
        if (mixed) {
            throw new InputException(Problem.error(BUNDLE, "write.mixedGeometry", Where.file(file.toString())));
        }
        return type;
    }

    private boolean hasGeometry() {
        for (OutFeature feature : layer.features()) {
            if (feature.geometry() != null) {
                return true;
            }
        }
        return false;
    }

    /** Companions have the case of the file's own extension. */
    private Path temporary(String extension) throws IOException {
        String name = file.getFileName().toString();
        int dot = name.length() - SHP.length();
        boolean upper = name.substring(dot).equals(SHP.toUpperCase(Locale.ROOT));
        String written = upper ? extension.toUpperCase(Locale.ROOT) : extension;
        Path place = extension.equals(SHP) ? file : file.resolveSibling(name.substring(0, dot) + written);
        Path temporary = AtomicFiles.temporary(place);
        moves.put(place, temporary);
        return temporary;
    }

    /** The geometry comes last: whoever waits for it finds the rest in place. */
    private void moveAll() throws IOException {
        for (Map.Entry<Path, Path> move : moves.entrySet()) {
            if (!move.getKey().equals(file)) {
                AtomicFiles.move(move.getValue(), move.getKey());
            }
        }
        AtomicFiles.move(moves.get(file), file);
    }
}
