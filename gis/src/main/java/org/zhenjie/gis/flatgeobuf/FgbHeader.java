package org.zhenjie.gis.flatgeobuf;

import static org.zhenjie.gis.problem.GisMessages.BUNDLE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.wololo.flatgeobuf.generated.Crs;
import org.wololo.flatgeobuf.generated.Header;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.gis.store.WindowedFile;

/**
 * What stands before the features.
 *
 * @param geometryType code of all geometries; 0 where each says for itself
 * @param columns of the properties
 * @param count number of features; 0 where the file does not say
 * @param bounds extent of all; null-envelope where the file does not say
 * @param authority e.g. {@code EPSG:4490}
 * @param wkt description of the coordinate reference system
 * @param index the index; empty where there is none
 * @param features place of the first feature
 */
record FgbHeader(
        int geometryType,
        List<FgbColumn> columns,
        long count,
        Envelope bounds,
        Optional<String> authority,
        Optional<String> wkt,
        Optional<FgbIndex> index,
        long features) {
    private static final byte[] MAGIC = {'f', 'g', 'b', 3, 'f', 'g', 'b'};
    private static final int MAGIC_BYTES = 8;
    private static final int LENGTH_BYTES = 4;
    /** A feature is at least its length and an empty table. */
    private static final int LEAST_FEATURE = 8;

    static FgbHeader read(WindowedFile file, Where where) throws IOException {
        if (file.size() == 0) {
            throw new InputException(Problem.error(BUNDLE, "file.empty", where));
        }
        if (!file.has(0, MAGIC_BYTES + LENGTH_BYTES) || !isMagic(file.at(0, MAGIC_BYTES))) {
            throw new InputException(Problem.error(BUNDLE, "fgb.notOne", where));
        }
        int length = file.at(MAGIC_BYTES, LENGTH_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .getInt();
        long start = MAGIC_BYTES + LENGTH_BYTES;
        if (length < LEAST_FEATURE || !file.has(start, length)) {
            throw Damage.at(where, "header of " + length + " bytes");
        }
        // a copy: the window moves on while the header is in use
        ByteBuffer bytes =
                ByteBuffer.allocate(length).put(file.at(start, length)).flip();
        return Damage.guarded(where, () -> of(Header.getRootAsHeader(bytes), start + length, file, where));
    }

    private static boolean isMagic(ByteBuffer bytes) {
        for (byte expected : MAGIC) {
            if (bytes.get() != expected) {
                return false;
            }
        }
        return true;
    }

    private static FgbHeader of(Header header, long indexStart, WindowedFile file, Where where) {
        long count = header.featuresCount();
        if (count < 0 || count > file.size() / LEAST_FEATURE) {
            throw Damage.at(where, count + " features");
        }
        boolean indexed = header.indexNodeSize() > 0 && count > 0;
        Optional<FgbIndex> index = indexed
                ? Optional.of(new FgbIndex(indexStart, Math.toIntExact(count), header.indexNodeSize()))
                : Optional.empty();
        long features = indexStart + index.map(FgbIndex::size).orElse(0L);
        if (!file.has(features, 0)) {
            throw Damage.at(where, "index beyond the end");
        }
        return new FgbHeader(
                header.geometryType(),
                columns(header),
                count,
                bounds(header),
                authority(header.crs()),
                Optional.ofNullable(header.crs()).map(Crs::wkt).filter(text -> !text.isBlank()),
                index,
                features);
    }

    private static List<FgbColumn> columns(Header header) {
        List<FgbColumn> columns = new ArrayList<>();
        for (int i = 0; i < header.columnsLength(); i++) {
            columns.add(new FgbColumn(
                    String.valueOf(header.columns(i).name()), header.columns(i).type()));
        }
        return List.copyOf(columns);
    }

    private static Envelope bounds(Header header) {
        if (header.envelopeLength() < 4) {
            return new Envelope();
        }
        Envelope bounds = new Envelope(header.envelope(0), header.envelope(2), header.envelope(1), header.envelope(3));
        boolean usable = Double.isFinite(bounds.getWidth()) && Double.isFinite(bounds.getHeight());
        return usable ? bounds : new Envelope();
    }

    private static Optional<String> authority(Crs crs) {
        if (crs == null || crs.code() <= 0) {
            return Optional.empty();
        }
        String organisation = crs.org();
        return Optional.of((organisation == null || organisation.isBlank() ? "EPSG" : organisation) + ":" + crs.code());
    }
}
