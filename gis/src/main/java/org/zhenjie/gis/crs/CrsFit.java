package org.zhenjie.gis.crs;

import static org.zhenjie.gis.problem.GisMessages.BUNDLE;

import java.util.List;
import java.util.Optional;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Envelope;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;

/** Whether coordinates can be meant in the system that is said of them; the most common mistake is one for another. */
public final class CrsFit {
    /** Keys of the problems that another coordinate reference system sets right begin with this. */
    private static final String KEYS = "crs.";

    private static final Envelope DEGREES = new Envelope(-180.000001, 360.000001, -90.000001, 90.000001);

    private CrsFit() {}

    /**
     * What is wrong with a system for coordinates.
     *
     * @param crs the system that is said
     * @param box extent of the coordinates
     * @param where the file
     */
    public static Optional<Problem> problem(CoordinateReferenceSystem crs, Envelope box, Where where) {
        if (box.isNull()) {
            return Optional.empty();
        }
        boolean degrees = DEGREES.contains(box);
        if (Crs.isGeographic(crs) && CrsCandidates.areSwapped(box)) {
            return Optional.of(Problem.error(BUNDLE, "crs.swapped", where.value(text(box))));
        }
        if (Crs.isGeographic(crs) && !degrees) {
            return Optional.of(withCandidates("crs.notDegrees", where.value(text(box)), box));
        }
        if (Crs.isMetric(crs) && degrees) {
            return Optional.of(withCandidates("crs.degrees", where.value(text(box)), box, Crs.name(crs)));
        }
        return Optional.empty();
    }

    /**
     * That nothing says the system of a file, with those that its coordinates may be in.
     *
     * @param bundle of the message
     * @param key of a message that says why it is not known; its arguments are an example of a code, and the candidates
     * @param box extent of the coordinates
     * @param near where the data have to lie, in longitude and latitude, where that is known
     */
    public static Problem missing(String bundle, String key, Where where, Envelope box, Optional<Envelope> near) {
        List<CrsCandidates.Candidate> candidates = CrsCandidates.of(box, near);
        String example = candidates.isEmpty() ? "EPSG:4490" : candidates.get(0).code();
        return Problem.error(bundle, key, where, example, told(candidates));
    }

    /** Whether a problem is one of the coordinate reference system, which the call or the study can set right. */
    public static boolean isOfCrs(Problem problem) {
        return problem.bundle().equals(BUNDLE) && problem.key().startsWith(KEYS);
    }

    private static Problem withCandidates(String key, Where where, Envelope box, Object... args) {
        Object[] all = java.util.Arrays.copyOf(args, args.length + 1);
        all[args.length] = told(CrsCandidates.of(box, Optional.empty()));
        return Problem.error(BUNDLE, key, where, all);
    }

    private static List<String> told(List<CrsCandidates.Candidate> candidates) {
        return candidates.isEmpty() ? List.of("–") : CrsCandidates.texts(candidates);
    }

    private static String text(Envelope box) {
        return box.getMinX() + ", " + box.getMinY() + " – " + box.getMaxX() + ", " + box.getMaxY();
    }
}
