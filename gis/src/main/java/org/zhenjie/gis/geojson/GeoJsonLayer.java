package org.zhenjie.gis.geojson;

import static org.zhenjie.gis.problem.GisMessages.BUNDLE;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.zhenjie.gis.crs.Crs;
import org.zhenjie.gis.encoding.Encoding;
import org.zhenjie.gis.encoding.FileEncoding;
import org.zhenjie.gis.layer.Field;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.gis.store.FeatureCursor;
import org.zhenjie.gis.store.FreeNames;
import org.zhenjie.gis.store.LayerData;

/**
 * A GeoJSON layer. JSON has no schema, so the file is read once to learn which properties there are and of what type;
 * features are read anew each time.
 */
final class GeoJsonLayer implements LayerData {
    private static final Envelope EARTH = new Envelope(-180.000001, 360.000001, -90.000001, 90.000001);

    private final Path file;
    private final Encoding encoding;
    private final List<Problem> findings = new ArrayList<>();
    private final Map<String, PropertyType> types = new LinkedHashMap<>();
    private final Envelope bounds = new Envelope();
    private Class<? extends Geometry> geometryType;
    private long count;
    private final Optional<Crs.Described> crs;
    private final List<Field> fields;
    private final String geometryName;

    private GeoJsonLayer(Path file, Encoding encoding) throws IOException {
        this.file = file;
        this.encoding = encoding;
        try (JsonFeatures features = JsonFeatures.open(file, encoding.charset())) {
            while (features.next()) {
                learn(features);
            }
            crs = crs(features);
        }
        if (!isUtf8(encoding.charset())) {
            findings.add(Problem.warning(BUNDLE, "geojson.notUtf8", Where.file(file.toString()), encoding.name()));
        }
        fields = types.entrySet().stream()
                .map(entry -> new Field(entry.getKey(), entry.getValue().type))
                .toList();
        geometryName = FreeNames.of("geometry", types.keySet());
    }

    static GeoJsonLayer open(Path file, Optional<Charset> requested) throws IOException {
        if (Files.size(file) == 0) {
            throw new InputException(Problem.error(BUNDLE, "file.empty", Where.file(file.toString())));
        }
        return new GeoJsonLayer(file, encoding(file, requested));
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

    private void learn(JsonFeatures features) {
        count++;
        features.properties().forEach((name, raw) -> types.merge(name, PropertyType.of(raw), PropertyType::with));
        Geometry geometry = features.geometry();
        if (geometry != null) {
            bounds.expandToInclude(geometry.getEnvelopeInternal());
            Class<? extends Geometry> type = geometry.getClass();
            geometryType = geometryType == null || geometryType == type ? type : Geometry.class;
        }
    }

    private Optional<Crs.Described> crs(JsonFeatures features) {
        Where where = Where.file(file.toString());
        if (features.crsName().isPresent()) {
            String name = features.crsName().get();
            try {
                String code = Crs.normalised(name);
                return Optional.of(new Crs.Described(Crs.decode(code), code));
            } catch (InputException e) {
                findings.add(Problem.warning(
                        BUNDLE, "crs.unknown", where.field("crs").value(name)));
                return Optional.empty();
            }
        }
        if (features.crsDeclared()) {
            return Optional.empty();
        }
        if (!bounds.isNull() && !EARTH.contains(bounds)) {
            findings.add(Problem.warning(BUNDLE, "geojson.notDegrees", where));
            return Optional.empty();
        }
        return Optional.of(new Crs.Described(Crs.decode(Crs.WGS84), Crs.WGS84));
    }

    @Override
    public String geometryName() {
        return geometryName;
    }

    @Override
    public Class<? extends Geometry> geometryType() {
        return geometryType == null ? Geometry.class : geometryType;
    }

    @Override
    public Optional<Crs.Described> crs() {
        return crs;
    }

    @Override
    public List<Field> fields() {
        return fields;
    }

    @Override
    public long count() {
        return count;
    }

    @Override
    public Envelope bounds() {
        return new Envelope(bounds);
    }

    @Override
    public Optional<Encoding> encoding() {
        return Optional.of(encoding);
    }

    @Override
    public List<Problem> findings() {
        return List.copyOf(findings);
    }

    @Override
    public FeatureCursor open() throws IOException {
        return new Cursor(JsonFeatures.open(file, encoding.charset()));
    }

    private final class Cursor implements FeatureCursor {
        private final JsonFeatures features;

        Cursor(JsonFeatures features) {
            this.features = features;
        }

        @Override
        public boolean next() throws IOException {
            return features.next();
        }

        @Override
        public long id() {
            return features.row();
        }

        @Override
        public Geometry geometry() {
            return features.geometry();
        }

        @Override
        public List<Object> values() {
            List<Object> values = new ArrayList<>(types.size());
            types.forEach((name, type) ->
                    values.add(type.convert(features.properties().get(name))));
            return values;
        }

        @Override
        public void close() throws IOException {
            features.close();
        }
    }
}
