package org.zhenjie.gis.kml;

import static org.zhenjie.gis.problem.GisMessages.BUNDLE;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.zhenjie.gis.crs.Crs;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.gis.store.FileStore;
import org.zhenjie.gis.store.LayerData;
import org.zhenjie.gis.store.LearnedLayer;

/** A KML file, or those in a KMZ, as a store of one layer; the format is always WGS 84. */
public final class KmlStore extends FileStore {
    private final Path file;

    /** A store over the file, which is not touched yet. */
    public KmlStore(Path file) {
        this.file = file;
    }

    @Override
    protected List<String> layerNames() {
        return List.of(baseName(file));
    }

    @Override
    protected LayerData openLayer(String name) throws IOException {
        return new LearnedLayer<>(() -> KmlFeatures.open(file), this::conclude, Optional.empty());
    }

    private Optional<Crs.Described> conclude(KmlFeatures features, Envelope bounds, List<Problem> findings) {
        if (features.unread() > 0) {
            findings.add(Problem.warning(BUNDLE, "kml.unread", Where.file(file.toString()), features.unread()));
        }
        return Optional.of(new Crs.Described(Crs.decode(Crs.WGS84), Crs.WGS84));
    }
}
