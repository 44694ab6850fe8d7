package org.zhenjie.gis.flatgeobuf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.wololo.flatgeobuf.generated.Feature;
import org.wololo.flatgeobuf.generated.GeometryType;
import org.zhenjie.gis.crs.Crs;
import org.zhenjie.gis.layer.Field;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.gis.store.FeatureCursor;
import org.zhenjie.gis.store.FreeNames;
import org.zhenjie.gis.store.LayerData;
import org.zhenjie.gis.store.Scan;
import org.zhenjie.gis.store.WindowedFile;

/** The features of a FlatGeobuf, in the file's order. */
final class FlatGeobufLayer implements LayerData {
    private static final int LENGTH_BYTES = 4;

    private final Path file;
    private final Where where;
    private final FgbHeader header;
    private final List<Field> fields;
    private final Optional<Crs.Described> crs;
    private Scan scan;

    private FlatGeobufLayer(Path file, FgbHeader header) {
        this.file = file;
        this.where = Where.file(file.toString());
        this.header = header;
        this.fields = fields(header.columns());
        this.crs = header.authority().flatMap(FlatGeobufLayer::byCode).or(this::byText);
    }

    static FlatGeobufLayer open(Path file) throws IOException {
        try (WindowedFile bytes = new WindowedFile(file)) {
            return new FlatGeobufLayer(file, FgbHeader.read(bytes, Where.file(file.toString())));
        }
    }

    private static List<Field> fields(List<FgbColumn> columns) {
        List<String> names = new ArrayList<>();
        List<Field> fields = new ArrayList<>();
        for (FgbColumn column : columns) {
            String name = FreeNames.of(column.name(), names);
            names.add(name);
            fields.add(new Field(name, column.type()));
        }
        return List.copyOf(fields);
    }

    private static Optional<Crs.Described> byCode(String code) {
        try {
            return Optional.of(new Crs.Described(Crs.decode(code), Crs.normalised(code)));
        } catch (InputException e) {
            return Optional.empty();
        }
    }

    private Optional<Crs.Described> byText() {
        try {
            return header.wkt().map(text -> Crs.describedBy(text, where));
        } catch (InputException e) {
            return Optional.empty();
        }
    }

    @Override
    public String geometryName() {
        return FreeNames.of("geometry", fields.stream().map(Field::name).toList());
    }

    @Override
    public Class<? extends Geometry> geometryType() {
        return switch (header.geometryType()) {
            case GeometryType.Point -> Point.class;
            case GeometryType.LineString -> LineString.class;
            case GeometryType.Polygon -> Polygon.class;
            case GeometryType.MultiPoint -> MultiPoint.class;
            case GeometryType.MultiLineString -> MultiLineString.class;
            case GeometryType.MultiPolygon -> MultiPolygon.class;
            case GeometryType.GeometryCollection -> GeometryCollection.class;
            default -> Geometry.class;
        };
    }

    @Override
    public Optional<Crs.Described> crs() {
        return crs;
    }

    @Override
    public List<Field> fields() {
        return fields;
    }

    @Override
    public long count() throws IOException {
        return header.count() > 0 ? header.count() : scan().count();
    }

    @Override
    public Envelope bounds() throws IOException {
        return header.bounds().isNull() ? new Envelope(scan().bounds()) : new Envelope(header.bounds());
    }

    private Scan scan() throws IOException {
        if (scan == null) {
            scan = Scan.of(this);
        }
        return scan;
    }

    @Override
    public FeatureCursor open() throws IOException {
        return new Cursor(new WindowedFile(file), Optional.empty());
    }

    @Override
    public FeatureCursor open(Envelope box) throws IOException {
        if (header.index().isEmpty()) {
            return open();
        }
        WindowedFile bytes = new WindowedFile(file);
        try {
            return new Cursor(bytes, Optional.of(header.index().get().search(bytes, box, where)));
        } catch (IOException | RuntimeException e) {
            bytes.close();
            throw e;
        }
    }

    private final class Cursor implements FeatureCursor {
        private final WindowedFile bytes;
        private final Optional<long[]> places;
        private final FgbGeometry geometries = new FgbGeometry();
        private final Feature table = new Feature();
        private long position = header.features();
        private long row;
        private long id;
        private Geometry geometry;
        private List<Object> values;

        Cursor(WindowedFile bytes, Optional<long[]> places) {
            this.bytes = bytes;
            this.places = places;
        }

        @Override
        public boolean next() throws IOException {
            if (places.isPresent()) {
                if (row == places.get().length) {
                    return false;
                }
                position = header.features() + places.get()[(int) row];
            } else if (header.count() > 0 ? row == header.count() : position == bytes.size()) {
                return false;
            }
            row++;
            // of features found by the index only their places are known, which are as unique
            id = places.isPresent() ? position : row;
            read();
            return true;
        }

        private void read() throws IOException {
            Where feature = where.row(row);
            if (!bytes.has(position, LENGTH_BYTES)) {
                throw Damage.at(feature, "the file ends");
            }
            int length = bytes.at(position, LENGTH_BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .getInt();
            position += LENGTH_BYTES;
            if (length < LENGTH_BYTES || !bytes.has(position, length)) {
                throw Damage.at(feature, "feature of " + length + " bytes");
            }
            ByteBuffer in = bytes.at(position, length);
            position += length;
            Damage.guarded(feature, () -> {
                take(Feature.getRootAsFeature(in, table), length, feature);
                return null;
            });
        }

        private void take(Feature feature, int length, Where place) {
            var shape = feature.geometry();
            geometry = shape == null ? null : geometries.read(shape, header.geometryType(), length, place);
            Object[] result = new Object[fields.size()];
            ByteBuffer in = feature.propertiesAsByteBuffer();
            if (in != null) {
                in.order(ByteOrder.LITTLE_ENDIAN);
                while (in.hasRemaining()) {
                    int column = Short.toUnsignedInt(in.getShort());
                    if (column >= result.length) {
                        throw Damage.at(place, "column " + column);
                    }
                    result[column] = header.columns().get(column).read(in, place);
                }
            }
            values = Arrays.asList(result);
        }

        @Override
        public long id() {
            return id;
        }

        @Override
        public Geometry geometry() {
            return geometry;
        }

        @Override
        public List<Object> values() {
            return values;
        }

        @Override
        public void close() throws IOException {
            bytes.close();
        }
    }
}
