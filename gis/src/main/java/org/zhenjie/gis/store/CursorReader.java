package org.zhenjie.gis.store;

import java.io.IOException;
import java.util.List;
import java.util.NoSuchElementException;
import org.geotools.api.data.FeatureReader;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.feature.simple.SimpleFeatureImpl;
import org.geotools.filter.identity.FeatureIdImpl;

/** GeoTools' reader over a cursor. */
final class CursorReader implements FeatureReader<SimpleFeatureType, SimpleFeature> {
    private final SimpleFeatureType type;
    private final FeatureCursor cursor;
    private boolean ahead;
    private boolean ended;

    CursorReader(SimpleFeatureType type, FeatureCursor cursor) {
        this.type = type;
        this.cursor = cursor;
    }

    @Override
    public SimpleFeatureType getFeatureType() {
        return type;
    }

    @Override
    public boolean hasNext() throws IOException {
        if (!ahead && !ended) {
            ahead = cursor.next();
            ended = !ahead;
        }
        return ahead;
    }

    @Override
    public SimpleFeature next() throws IOException {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        ahead = false;
        List<Object> attributes = cursor.values();
        Object[] values = new Object[attributes.size() + 1];
        values[0] = cursor.geometry();
        for (int i = 0; i < attributes.size(); i++) {
            values[i + 1] = attributes.get(i);
        }
        return new SimpleFeatureImpl(values, type, new FeatureIdImpl(type.getTypeName() + "." + cursor.id()), false);
    }

    @Override
    public void close() throws IOException {
        cursor.close();
    }
}
