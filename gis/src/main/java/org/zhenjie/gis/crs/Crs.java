package org.zhenjie.gis.crs;

import static org.zhenjie.gis.problem.GisMessages.BUNDLE;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.api.referencing.datum.Datum;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.geometry.jts.ReferencedEnvelope;
import org.geotools.referencing.CRS;
import org.geotools.referencing.operation.transform.ConcatenatedTransform;
import org.geotools.referencing.operation.transform.IdentityTransform;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;

/**
 * Coordinate reference systems by code. The first use in a run loads the EPSG tables and takes about a second: callers
 * keep it off the start-up path. Thread-safe.
 */
public final class Crs {
    /** Longitude and latitude on WGS 84: what GeoJSON and satellite positions are in. */
    public static final String WGS84 = "EPSG:4326";

    private static final Pattern URN = Pattern.compile("(?i)urn:ogc:def:crs:([A-Z]+):[^:]*:(\\w+)");
    private static final Pattern URL =
            Pattern.compile("(?i)https?://www\\.opengis\\.net/def/crs/([A-Z]+)/[^/]+/(\\w+)");
    private static final Pattern AXIS = Pattern.compile("(?i),\\s*AXIS\\s*\\[\\s*\"[^\"]*\"\\s*,\\s*\\w+\\s*]");
    private static final Envelope CHINA = new Envelope(73.5, 136.5, 3, 54);
    private static final Set<String> WGS84_DATUMS = Set.of("WGS84", "WORLDGEODETICSYSTEM1984", "DWGS1984");
    private static final Set<String> CGCS2000_DATUMS =
            Set.of("CHINA2000", "CHINAGEODETICCOORDINATESYSTEM2000", "DCHINA2000", "CGCS2000");

    /** Looking up which code a text means takes tenths of a second, and the layers of a study have few texts. */
    private static final int MOST_DESCRIBED = 100;

    private static final Map<String, CoordinateReferenceSystem> DECODED = new ConcurrentHashMap<>();
    private static final Map<String, Described> DESCRIBED = new ConcurrentHashMap<>();

    private Crs() {}

    /**
     * The system of a code such as {@code EPSG:4547}, {@code 4547}, {@code CRS84}, an OGC URN, {@code GCJ-02} or {@code BD-09},
     * with x before y whatever the authority's own axis order is. {@code EPSG:2383 +towgs84=dx,dy,dz,rx,ry,rz,ds} gives a system
     * the shift to WGS 84 that a mapping office measured, see {@link OwnShift}.
     *
     * @throws InputException if the code is unknown, or the shift cannot be understood
     */
    public static CoordinateReferenceSystem decode(String code) {
        String plain = normalised(code);
        CoordinateReferenceSystem known = DECODED.get(plain);
        if (known == null) {
            known = load(code, plain);
            DECODED.put(plain, known);
        }
        return known;
    }

    /**
     * The code in the form {@code AUTHORITY:NUMBER}; {@code CRS84} in its spellings becomes {@value #WGS84}, the systems of web maps
     * their usual code. Does not check that the code exists.
     */
    public static String normalised(String code) {
        Optional<OwnShift> shift = OwnShift.in(code);
        if (shift.isPresent()) {
            return normalised(shift.get().code()) + " " + shift.get().text();
        }
        Optional<ShiftedSystem> ofWebMaps = ShiftedSystem.named(code);
        if (ofWebMaps.isPresent()) {
            return ofWebMaps.get().code();
        }
        String plain = code.strip();
        for (Pattern form : new Pattern[] {URN, URL}) {
            Matcher matcher = form.matcher(plain);
            if (matcher.matches()) {
                plain = matcher.group(1) + ":" + matcher.group(2);
            }
        }
        plain = plain.toUpperCase(Locale.ROOT);
        if (plain.equals("CRS84") || plain.equals("OGC:CRS84") || plain.equals("CRS:84")) {
            return WGS84;
        }
        return plain.matches("\\d+") ? "EPSG:" + plain : plain;
    }

    /**
     * The system that a {@code .prj} or a WKT column describes, and its code where it is a known one.
     *
     * @throws InputException if the text is not a coordinate reference system
     */
    public static Described describedBy(String wkt, Where where) {
        Described known = DESCRIBED.get(wkt);
        if (known == null) {
            known = described(wkt, where);
            if (DESCRIBED.size() < MOST_DESCRIBED) {
                DESCRIBED.put(wkt, known);
            }
        }
        return known;
    }

    private static Described described(String wkt, Where where) {
        // coordinates in files are x, y whatever axis order the text declares
        String withoutAxes = AXIS.matcher(wkt.strip()).replaceAll("");
        CoordinateReferenceSystem parsed;
        try {
            parsed = CRS.parseWKT(withoutAxes);
        } catch (FactoryException | RuntimeException | StackOverflowError e) {
            // the parser goes as deep as the brackets do
            throw new InputException(Problem.error(BUNDLE, "crs.wkt", where), e);
        }
        Optional<ShiftedSystem> ofWebMaps = ShiftedSystem.of(parsed);
        if (ofWebMaps.isPresent()) {
            return new Described(ofWebMaps.get().crs(), ofWebMaps.get().code());
        }
        return WktCodes.codeOf(parsed)
                .map(code -> new Described(decode(code), code))
                .orElseGet(() -> new Described(parsed, parsed.getName().getCode()));
    }

    /**
     * A system and what to call it.
     *
     * @param crs x before y
     * @param code {@code EPSG:n}, or the system's own name where it is none of the known
     */
    public record Described(CoordinateReferenceSystem crs, String code) {}

