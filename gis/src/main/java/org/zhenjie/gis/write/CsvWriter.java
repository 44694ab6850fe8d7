package org.zhenjie.gis.write;

import static org.zhenjie.gis.problem.GisMessages.BUNDLE;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.WKTWriter;
import org.zhenjie.gis.crs.Crs;
import org.zhenjie.gis.crs.GeometryTransform;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.gis.store.FreeNames;

/**
 * Writes CSV: points in degrees as {@code lon} and {@code lat} on WGS 84, other points as {@code x} and {@code y}, the rest
 * as {@code wkt}. Text in UTF-8 begins with a byte order mark, without which spreadsheet programs do not know it.
 */
final class CsvWriter {
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

    private final OutLayer layer;
    private final Charset charset;
    private final Where where;
    private final boolean points;
    private final boolean degrees;
    private final GeometryTransform transform;
    private final WKTWriter wkt = new WKTWriter();
    private final List<Problem> changes = new ArrayList<>();

    private CsvWriter(Path file, OutLayer layer) {
        this.layer = layer;
        this.charset = layer.charset().orElse(StandardCharsets.UTF_8);
        this.where = Where.file(file.toString());
        this.points = OutGeometryType.of(layer.features()) == OutGeometryType.POINT;
        this.degrees = points && Crs.isGeographic(layer.crs().crs());
        this.transform = Crs.between(
                layer.crs().crs(), degrees ? Crs.decode(Crs.WGS84) : layer.crs().crs());
    }

    static List<Problem> write(Path file, OutLayer layer) throws IOException {
        CsvWriter writer = new CsvWriter(file, layer);
        try {
            AtomicFiles.write(file, writer::writeTo);
        } catch (CharacterCodingException e) {
            throw new InputException(Problem.error(BUNDLE, "write.charset", writer.where, writer.charset.name()), e);
        }
        return writer.changes;
    }

    private void writeTo(Path path) throws IOException {
        var encoder = charset.newEncoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (BufferedWriter out =
                        new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(path), encoder), 1 << 16);
                CSVPrinter printer = new CSVPrinter(out, FORMAT)) {
            if (charset.equals(StandardCharsets.UTF_8)) {
                out.write('\uFEFF');
            }
            printer.printRecord(header());
            for (OutFeature feature : layer.features()) {
                List<Object> cells = places(feature.geometry());
                cells.addAll(feature.values());
                printer.printRecord(cells);
            }
        }
        if (!degrees) {
            changes.add(Problem.note(BUNDLE, "write.csvCrs", where, layer.crs().code()));
        }
    }

    /** The columns of places come first and keep their names, by which they are known again. */
    private List<String> header() {
        List<String> names =
                new ArrayList<>(degrees ? List.of("lon", "lat") : points ? List.of("x", "y") : List.of("wkt"));
        for (OutField field : layer.fields()) {
            String name = FreeNames.of(field.name(), names);
            if (!name.equals(field.name())) {
                changes.add(Problem.warning(BUNDLE, "write.renamed", where.field(field.name()), name));
            }
            names.add(name);
        }
        return names;
    }

    private List<Object> places(Geometry geometry) {
        List<Object> cells = new ArrayList<>();
        if (points) {
            Point point = geometry == null || geometry.isEmpty() ? null : (Point) transform.apply(geometry);
            cells.add(point == null ? null : point.getX());
            cells.add(point == null ? null : point.getY());
        } else {
            cells.add(geometry == null ? null : wkt.write(geometry));
        }
        return cells;
    }
}
