package org.zhenjie.gis.csv;

import static org.zhenjie.gis.problem.GisMessages.BUNDLE;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.zhenjie.gis.crs.Crs;
import org.zhenjie.gis.encoding.Encoding;
import org.zhenjie.gis.layer.Field;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.gis.store.FeatureCursor;
import org.zhenjie.gis.store.FreeNames;
import org.zhenjie.gis.store.LayerData;
import org.zhenjie.gis.store.Scan;
import org.zhenjie.gis.table.TableRequest;
import org.zhenjie.gis.table.TableRows;

/** Rows of a text file or a sheet as features. All attributes are texts: what looks like a number may be a code. */
final class CsvLayer implements LayerData {
    private final TableRequest request;
    private final List<String> columns;
    private final Optional<Encoding> encoding;
    private final PlaceColumns places;
    private Scan scan;

    private CsvLayer(TableRequest request, TableRows rows) {
        this.request = request;
        this.columns = rows.columns();
        this.encoding = rows.encoding();
        this.places = PlaceColumns.of(columns)
                .orElseThrow(() -> new InputException(Problem.error(
                        BUNDLE, "csv.noPlaces", Where.file(request.shownAs()), PlaceColumns.UNDERSTOOD, columns)));
    }

    static CsvLayer open(TableRequest request) throws IOException {
        try (TableRows rows = TableRows.open(request)) {
            return new CsvLayer(request, rows);
        }
    }

    @Override
    public String geometryName() {
        return FreeNames.of("geometry", columns);
    }

    @Override
    public Class<? extends Geometry> geometryType() {
        return places instanceof PlaceColumns.Wkt ? Geometry.class : Point.class;
    }

    @Override
    public Optional<Crs.Described> crs() {
        return places instanceof PlaceColumns.LonLat
                ? Optional.of(new Crs.Described(Crs.decode(Crs.WGS84), Crs.WGS84))
                : Optional.empty();
    }

    @Override
    public List<Field> fields() {
        return columns.stream().map(name -> new Field(name, String.class)).toList();
    }

    @Override
    public long count() throws IOException {
        return scan().count();
    }

    @Override
    public Envelope bounds() throws IOException {
        return new Envelope(scan().bounds());
    }

    private Scan scan() throws IOException {
        if (scan == null) {
            scan = Scan.of(this);
        }
        return scan;
    }

    @Override
    public Optional<Encoding> encoding() {
        return encoding;
    }

    @Override
    public List<Problem> findings() {
        return places instanceof PlaceColumns.LonLat
                ? List.of(Problem.note(BUNDLE, "csv.assumedWgs84", Where.file(request.shownAs())))
                : List.of();
    }

    @Override
    public FeatureCursor open() throws IOException {
        return new Cursor(TableRows.open(request));
    }

    private final class Cursor implements FeatureCursor {
        private final TableRows rows;
        private final GeometryFactory factory = new GeometryFactory();
        private final WKTReader wkt = new WKTReader(factory);
        private Geometry geometry;

        Cursor(TableRows rows) {
            this.rows = rows;
        }

        @Override
        public boolean next() throws IOException {
            if (!rows.next()) {
                return false;
            }
            geometry = place();
            return true;
        }

        private Geometry place() {
            if (places instanceof PlaceColumns.LonLat lonLat) {
                return point(lonLat.lon(), lonLat.lat());
            }
            if (places instanceof PlaceColumns.Xy xy) {
                return point(xy.x(), xy.y());
            }
            return parsed(((PlaceColumns.Wkt) places).column());
        }

        private Geometry point(int xColumn, int yColumn) {
            boolean hasX = !rows.cells().get(xColumn).isEmpty();
            boolean hasY = !rows.cells().get(yColumn).isEmpty();
            if (!hasX && !hasY) {
                return null;
            }
            return factory.createPoint(new CoordinateXY(number(xColumn), number(yColumn)));
        }

        private double number(int column) {
            String text = rows.cells().get(column);
            try {
                double value = Double.parseDouble(text);
                if (Double.isFinite(value)) {
                    return value;
                }
            } catch (NumberFormatException e) {
                // falls through to the same answer as for 'NaN'
            }
            throw new InputException(Problem.error(BUNDLE, "value.notNumber", where(column)));
        }

        private Geometry parsed(int column) {
            String text = rows.cells().get(column);
            if (text.isEmpty()) {
                return null;
            }
            try {
                return wkt.read(text);
            } catch (ParseException | IllegalArgumentException | StackOverflowError e) {
                // brackets nested without end overflow the reader's stack
                throw new InputException(
                        Problem.error(BUNDLE, "csv.wkt", where(column), String.valueOf(e.getMessage())), e);
            }
        }

        private Where where(int column) {
            return Where.file(request.shownAs())
                    .row(rows.row())
                    .field(columns.get(column))
                    .value(rows.cells().get(column));
        }

        @Override
        public long id() {
            return rows.row();
        }

        @Override
        public Geometry geometry() {
            return geometry;
        }

        @Override
        public List<Object> values() {
            List<Object> values = new ArrayList<>(rows.cells().size());
            rows.cells().forEach(cell -> values.add(cell.isEmpty() ? null : cell));
            return values;
        }

        @Override
        public void close() throws IOException {
            rows.close();
        }
    }
}
