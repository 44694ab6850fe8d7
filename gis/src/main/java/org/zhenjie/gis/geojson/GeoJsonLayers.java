package org.zhenjie.gis.geojson;

import static org.zhenjie.gis.problem.GisMessages.BUNDLE;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.zhenjie.gis.crs.Crs;
import org.zhenjie.gis.encoding.Encoding;
import org.zhenjie.gis.encoding.FileEncoding;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.gis.store.LayerData;
import org.zhenjie.gis.store.LearnedLayer;

/** Layers of one file of GeoJSON or TopoJSON. */
final class GeoJsonLayers {
    private static final Envelope EARTH = new Envelope(-180.000001, 360.000001, -90.000001, 90.000001);

    private final Path file;
    private final Where where;
    private final Encoding encoding;

    private GeoJsonLayers(Path file, Encoding encoding) {
        this.file = file;
        this.where = Where.file(file.toString());
        this.encoding = encoding;
    }

    static GeoJsonLayers of(Path file, Optional<Charset> requested) throws IOException {
        if (Files.size(file) == 0) {
            throw new InputException(Problem.error(BUNDLE, "file.empty", Where.file(file.toString())));
        }
        return new GeoJsonLayers(file, encoding(file, requested));
    }

    private static Encoding encoding(Path file, Optional<Charset> requested) throws IOException {
        if (requested.isPresent()) {
            return new Encoding(requested.get(), Encoding.How.REQUESTED);
        }
        Encoding found = FileEncoding.of(file)
                .orElseThrow(() ->
                        new InputException(Problem.error(BUNDLE, "encoding.unknown", Where.file(file.toString()))));
        boolean unmarked = found.how() != Encoding.How.BOM;
        return unmarked && isUtf8(found.charset()) ? new Encoding(found.charset(), Encoding.How.FORMAT) : found;
    }

    private static boolean isUtf8(Charset charset) {
        return charset.equals(StandardCharsets.UTF_8);
    }

    boolean isTopology() throws IOException {
        try (JsonText text = JsonText.open(file, encoding.charset())) {
            return text.isTopology();
        }
    }

    Topology topology() throws IOException {
        return Topology.read(file, encoding.charset());
    }

    LayerData geoJson() throws IOException {
        return new LearnedLayer<>(
                () -> JsonFeatures.open(file, encoding.charset()), this::conclude, Optional.of(encoding));
    }

    LayerData ofTopology(Topology topology, String object) throws IOException {
        return new LearnedLayer<>(
                () -> TopoFeatures.open(file, encoding.charset(), topology, object),
                (features, bounds, findings) -> {
                    noteCharset(findings);
                    return assumed(bounds, findings);
                },
                Optional.of(encoding));
    }

    private Optional<Crs.Described> conclude(JsonFeatures features, Envelope bounds, List<Problem> findings) {
        noteCharset(findings);
        if (features.crsName().isPresent()) {
            return named(features.crsName().get(), findings);
        }
        return features.crsDeclared() ? Optional.empty() : assumed(bounds, findings);
    }

    private void noteCharset(List<Problem> findings) {
        if (!isUtf8(encoding.charset())) {
            findings.add(Problem.warning(BUNDLE, "geojson.notUtf8", where, encoding.name()));
        }
    }

    private Optional<Crs.Described> named(String name, List<Problem> findings) {
        try {
            String code = Crs.normalised(name);
            return Optional.of(new Crs.Described(Crs.decode(code), code));
        } catch (InputException e) {
            findings.add(
                    Problem.warning(BUNDLE, "crs.unknown", where.field("crs").value(name)));
            return Optional.empty();
        }
    }

    /** WGS 84, as both formats have it, unless the coordinates say that they cannot be degrees. */
    private Optional<Crs.Described> assumed(Envelope bounds, List<Problem> findings) {
        if (!bounds.isNull() && !EARTH.contains(bounds)) {
            findings.add(Problem.warning(BUNDLE, "geojson.notDegrees", where));
            return Optional.empty();
        }
        return Optional.of(new Crs.Described(Crs.decode(Crs.WGS84), Crs.WGS84));
    }
}
