package org.zhenjie.gis.layer;

import org.geotools.api.feature.simple.SimpleFeature;

/** Takes features one by one, in the order of the file. */
@FunctionalInterface
public interface FeatureConsumer {
    /**
     * Takes a feature.
     *
     * @param row number of the feature in the file, from 1
     * @param feature its attributes by name; its default geometry may be null
     */
    void accept(long row, SimpleFeature feature);
}
