package org.zhenjie.scenarios.study;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.geotools.api.feature.simple.SimpleFeature;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.zhenjie.gis.crs.Crs;
import org.zhenjie.gis.crs.CrsFit;
import org.zhenjie.gis.crs.GeometryTransform;
import org.zhenjie.gis.layer.Field;
import org.zhenjie.gis.layer.Layer;
import org.zhenjie.gis.layer.LayerRequest;
import org.zhenjie.gis.layer.Layers;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.gis.table.Table;
import org.zhenjie.gis.table.TableRequest;
import org.zhenjie.gis.table.Tables;
import org.zhenjie.scenarios.problem.Problems;
import org.zhenjie.scenarios.problem.Texts;

/** Opens the data sources of a study: layers for the map, tables or layers for the rest. */
final class SourceReader {
    private final Path folder;
    private final Problems problems;

    /** @param folder absolute and normalized */
    SourceReader(Path folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    /**
     * The file of a source.
     *
     * @throws InputException if the path leaves the study folder, by its words or by a link
     */
    Path file(Source source) {
        Where where = source.where().value(source.file());
        try {
            Path relative = Path.of(source.file());
            Path file = folder.resolve(relative).normalize();
            boolean inside = !relative.isAbsolute() && file.startsWith(folder);
            if (inside && Files.exists(file)) {
                inside = file.toRealPath().startsWith(folder.toRealPath());
            }
            if (!inside) {
                throw new InputException(Problem.error(Texts.BUNDLE, "source.outside", where));
            }
            return file;
        } catch (InvalidPathException e) {
            throw new InputException(Problem.error(Texts.BUNDLE, "source.path", where), e);
        } catch (java.io.IOException e) {
            throw new InputException(Problem.error(Texts.BUNDLE, "file.unreadable", where, e.getMessage()), e);
        }
    }

    /** Whether a source is a layer with places, not a plain table. */
    boolean canPlace(Source source) {
        try (Layer layer = Layers.open(layerRequest(source))) {
            return layer.source().getSchema().getGeometryDescriptor() != null;
        } catch (InputException e) {
            if (Tables.canRead(file(source))) {
                return false;
            }
            throw e;
        }
    }

    /** Extent of a layer in longitude and latitude. */
    Envelope lonLat(Source source) {
        try (Layer layer = Layers.open(layerRequest(source))) {
            return layer.to(Crs.WGS84).apply(layer.bounds());
        }
    }

    /** Extent of a layer in its own coordinates. */
    Envelope bounds(Source source) {
        try (Layer layer = Layers.open(layerRequest(source))) {
            return layer.bounds();
        }
    }

    /** Why a layer cannot be placed: its coordinate reference system is missing, or cannot be right. */
    Optional<Problem> misplaced(Source source) {
        try (Layer layer = Layers.open(layerRequest(source))) {
            return CrsFit.problem(layer.crs(), layer.bounds(), Where.file(source.file()));
        } catch (InputException e) {
            return e.problems().stream().filter(CrsFit::isOfCrs).findFirst();
        }
    }

    /** The rows of a source for the map, with their geometries carried into a metric CRS. */
    Records onMap(Source source, String metricCrs) {
        try (Layer layer = Layers.open(layerRequest(source))) {
            return rows(layer, source, Optional.of(layer.to(metricCrs)));
        }
    }

    /** The rows of a source without geometry: of a table, or the attributes of a layer. */
    Records table(Source source) {
        if (!Tables.canRead(file(source))) {
            try (Layer layer = Layers.open(layerRequest(source))) {
                return rows(layer, source, Optional.empty());
            }
        }
        TableRequest request = TableRequest.of(file(source)).withShownAs(source.file());
        if (source.layer().isPresent()) {
            request = request.withSheet(source.layer().get());
        }
        if (source.encoding().isPresent()) {
            request = request.withEncoding(source.encoding().get());
        }
        Table table = Tables.read(request);
        List<Records.Row> rows = table.rows().stream()
                .map(row -> new Records.Row(row.number(), row.cells(), Optional.empty()))
                .toList();
        return new Records(source, table.columns(), rows, problems);
    }

    /** The geometry of a file in longitude and latitude; empty unless it holds exactly one. */
    Optional<Geometry> onlyGeometry(String file, Optional<String> layerName) {
        Source source = new Source(
                "", file, layerName, Optional.empty(), Optional.empty(), Map.of(), Map.of(), Where.file(file));
        try (Layer layer = Layers.open(layerRequest(source))) {
            List<Records.Row> found =
                    rows(layer, source, Optional.of(layer.to(Crs.WGS84))).rows();
            return found.size() == 1 ? found.get(0).geometry() : Optional.empty();
        }
    }

    private LayerRequest layerRequest(Source source) {
        LayerRequest request = LayerRequest.of(file(source)).withShownAs(source.file());
        if (source.layer().isPresent()) {
            request = request.withLayer(source.layer().get());
        }
        if (source.encoding().isPresent()) {
            request = request.withEncoding(source.encoding().get());
        }
        return source.crs().isPresent() ? request.withCrs(source.crs().get()) : request;
    }

    private Records rows(Layer layer, Source source, Optional<GeometryTransform> transform) {
        List<String> columns = layer.fields().stream().map(Field::name).toList();
        List<Records.Row> rows = new ArrayList<>();
        Envelope box = new Envelope();
        layer.forEach((number, feature) -> {
            if (feature.getDefaultGeometry() instanceof Geometry geometry) {
                box.expandToInclude(geometry.getEnvelopeInternal());
            }
            rows.add(new Records.Row(
                    number,
                    cells(columns, feature),
                    transform.flatMap(way -> geometry(feature, way, layer, box, source, number))));
        });
        if (transform.isPresent()) {
            misfit(layer, box, source).ifPresent(problem -> {
                throw new InputException(problem);
            });
        }
        problems.addAll(layer.findings());
        return new Records(source, columns, rows, problems);
    }

    private static Optional<Problem> misfit(Layer layer, Envelope box, Source source) {
        return CrsFit.problem(layer.crs(), box, Where.file(source.file()));
    }

    private Optional<Geometry> geometry(
            SimpleFeature feature, GeometryTransform way, Layer layer, Envelope box, Source source, long number) {
        if (!(feature.getDefaultGeometry() instanceof Geometry geometry) || geometry.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(way.apply(geometry));
        } catch (InputException e) {
            throw e.map(problem -> misfit(layer, box, source)
                    .orElse(problem.at(problem.where().inFile(source.file()).row(number))));
        }
    }

    private static List<String> cells(List<String> columns, SimpleFeature feature) {
        List<String> cells = new ArrayList<>();
        columns.forEach(column -> cells.add(text(feature.getAttribute(column))));
        return cells;
    }

    private static String text(Object value) {
        if (value == null) {
            return "";
        }
        boolean plain = !(value instanceof Number number) || !Double.isFinite(number.doubleValue());
        return plain ? value.toString().strip() : plain(value.toString());
    }

    /** Numbers of layers come as 12.0 or 1.2E7; people wrote 12 and 12000000. */
    private static String plain(String number) {
        BigDecimal value = new BigDecimal(number).stripTrailingZeros();
        return Math.abs(value.scale()) > 30 ? number : value.toPlainString();
    }
}
