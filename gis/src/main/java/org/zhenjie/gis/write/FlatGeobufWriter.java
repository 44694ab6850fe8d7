package org.zhenjie.gis.write;

import com.google.flatbuffers.FlatBufferBuilder;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.wololo.flatgeobuf.Constants;
import org.wololo.flatgeobuf.NodeItem;
import org.wololo.flatgeobuf.PackedRTree;
import org.wololo.flatgeobuf.generated.Column;
import org.wololo.flatgeobuf.generated.ColumnType;
import org.wololo.flatgeobuf.generated.Crs;
import org.wololo.flatgeobuf.generated.Feature;
import org.wololo.flatgeobuf.generated.Header;
import org.zhenjie.gis.problem.Problem;

/**
 * Writes FlatGeobuf with its index. The index wants the features along a curve that fills the plane, so they are written
 * to a file of their own first; memory holds a box for each, not the feature. A layer with features that have no geometry
 * gets no index, because the format cannot place them in one.
 */
final class FlatGeobufWriter {
    private static final short NODE_SIZE = 16;
    private static final int NO_INDEX = 0;

    private final OutLayer layer;
    private final OutGeometryType type;
    private final FlatBufferBuilder builder = new FlatBufferBuilder(1 << 14);
    private final List<PackedRTree.FeatureItem> items = new ArrayList<>();
    private final Envelope bounds = new Envelope();
    private boolean indexed = true;
    private ByteBuffer properties = ByteBuffer.allocate(1 << 12).order(ByteOrder.LITTLE_ENDIAN);

    private FlatGeobufWriter(OutLayer layer) {
        this.layer = layer;
        this.type = OutGeometryType.of(layer.features());
    }

    static List<Problem> write(Path file, OutLayer layer) throws IOException {
        FlatGeobufWriter writer = new FlatGeobufWriter(layer);
        Path features = AtomicFiles.temporary(file);
        try {
            writer.features(features);
            AtomicFiles.write(file, temporary -> writer.assemble(temporary, features));
        } finally {
            Files.deleteIfExists(features);
        }
        return List.of();
    }

