package org.zhenjie.gis.kml;

import static org.zhenjie.gis.problem.GisMessages.BUNDLE;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.locationtech.jts.geom.Geometry;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.gis.store.Archive;
import org.zhenjie.gis.store.RawFeatures;

/** The placemarks of a KML, or of all that a KMZ holds: its first often only refers to the others. */
final class KmlFeatures implements RawFeatures {
    private final Where where;
    private final Closeable behind;
    private final Queue<Text> texts;
    private Optional<Placemarks> current = Optional.empty();
    private long row;
    private long unread;

    private interface Text {
        InputStream open() throws IOException;
    }

    private KmlFeatures(Where where, Closeable behind, List<Text> texts) {
        this.where = where;
        this.behind = behind;
        this.texts = new ArrayDeque<>(texts);
    }

    static KmlFeatures open(Path file) throws IOException {
        Where where = Where.file(file.toString());
        if (Files.size(file) == 0) {
            throw new InputException(Problem.error(BUNDLE, "file.empty", where));
        }
        if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".kmz")) {
            return new KmlFeatures(where, () -> {}, List.of(() -> Files.newInputStream(file)));
        }
        Archive archive = Archive.open(file);
        List<Text> texts = archive.names().stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).endsWith(".kml"))
                .map(name -> (Text) () -> archive.read(name))
                .toList();
        if (texts.isEmpty()) {
            archive.close();
            throw new InputException(Problem.error(BUNDLE, "kml.noneInside", where));
        }
        return new KmlFeatures(where, archive, texts);
    }

    @Override
    public boolean next() throws IOException {
        while (current.isEmpty() || !current.get().next()) {
            closeCurrent();
            if (texts.isEmpty()) {
                return false;
            }
            current = Optional.of(Placemarks.open(texts.remove().open(), row, where));
        }
        row = current.get().row();
        return true;
    }

    private void closeCurrent() throws IOException {
        if (current.isPresent()) {
            unread += current.get().unread();
            current.get().close();
            current = Optional.empty();
        }
    }

    /** How many geometries of a kind that is not read were passed by; known once all features have been read. */
    long unread() {
        return unread;
    }

    @Override
    public long row() {
        return row;
    }

    @Override
    public Geometry geometry() {
        return current.orElseThrow().geometry();
    }

    @Override
    public Map<String, Object> properties() {
        return current.orElseThrow().properties();
    }

    @Override
    public void close() throws IOException {
        try {
            closeCurrent();
        } finally {
            behind.close();
        }
    }
}
