package org.zhenjie.gis.store;

import java.io.IOException;
import org.geotools.api.data.FeatureReader;
import org.geotools.api.data.Query;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.filter.Filter;
import org.geotools.data.store.ContentEntry;
import org.geotools.data.store.ContentFeatureSource;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.geotools.filter.visitor.ExtractBoundsFilterVisitor;
import org.geotools.geometry.jts.ReferencedEnvelope;
import org.locationtech.jts.geom.Envelope;
import org.zhenjie.gis.crs.Crs;
import org.zhenjie.gis.layer.Field;

/**
 * GeoTools' view of a layer's data. Filters, sorting and limits are GeoTools' own, on top of the stream; of a filter the
 * layer hears the box that it lies in.
 */
final class FileFeatureSource extends ContentFeatureSource {
    private final LayerData data;

    FileFeatureSource(ContentEntry entry, Query query, LayerData data) {
        super(entry, query);
        this.data = data;
    }

    @Override
    protected SimpleFeatureType buildFeatureType() {
        SimpleFeatureTypeBuilder builder = new SimpleFeatureTypeBuilder();
        builder.setName(getEntry().getName());
        builder.add(
                data.geometryName(),
                data.geometryType(),
                data.crs().map(Crs.Described::crs).orElse(null));
        for (Field field : data.fields()) {
            builder.nillable(true).add(field.name(), field.type());
        }
        builder.setDefaultGeometry(data.geometryName());
        return builder.buildFeatureType();
    }

    @Override
    protected ReferencedEnvelope getBoundsInternal(Query query) throws IOException {
        if (query.getFilter() != Filter.INCLUDE) {
            return null;
        }
        return new ReferencedEnvelope(
                data.bounds(), data.crs().map(Crs.Described::crs).orElse(null));
    }

    @Override
    protected int getCountInternal(Query query) throws IOException {
        return query.getFilter() == Filter.INCLUDE ? Math.toIntExact(data.count()) : -1;
    }

    @Override
    protected FeatureReader<SimpleFeatureType, SimpleFeature> getReaderInternal(Query query) throws IOException {
        if (query.getFilter() == Filter.INCLUDE) {
            return new CursorReader(getSchema(), data.open());
        }
        Envelope box = (Envelope) query.getFilter().accept(ExtractBoundsFilterVisitor.BOUNDS_VISITOR, null);
        boolean bounded = Double.isFinite(box.getWidth()) && Double.isFinite(box.getHeight());
        return new CursorReader(getSchema(), bounded ? data.open(box) : data.open());
    }
}
