package org.zhenjie.gis.store;

import java.io.IOException;
import org.locationtech.jts.geom.Envelope;

/**
 * What only reading all features tells.
 *
 * @param count number of features
 * @param bounds extent of all; null-envelope where there is none
 */
public record Scan(long count, Envelope bounds) {
    /** Reads all features. */
    public static Scan of(LayerData layer) throws IOException {
        Envelope bounds = new Envelope();
        long count = 0;
        try (FeatureCursor cursor = layer.open()) {
            while (cursor.next()) {
                count++;
                if (cursor.geometry() != null) {
                    bounds.expandToInclude(cursor.geometry().getEnvelopeInternal());
                }
            }
        }
        return new Scan(count, bounds);
    }
}
