package org.zhenjie.gis.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.zhenjie.gis.crs.Crs;
import org.zhenjie.gis.encoding.Encoding;
import org.zhenjie.gis.layer.Field;
import org.zhenjie.gis.problem.Problem;

/**
 * A layer of a format without a schema: the file is read once to learn which properties there are and of what type;
 * features are read anew each time.
 *
 * @param <F> the format's reader
 */
public final class LearnedLayer<F extends RawFeatures> implements LayerData {
    private final Source<F> source;
    private final Optional<Encoding> encoding;
    private final Map<String, ValueType> types = new LinkedHashMap<>();
    private final Envelope bounds = new Envelope();
    private final List<Problem> findings = new ArrayList<>();
    private final Optional<Crs.Described> crs;
    private final List<Field> fields;
    private final String geometryName;
    private Class<? extends Geometry> geometryType;
    private long count;

    /** Opens the format's reader, from the first feature on. */
    @FunctionalInterface
    public interface Source<F> {
        /** A reader before the first feature. */
        F open() throws IOException;
    }

    /** What a file says of itself once it has been read to its end. */
    @FunctionalInterface
    public interface Conclusion<F> {
        /** The coordinate reference system, empty where it is not known; may add findings. */
        Optional<Crs.Described> crs(F read, Envelope bounds, List<Problem> findings);
    }

    /**
     * Reads the file through.
     *
     * @param encoding charset of texts, where the format leaves a choice
     */
    public LearnedLayer(Source<F> source, Conclusion<F> conclusion, Optional<Encoding> encoding) throws IOException {
        this.source = source;
        this.encoding = encoding;
        try (F features = source.open()) {
            while (features.next()) {
                learn(features);
            }
            crs = conclusion.crs(features, new Envelope(bounds), findings);
        }
        fields = types.entrySet().stream()
                .map(entry -> new Field(entry.getKey(), entry.getValue().type))
                .toList();
        geometryName = FreeNames.of("geometry", types.keySet());
    }

    private void learn(RawFeatures features) {
        count++;
        features.properties().forEach((name, raw) -> types.merge(name, ValueType.of(raw), ValueType::with));
        Geometry geometry = features.geometry();
        if (geometry != null) {
            bounds.expandToInclude(geometry.getEnvelopeInternal());
            Class<? extends Geometry> type = geometry.getClass();
            geometryType = geometryType == null || geometryType == type ? type : Geometry.class;
        }
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
        return encoding;
    }

    @Override
    public List<Problem> findings() {
        return List.copyOf(findings);
    }

    @Override
    public FeatureCursor open() throws IOException {
        return new Cursor(source.open());
    }

    private final class Cursor implements FeatureCursor {
        private final RawFeatures features;

        Cursor(RawFeatures features) {
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