    /**
     * The metric system fit for an extent: within the box around China the CGCS2000 3-degree Gauss-Krüger zone of the
     * extent's middle (EPSG:4534 to 4554, central meridians 75° to 135°), elsewhere the UTM zone on WGS 84.
     *
     * @param lonLat longitude and latitude in degrees, in a geographic system
     * @throws InputException if the extent is empty or not in degrees
     */
    public static String metricFor(ReferencedEnvelope lonLat) {
        return metricFor((Envelope) lonLat);
    }

    /** As {@link #metricFor(ReferencedEnvelope)}. */
    public static String metricFor(Envelope lonLat) {
        if (lonLat.isNull() || !new Envelope(-180, 360, -90, 90).contains(lonLat)) {
            throw new InputException(
                    Problem.error(BUNDLE, "crs.notDegrees", Where.nowhere().value(lonLat.toString()), "–"));
        }
        Coordinate middle = lonLat.centre();
        if (CHINA.contains(middle)) {
            int zone = (int) Math.floor((middle.x + 1.5) / 3);
            return "EPSG:" + (4534 + Math.max(25, Math.min(45, zone)) - 25);
        }
        double x = middle.x >= 180 ? middle.x - 360 : middle.x;
        int zone = Math.min(60, (int) Math.floor((x + 180) / 6) + 1);
        return "EPSG:" + ((middle.y >= 0 ? 32600 : 32700) + zone);
    }

    /**
     * The way from one system to another.
     *
     * @throws InputException if the shift between the two datums is not known: it is never left out in silence, but for
     *     CGCS2000 and WGS 84, which agree within centimetres
     */
    public static GeometryTransform between(CoordinateReferenceSystem from, CoordinateReferenceSystem to) {
        String fromName = name(from);
        String toName = name(to);
        try {
            return new GeometryTransform(transform(from, to), fromName, toName);
        } catch (FactoryException e) {
            throw new InputException(Problem.error(BUNDLE, "crs.noShift", Where.nowhere(), fromName, toName), e);
        }
    }

    private static MathTransform transform(CoordinateReferenceSystem from, CoordinateReferenceSystem to)
            throws FactoryException {
        if (CRS.equalsIgnoreMetadata(from, to)) {
            return IdentityTransform.create(2);
        }
        Optional<ShiftedSystem> away = ShiftedSystem.of(from);
        Optional<ShiftedSystem> back = ShiftedSystem.of(to);
        if (away.isEmpty() && back.isEmpty() && !OwnShift.isIn(from) && !OwnShift.isIn(to)) {
            return CRS.findMathTransform(from, to, agreeInPractice(from, to));
        }
        // what these are shifted against is WGS 84
        CoordinateReferenceSystem wgs84 = decode(WGS84);
        MathTransform first = away.isPresent()
                ? WebMapShift.from(away.get())
                : CRS.findMathTransform(from, wgs84, agreeInPractice(from, wgs84));
        MathTransform second = back.isPresent()
                ? WebMapShift.to(back.get())
                : CRS.findMathTransform(wgs84, to, agreeInPractice(wgs84, to));
        return ConcatenatedTransform.create(first, second);
    }

    /** Whether coordinates of the system are lengths in metres. */
    public static boolean isMetric(CoordinateReferenceSystem crs) {
        return crs instanceof ProjectedCRS
                && "m".equals(crs.getCoordinateSystem().getAxis(0).getUnit().toString());
    }

    /** Whether coordinates of the system are longitude and latitude. */
    public static boolean isGeographic(CoordinateReferenceSystem crs) {
        return crs instanceof GeographicCRS;
    }

    /** The code of a system where it carries one, else its name. */
    public static String name(CoordinateReferenceSystem crs) {
        return crs.getIdentifiers().stream()
                .findFirst()
                .map(Object::toString)
                .orElse(crs.getName().getCode());
    }

    private static CoordinateReferenceSystem load(String asWritten, String code) {
        Optional<OwnShift> shift = OwnShift.in(code);
        if (shift.isPresent()) {
            return shift.get().on(decode(shift.get().code()));
        }
        Optional<ShiftedSystem> ofWebMaps = ShiftedSystem.named(code);
        if (ofWebMaps.isPresent()) {
            return ofWebMaps.get().crs();
        }
        try {
            return CRS.decode(code, true);
        } catch (FactoryException | RuntimeException e) {
            throw new InputException(
                    Problem.error(BUNDLE, "crs.unknown", Where.nowhere().value(asWritten)), e);
        }
    }

    private static boolean agreeInPractice(CoordinateReferenceSystem a, CoordinateReferenceSystem b) {
        Optional<String> one = datumName(a);
        Optional<String> other = datumName(b);
        return one.isPresent()
                && other.isPresent()
                && (isPair(one.get(), other.get()) || isPair(other.get(), one.get()));
    }

    private static boolean isPair(String wgs84, String cgcs2000) {
        return WGS84_DATUMS.contains(wgs84) && CGCS2000_DATUMS.contains(cgcs2000);
    }

    private static Optional<String> datumName(CoordinateReferenceSystem crs) {
        Datum datum = null;
        if (crs instanceof GeographicCRS geographic) {
            datum = geographic.getDatum();
        } else if (crs instanceof ProjectedCRS projected) {
            datum = projected.getDatum();
        }
        return Optional.ofNullable(datum)
                .map(d -> d.getName().getCode().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", ""));
    }
}