    private void features(Path path) throws IOException {
        long offset = 0;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16)) {
            for (OutFeature feature : layer.features()) {
                Geometry shape = type.fit(feature.geometry());
                ByteBuffer bytes = feature(shape, feature.values());
                PackedRTree.FeatureItem item = new PackedRTree.FeatureItem();
                item.offset = offset;
                item.size = bytes.remaining();
                item.nodeItem = box(shape);
                items.add(item);
                offset += item.size;
                out.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
            }
        }
    }

    private NodeItem box(Geometry shape) {
        if (shape == null || shape.isEmpty()) {
            indexed = false;
            return new NodeItem(0);
        }
        Envelope box = shape.getEnvelopeInternal();
        bounds.expandToInclude(box);
        return new NodeItem(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
    }

    private ByteBuffer feature(Geometry shape, List<Object> values) {
        builder.clear();
        int values0 = Feature.createPropertiesVector(builder, properties(values));
        int shape0 = 0;
        if (shape != null) {
            shape0 = FlatGeobufShapes.write(builder, shape);
        }
        Feature.startFeature(builder);
        Feature.addProperties(builder, values0);
        if (shape != null) {
            Feature.addGeometry(builder, shape0);
        }
        Feature.finishSizePrefixedFeatureBuffer(builder, Feature.endFeature(builder));
        return builder.dataBuffer();
    }

    private ByteBuffer properties(List<Object> values) {
        properties.clear();
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            if (value == null) {
                continue;
            }
            byte[] text = value instanceof String || value instanceof java.sql.Date
                    ? value.toString().getBytes(StandardCharsets.UTF_8)
                    : new byte[0];
            room(text.length + 16);
            properties.putShort((short) i);
            if (value instanceof Integer number) {
                properties.putInt(number);
            } else if (value instanceof Long number) {
                properties.putLong(number);
            } else if (value instanceof Double number) {
                properties.putDouble(number);
            } else if (value instanceof Boolean truth) {
                properties.put((byte) (truth ? 1 : 0));
            } else {
                properties.putInt(text.length).put(text);
            }
        }
        return properties.flip();
    }

    private void room(int bytes) {
        if (properties.remaining() < bytes) {
            int size = Math.max(2 * properties.capacity(), properties.position() + bytes);
            properties =
                    ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN).put(properties.flip());
        }
    }

    private void assemble(Path target, Path features) throws IOException {
        indexed &= !items.isEmpty();
        List<? extends PackedRTree.Item> order = items;
        if (indexed) {
            order = PackedRTree.hilbertSort(items, PackedRTree.calcExtent(items));
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target), 1 << 16);
                FileChannel in = FileChannel.open(features)) {
            out.write(Constants.MAGIC_BYTES);
            ByteBuffer header = header();
            out.write(header.array(), header.arrayOffset() + header.position(), header.remaining());
            if (indexed) {
                long offset = 0;
                for (PackedRTree.Item item : order) {
                    item.nodeItem.offset = offset;
                    offset += ((PackedRTree.FeatureItem) item).size;
                }
                new PackedRTree(order, NODE_SIZE).write(out);
            }
            for (PackedRTree.Item item : order) {
                copy(in, (PackedRTree.FeatureItem) item, out);
            }
        }
    }

    private static void copy(FileChannel in, PackedRTree.FeatureItem item, OutputStream out) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) item.size);
        while (bytes.hasRemaining() && in.read(bytes, item.offset + bytes.position()) > 0) {
            // a read may give less than asked for
        }
        out.write(bytes.array());
    }

    private ByteBuffer header() {
        builder.clear();
        int[] columns0 =
                layer.fields().stream().mapToInt(field -> column(field)).toArray();
        int columnsVector = Header.createColumnsVector(builder, columns0);
        int name = builder.createString(layer.name());
        int crs = crs();
        int envelope = bounds.isNull()
                ? 0
                : Header.createEnvelopeVector(
                        builder, new double[] {bounds.getMinX(), bounds.getMinY(), bounds.getMaxX(), bounds.getMaxY()});
        Header.startHeader(builder);
        Header.addName(builder, name);
        if (!bounds.isNull()) {
            Header.addEnvelope(builder, envelope);
        }
        Header.addGeometryType(builder, type.flatGeobufCode());
        Header.addColumns(builder, columnsVector);
        Header.addFeaturesCount(builder, items.size());
        Header.addIndexNodeSize(builder, indexed ? NODE_SIZE : NO_INDEX);
        Header.addCrs(builder, crs);
        Header.finishSizePrefixedHeaderBuffer(builder, Header.endHeader(builder));
        return builder.dataBuffer();
    }

    private int column(OutField field) {
        int name = builder.createString(field.name());
        Column.startColumn(builder);
        Column.addName(builder, name);
        Column.addType(builder, columnType(field.type()));
        return Column.endColumn(builder);
    }

    private static int columnType(Class<?> type) {
        if (type == Integer.class) {
            return ColumnType.Int;
        }
        if (type == Long.class) {
            return ColumnType.Long;
        }
        if (type == Double.class) {
            return ColumnType.Double;
        }
        if (type == Boolean.class) {
            return ColumnType.Bool;
        }
        return type == java.sql.Date.class ? ColumnType.DateTime : ColumnType.String;
    }

    private int crs() {
        CoordinateReferenceSystem system = layer.crs().crs();
        int name = builder.createString(system.getName().getCode());
        int wkt = builder.createString(CrsText.wkt(system));
        int organisation = builder.createString("EPSG");
        Crs.startCrs(builder);
        CrsText.epsg(layer.crs()).ifPresent(code -> {
            Crs.addOrg(builder, organisation);
            Crs.addCode(builder, code);
        });
        Crs.addName(builder, name);
        Crs.addWkt(builder, wkt);
        return Crs.endCrs(builder);
    }
}
