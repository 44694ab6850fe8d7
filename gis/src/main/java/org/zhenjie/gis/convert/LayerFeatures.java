package org.zhenjie.gis.convert;

import static org.zhenjie.gis.problem.GisMessages.BUNDLE;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.geotools.api.feature.simple.SimpleFeature;
import org.locationtech.jts.geom.Geometry;
import org.zhenjie.gis.crs.Crs;
import org.zhenjie.gis.crs.GeometryTransform;
import org.zhenjie.gis.layer.FeatureIterator;
import org.zhenjie.gis.layer.Field;
import org.zhenjie.gis.layer.Layer;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.gis.store.FreeNames;
import org.zhenjie.gis.write.OutFeature;
import org.zhenjie.gis.write.OutField;
import org.zhenjie.gis.write.OutLayer;

/** The features of a layer read, as features to write; reads the layer anew each time it is gone through. */
final class LayerFeatures implements Iterable<OutFeature>, AutoCloseable {
    private static final int STEP = 1000;

    private final Layer layer;
    private final Conversion.Watch watch;
    private final List<String> names = new ArrayList<>();
    private final List<OutField> fields = new ArrayList<>();
    private Where where;
    private GeometryTransform transform;
    private long count;
    private Optional<FeatureIterator> open = Optional.empty();

    LayerFeatures(Layer layer, Conversion.Watch watch) {
        this.layer = layer;
        this.watch = watch;
    }

    OutLayer outLayer(Optional<String> toCrs, Optional<Charset> encoding, Where file, List<Problem> findings) {
        where = file;
        Crs.Described own = new Crs.Described(layer.crs(), layer.crsCode());
        Crs.Described target = toCrs.map(code -> new Crs.Described(Crs.decode(code), Crs.normalised(code)))
                .orElse(own);
        transform = Crs.between(own.crs(), target.crs());
        count = layer.count();
        layer.fields().forEach(field -> add(field, findings));
        findings.addAll(layer.findings());
        return new OutLayer(layer.name(), target, fields, this, encoding);
    }

    private void add(Field field, List<Problem> findings) {
        if (field.type() == byte[].class) {
            findings.add(Problem.warning(BUNDLE, "write.binaryLeftOut", where.field(field.name())));
            return;
        }
        String name =
                FreeNames.of(field.name(), fields.stream().map(OutField::name).toList());
        if (!name.equals(field.name())) {
            findings.add(Problem.warning(BUNDLE, "write.renamed", where.field(field.name()), name));
        }
        names.add(field.name());
        fields.add(new OutField(name, field.type()));
    }

    @Override
    public Iterator<OutFeature> iterator() {
        closeOpen();
        FeatureIterator features = layer.iterator();
        open = Optional.of(features);
        return new Iterator<>() {
            private long row;

            @Override
            public boolean hasNext() {
                return features.hasNext();
            }

            @Override
            public OutFeature next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                if (row % STEP == 0) {
                    watch.at(layer.name(), row, count);
                }
                row++;
                return out(features.next(), row);
            }
        };
    }

    private OutFeature out(SimpleFeature feature, long row) {
        Geometry geometry = (Geometry) feature.getDefaultGeometry();
        List<Object> values = new ArrayList<>(names.size());
        names.forEach(name -> values.add(feature.getAttribute(name)));
        try {
            return new OutFeature(geometry == null ? null : transform.apply(geometry), values);
        } catch (InputException e) {
            throw e.map(problem ->
                    problem.at(problem.where().inFile(where.file().orElse("")).row(row)));
        }
    }

    private void closeOpen() {
        open.ifPresent(FeatureIterator::close);
        open = Optional.empty();
    }

    @Override
    public void close() {
        closeOpen();
        layer.close();
    }
}
