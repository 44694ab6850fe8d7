package org.zhenjie.gis.crs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.zhenjie.gis.problem.InputException;

/**
 * Systems that coordinates may be in, where nobody says: those in use in China in which they come to lie in China, or where other
 * data of the same study lie. A list to choose from, never a choice.
 */
public final class CrsCandidates {
    /** How many are told in one message. */
    private static final int MOST_TOLD = 8;

    private static final Envelope DEGREES = new Envelope(-180.000001, 180.000001, -90.000001, 90.000001);
    private static final Envelope CHINA = new Envelope(73.5, 136.5, 3, 54);
    /** What the extent of one layer may lie outside of that of another, in degrees. */
    private static final double NEAR = 0.5;
    /** The meridian that most people of China live around: the order of zones where nothing else is known. */
    private static final double USUAL_MERIDIAN = 114;

    private static final List<String> GEOGRAPHIC = List.of(
            "EPSG:4490", Crs.WGS84, ShiftedSystem.GCJ_02.code(), ShiftedSystem.BD_09.code(), "EPSG:4610", "EPSG:4214");

    /**
     * Codes of zones that follow each other from west to east.
     *
     * @param first code of the westernmost
     * @param zones how many there are
     * @param easting false easting of the westernmost, metres
     * @param step what the false easting grows by from zone to zone: 1,000,000 where the zone's number stands before it, else 0
     * @param meridian central meridian of the westernmost, degrees
     * @param width of a zone, degrees
     */
    private record Family(int first, int zones, double easting, double step, double meridian, double width) {
        /** Zones are used a little beyond their edge. */
        private static final double METRES_OF_A_DEGREE = 120_000;

        Stream<Zone> zonesAt(double x) {
            return IntStream.range(0, zones)
                    .filter(i -> Math.abs(x - easting - i * step) < width / 2 * METRES_OF_A_DEGREE)
                    .mapToObj(i -> new Zone("EPSG:" + (first + i), meridian + i * width));
        }
    }

    private record Zone(String code, double meridian) {}

    private static final double NUMBERED = 1_000_000;
    private static final List<Family> FAMILIES = List.of(
            new Family(4513, 21, 25_500_000, NUMBERED, 75, 3), // CGCS2000, 3 degrees
            new Family(4534, 21, 500_000, 0, 75, 3),
            new Family(4491, 11, 13_500_000, NUMBERED, 75, 6), // CGCS2000, 6 degrees
            new Family(4502, 11, 500_000, 0, 75, 6),
            new Family(2349, 21, 25_500_000, NUMBERED, 75, 3), // Xian 80
            new Family(2370, 21, 500_000, 0, 75, 3),
            new Family(2327, 11, 13_500_000, NUMBERED, 75, 6),
            new Family(2338, 11, 500_000, 0, 75, 6),
            new Family(2401, 21, 25_500_000, NUMBERED, 75, 3), // Beijing 54
            new Family(2422, 21, 500_000, 0, 75, 3),
            new Family(21413, 11, 13_500_000, NUMBERED, 75, 6),
            new Family(21453, 11, 500_000, 0, 75, 6),
            new Family(32643, 11, 500_000, 0, 75, 6), // UTM on WGS 84
            new Family(3857, 1, 11_700_000, 0, 105, 64)); // web Mercator

    private CrsCandidates() {}

    /**
     * A system that the coordinates may be in.
     *
     * @param code e.g. {@code EPSG:4547}
     * @param name of the system
     * @param place longitude and latitude, in degrees of that system, of the middle of the extent
     */
    public record Candidate(String code, String name, Coordinate place) {
        /** E.g. {@code EPSG:4547 (CGCS2000 / 3-degree Gauss-Kruger CM 114E, 115.300 22.800)}. */
        public String text() {
            return String.format(Locale.ROOT, "%s (%s, %.3f %.3f)", code, name, place.x, place.y);
        }
    }

    /**
     * The systems that an extent fits, the likelier ones first.
     *
     * @param box extent of the coordinates as they stand in the file
     * @param near extent in longitude and latitude where the data have to lie, where that is known
     */
    public static List<Candidate> of(Envelope box, Optional<Envelope> near) {
        if (box.isNull()) {
            return List.of();
        }
        Coordinate middle = box.centre();
        Stream<String> codes = DEGREES.contains(box) ? GEOGRAPHIC.stream() : zones(middle.x, near);
        List<Candidate> candidates = new ArrayList<>();
        codes.forEach(code -> candidate(code, middle)
                .filter(candidate ->
                        near.map(CrsCandidates::widened).orElse(CHINA).contains(candidate.place()))
                .ifPresent(candidates::add));
        return candidates;
    }

    /** The candidates as texts for a message: the first ones, and how many more there are. */
    public static List<String> texts(List<Candidate> candidates) {
        Stream<String> first = candidates.stream().limit(MOST_TOLD).map(Candidate::text);
        int more = candidates.size() - MOST_TOLD;
        return more > 0 ? Stream.concat(first, Stream.of("+ " + more)).toList() : first.toList();
    }

    /** Whether the coordinates are degrees, latitude first, of places in China. */
    public static boolean areSwapped(Envelope box) {
        return CHINA.contains(new Envelope(box.getMinY(), box.getMaxY(), box.getMinX(), box.getMaxX()))
                && !CHINA.contains(box);
    }

    private static Stream<String> zones(double x, Optional<Envelope> near) {
        double meridian = near.map(box -> box.centre().x).orElse(USUAL_MERIDIAN);
        return FAMILIES.stream()
                .flatMap(family -> family.zonesAt(x)
                        .sorted(Comparator.comparingDouble(zone -> Math.abs(zone.meridian() - meridian))))
                .map(Zone::code);
    }

    private static Envelope widened(Envelope box) {
        Envelope wide = new Envelope(box);
        wide.expandBy(NEAR);
        return wide;
    }

    /** The middle in degrees of the system itself: no shift of datums is needed to choose among zones. */
    private static Optional<Candidate> candidate(String code, Coordinate middle) {
        try {
            CoordinateReferenceSystem crs = Crs.decode(code);
            Coordinate place = crs instanceof ProjectedCRS projected
                    ? Crs.between(projected, projected.getBaseCRS())
                            .apply(new Envelope(middle))
                            .centre()
                    : middle;
            return Optional.of(new Candidate(code, crs.getName().getCode(), place));
        } catch (InputException e) {
            return Optional.empty();
        }
    }
}
