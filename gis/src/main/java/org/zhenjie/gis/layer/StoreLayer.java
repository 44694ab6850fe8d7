package org.zhenjie.gis.layer;

import static org.zhenjie.gis.problem.GisMessages.BUNDLE;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.geotools.api.data.DataStore;
import org.geotools.api.data.FeatureReader;
import org.geotools.api.data.Query;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.api.data.Transaction;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.feature.type.GeometryDescriptor;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.data.DataUtilities;
import org.geotools.data.crs.ForceCoordinateSystemFeatureResults;
import org.geotools.feature.SchemaException;
import org.geotools.geometry.jts.ReferencedEnvelope;
import org.locationtech.jts.geom.Geometry;
import org.zhenjie.gis.crs.Crs;
import org.zhenjie.gis.crs.CrsFit;
import org.zhenjie.gis.crs.GeometryTransform;
import org.zhenjie.gis.encoding.Encoding;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;

/** A layer of a GeoTools data store, ours or another maker's. */
final class StoreLayer implements Layer {
    private final LayerRequest request;
    private final Format format;
    private final DataStore store;
    private final String name;
    private final SimpleFeatureSource source;
    private final SimpleFeatureType schema;

    StoreLayer(LayerRequest request, Format format, DataStore store, String name) throws IOException {
        this.request = request;
        this.format = format;
        this.store = store;
        this.name = name;
        this.source = store.getFeatureSource(name);
        this.schema = source.getSchema();
        requested().ifPresent(code -> Faults.named(request, () -> Crs.decode(code)));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String format() {
        return format.title();
    }

    @Override
    public Optional<Encoding> encoding() {
        return described().flatMap(d -> Faults.named(request, () -> d.encoding(name)));
    }

    @Override
    public CoordinateReferenceSystem crs() {
        return requested()
                .map(Crs::decode)
                .or(this::ownCrs)
                .orElseThrow(() -> new InputException(CrsFit.missing(
                        BUNDLE, missingCrsKey(), Where.file(request.shownAs()), bounds(), Optional.empty())));
    }

    @Override
    public String crsCode() {
        return requested()
                .or(() -> described().flatMap(d -> Faults.named(request, () -> d.crsCode(name))))
                .orElseGet(() -> Crs.name(crs()));
    }

    @Override
    public List<Field> fields() {
        return schema.getAttributeDescriptors().stream()
                .filter(attribute -> !(attribute instanceof GeometryDescriptor))
                .map(attribute ->
                        new Field(attribute.getLocalName(), attribute.getType().getBinding()))
                .toList();
    }

    @Override
    public Field field(String wanted) {
        return fields().stream()
                .filter(field -> field.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new InputException(Problem.error(
                        BUNDLE,
                        "field.unknown",
                        Where.file(request.shownAs()).field(wanted),
                        fields().stream().map(Field::name).toList())));
    }

    @Override
    public long count() {
        int quick = Faults.named(request, () -> source.getCount(Query.ALL));
        if (quick >= 0) {
            return quick;
        }
        long[] counted = {0};
        forEach((row, feature) -> counted[0] = row);
        return counted[0];
    }

    @Override
    public ReferencedEnvelope bounds() {
        CoordinateReferenceSystem crs =
                requested().map(Crs::decode).or(this::ownCrs).orElse(null);
        ReferencedEnvelope box = Faults.named(request, () -> source.getBounds());
        if (box != null) {
            return new ReferencedEnvelope(box.getMinX(), box.getMaxX(), box.getMinY(), box.getMaxY(), crs);
        }
        ReferencedEnvelope all = new ReferencedEnvelope(crs);
        forEach((row, feature) -> {
            if (feature.getDefaultGeometry() instanceof Geometry geometry) {
                all.expandToInclude(geometry.getEnvelopeInternal());
            }
        });
        return all;
    }

    @Override
    public SimpleFeatureSource source() {
        if (requested().isEmpty()) {
            return source;
        }
        return Faults.named(request, () -> {
            try {
                return DataUtilities.source(new ForceCoordinateSystemFeatureResults(source.getFeatures(), crs()));
            } catch (SchemaException e) {
                throw new IOException(e);
            }
        });
    }

    @Override
    public void forEach(FeatureConsumer consumer) {
        try (FeatureIterator features = iterator()) {
            for (long row = 1; features.hasNext(); row++) {
                consumer.accept(row, features.next());
            }
        }
    }

    @Override
    public FeatureIterator iterator() {
        return new StoreIterator(
                Faults.named(request, () -> store.getFeatureReader(new Query(name), Transaction.AUTO_COMMIT)));
    }

    private final class StoreIterator implements FeatureIterator {
        private final FeatureReader<SimpleFeatureType, SimpleFeature> reader;

        StoreIterator(FeatureReader<SimpleFeatureType, SimpleFeature> reader) {
            this.reader = reader;
        }

        @Override
        public boolean hasNext() {
            return Faults.named(request, reader::hasNext);
        }

        @Override
        public SimpleFeature next() {
            return Faults.named(request, reader::next);
        }

        @Override
        public void close() {
            Faults.named(request, () -> {
                reader.close();
                return null;
            });
        }
    }

    @Override
    public GeometryTransform to(String metricCrsCode) {
        return Faults.named(request, () -> Crs.between(crs(), Crs.decode(metricCrsCode)));
    }

    @Override
    public List<Problem> findings() {
        return described().map(d -> Faults.named(request, () -> d.findings(name))).orElse(List.of()).stream()
                .map(problem -> Faults.renamed(problem, request))
                .toList();
    }

    @Override
    public void close() {
        store.dispose();
    }

    private Optional<DescribedStore> described() {
        return store instanceof DescribedStore d ? Optional.of(d) : Optional.empty();
    }

    private Optional<String> requested() {
        return request.crs().map(Crs::normalised);
    }

    private Optional<CoordinateReferenceSystem> ownCrs() {
        return Optional.ofNullable(schema.getCoordinateReferenceSystem());
    }

    private String missingCrsKey() {
        return format == Format.SHAPEFILE ? "crs.missing.prj" : "crs.missing";
    }
}
