package org.zhenjie.gis.shapefile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.zhenjie.gis.crs.Crs;
import org.zhenjie.gis.encoding.Encoding;
import org.zhenjie.gis.encoding.StrictText;
import org.zhenjie.gis.layer.Field;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.store.FeatureCursor;
import org.zhenjie.gis.store.LayerData;
import org.zhenjie.gis.store.Scan;

/** A Shapefile's features: geometry and attribute table read side by side. */
final class ShapefileLayer implements LayerData {
    private static final long LONGEST_PRJ = 1 << 16;

    private final Companions files;
    private final Path dbf;
    private final ShapeType type;
    private final Envelope bounds;
    private final long count;
    private final Optional<Crs.Described> crs;
    private final DbfEncoding.Found found;
    private final List<DbfColumn> columns;
    private final List<Field> fields;
    private final List<Problem> findings = new ArrayList<>();

    private ShapefileLayer(Companions files, Path dbf, Optional<Charset> requested) throws IOException {
        this.files = files;
        this.dbf = dbf;
        try (ShpFile shapes = ShpFile.open(files);
                DbfFile table = DbfFile.open(dbf, files.where(dbf))) {
            type = shapes.type();
            bounds = shapes.bounds();
            found = DbfEncoding.find(table, files, requested);
            findings.addAll(found.findings());
            columns = table.columns().stream().filter(DbfColumn::isRead).toList();
            fields = fields(columns, found.encoding().charset());
            noteUnreadColumns(table);
            count = agreedCount(shapes, table) - found.deleted();
            if (!shapes.hasIndex()) {
                findings.add(Problems.note("shapefile.noIndex", files.where()));
            }
        }
        crs = projection();
    }

    static ShapefileLayer open(Companions files, Optional<Charset> requested) throws IOException {
        Path dbf = files.find("dbf")
                .orElseThrow(() ->
                        new InputException(Problems.error("shapefile.noTable", files.where(), files.name("dbf"))));
        return new ShapefileLayer(files, dbf, requested);
    }

    private long agreedCount(ShpFile shapes, DbfFile table) throws IOException {
        long shapeCount = shapes.count();
        if (shapeCount != table.count()) {
            throw new InputException(Problems.error("shapefile.counts", files.where(), shapeCount, table.count()));
        }
        return shapeCount;
    }

    private void noteUnreadColumns(DbfFile table) {
        for (DbfColumn column : table.columns()) {
            if (!column.isRead()) {
                findings.add(Problems.warning(
                        "dbf.columnKind",
                        files.where(dbf).field(name(column, found.encoding().charset())),
                        String.valueOf(column.kind())));
            }
        }
    }

    private Optional<Crs.Described> projection() throws IOException {
        Optional<Path> prj = files.find("prj");
        if (prj.isEmpty() || Files.size(prj.get()) == 0 || Files.size(prj.get()) > LONGEST_PRJ) {
            return Optional.empty();
        }
        String text = new String(Files.readAllBytes(prj.get()), StandardCharsets.UTF_8).replace("\uFEFF", "");
        try {
            return Optional.of(Crs.describedBy(text, files.where(prj.get())));
        } catch (InputException e) {
            // the user may still give the CRS; without it the layer says what to write
            e.problems().forEach(p -> findings.add(Problems.warning(p.key(), p.where())));
            return Optional.empty();
        }
    }

    private static List<Field> fields(List<DbfColumn> columns, Charset charset) {
        List<Field> result = new ArrayList<>();
        Set<String> taken = new HashSet<>(Set.of(GEOMETRY));
        for (DbfColumn column : columns) {
            String wanted = name(column, charset);
            String name = wanted;
            for (int i = 2; !taken.add(name); i++) {
                name = wanted + "_" + i;
            }
            result.add(new Field(name, column.type()));
        }
        return List.copyOf(result);
    }

    private static String name(DbfColumn column, Charset charset) {
        return StrictText.decode(column.nameBytes(), charset, true)
                .orElseGet(() -> new String(column.nameBytes(), StandardCharsets.ISO_8859_1))
                .strip();
    }

    /** As GeoTools' own plugin names it. */
    private static final String GEOMETRY = "the_geom";

    @Override
    public String geometryName() {
        return GEOMETRY;
    }

    @Override
    public Class<? extends Geometry> geometryType() {
        return type.geometry;
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
    public long count() {
        return count;
    }

    /** As the header has it; some tools leave it empty, then the shapes themselves say. */
    @Override
    public Envelope bounds() throws IOException {
        if (bounds.isNull() && count > 0) {
            bounds.expandToInclude(Scan.of(this).bounds());
        }
        return count == 0 ? new Envelope() : new Envelope(bounds);
    }

    @Override
    public Optional<Encoding> encoding() {
        return Optional.of(found.encoding());
    }

    @Override
    public List<Problem> findings() {
        return List.copyOf(findings);
    }

    @Override
    public FeatureCursor open() throws IOException {
        ShpFile shapes = ShpFile.open(files);
        try {
            return new Cursor(shapes, DbfFile.open(dbf, files.where(dbf)));
        } catch (IOException | RuntimeException e) {
            shapes.close();
            throw e;
        }
    }

    private final class Cursor implements FeatureCursor {
        private final ShpFile shapes;
        private final DbfFile table;
        private final DbfValues reader;
        private long row;
        private Geometry geometry;
        private List<Object> values;

        Cursor(ShpFile shapes, DbfFile table) {
            this.shapes = shapes;
            this.table = table;
            this.reader = new DbfValues(files.where(dbf), found.encoding().charset());
        }

        @Override
        public boolean next() throws IOException {
            while (row < table.count()) {
                row++;
                Geometry shape = shapes.read(row);
                ByteBuffer record = table.record(row);
                if (!DbfFile.isDeleted(record)) {
                    geometry = shape;
                    values = values(record);
                    return true;
                }
            }
            return false;
        }

        private List<Object> values(ByteBuffer record) {
            List<Object> result = new ArrayList<>(columns.size());
            for (int i = 0; i < columns.size(); i++) {
                result.add(reader.read(record, columns.get(i), fields.get(i).name(), row));
            }
            return result;
        }

        @Override
        public long id() {
            return row;
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
            try {
                shapes.close();
            } finally {
                table.close();
            }
        }
    }
}
