package org.zhenjie.gis.shapefile;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.gis.store.WindowedFile;

/**
 * The geometry file. Where an index file is there, records are taken from where it says: editors leave outdated records
 * behind in the geometry file. Without one, records are read one after another.
 */
final class ShpFile implements Closeable {
    private static final int HEADER = 100;
    private static final int FILE_CODE = 9994;
    private static final int RECORD_HEADER = 8;
    private static final int INDEX_ENTRY = 8;

    private final Where where;
    private final WindowedFile shp;
    private final Optional<WindowedFile> shx;
    private final ShapeParser parser = new ShapeParser();
    private final ShapeType type;
    private final Envelope bounds;
    private long nextOffset = HEADER;

    private ShpFile(Where where, WindowedFile shp, Optional<WindowedFile> shx) throws IOException {
        this.where = where;
        this.shp = shp;
        this.shx = shx;
        if (shp.size() == 0) {
            throw new InputException(Problems.error("file.empty", where));
        }
        if (shp.size() < HEADER || shp.at(0, 4).getInt() != FILE_CODE) {
            throw new InputException(Problems.error("shapefile.notOne", where));
        }
        ByteBuffer header = shp.at(0, HEADER).order(ByteOrder.LITTLE_ENDIAN);
        int code = header.getInt(32);
        type = ShapeType.of(code).orElseThrow(() -> new InputException(Problems.error("shapefile.type", where, code)));
        bounds = box(header);
    }

    static ShpFile open(Companions files) throws IOException {
        WindowedFile shp = new WindowedFile(files.shp());
        Optional<WindowedFile> shx = Optional.empty();
        try {
            shx = index(files);
            return new ShpFile(files.where(), shp, shx);
        } catch (IOException | RuntimeException e) {
            shp.close();
            if (shx.isPresent()) {
                shx.get().close();
            }
            throw e;
        }
    }

    private static Optional<WindowedFile> index(Companions files) throws IOException {
        Optional<Path> path = files.find("shx");
        return path.isEmpty() ? Optional.empty() : Optional.of(new WindowedFile(path.get()));
    }

    ShapeType type() {
        return type;
    }

    /** The extent as the header has it; null-envelope where there is none. */
    Envelope bounds() {
        return bounds;
    }

    boolean hasIndex() {
        return shx.isPresent();
    }

    /** Number of records: from the index, else by stepping through the record headers. */
    long count() throws IOException {
        if (shx.isPresent()) {
            return Math.max(0, (shx.get().size() - HEADER) / INDEX_ENTRY);
        }
        long count = 0;
        long offset = HEADER;
        while (shp.has(offset, RECORD_HEADER)) {
            offset = end(offset, count + 1);
            count++;
        }
        return count;
    }

    /** The geometry of a record, from 1; records are asked for in order. Null for a null shape. */
    Geometry read(long row) throws IOException {
        long offset = shx.isPresent() ? indexed(row) : nextOffset;
        long end = end(offset, row);
        nextOffset = end;
        ByteBuffer content = shp.at(offset + RECORD_HEADER, (int) (end - offset - RECORD_HEADER));
        try {
            return parser.parse(content);
        } catch (ShapeParser.Broken e) {
            throw new InputException(Problems.error("shapefile.record", where.row(row), e.getMessage()), e);
        }
    }

    private long indexed(long row) throws IOException {
        WindowedFile index = shx.orElseThrow();
        long offset = 2L
                * Integer.toUnsignedLong(
                        index.at(HEADER + (row - 1) * INDEX_ENTRY, 4).getInt());
        if (offset < HEADER || !shp.has(offset, RECORD_HEADER)) {
            throw new InputException(Problems.error("shapefile.truncated", where.row(row), shp.size()));
        }
        return offset;
    }

    private long end(long offset, long row) throws IOException {
        if (!shp.has(offset, RECORD_HEADER)) {
            throw new InputException(Problems.error("shapefile.truncated", where.row(row), shp.size()));
        }
        long length = 2L * shp.at(offset + 4, 4).getInt();
        if (length < 0 || length > Integer.MAX_VALUE) {
            throw new InputException(Problems.error("shapefile.record", where.row(row), "length " + length));
        }
        if (!shp.has(offset + RECORD_HEADER, length)) {
            throw new InputException(Problems.error("shapefile.truncated", where.row(row), shp.size()));
        }
        return offset + RECORD_HEADER + length;
    }

    private static Envelope box(ByteBuffer header) {
        double minX = header.getDouble(36);
        double minY = header.getDouble(44);
        double maxX = header.getDouble(52);
        double maxY = header.getDouble(60);
        boolean usable = Double.isFinite(minX)
                && Double.isFinite(minY)
                && Double.isFinite(maxX)
                && Double.isFinite(maxY)
                && minX <= maxX
                && minY <= maxY
                && (minX != 0 || minY != 0 || maxX != 0 || maxY != 0);
        return usable ? new Envelope(minX, maxX, minY, maxY) : new Envelope();
    }

    @Override
    public void close() throws IOException {
        try {
            shp.close();
        } finally {
            if (shx.isPresent()) {
                shx.get().close();
            }
        }
    }
}
