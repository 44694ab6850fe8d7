package org.zhenjie.gis.crs;

import static org.zhenjie.gis.problem.GisMessages.BUNDLE;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.api.referencing.datum.Datum;
import org.geotools.api.referencing.datum.GeodeticDatum;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.geotools.referencing.crs.DefaultProjectedCRS;
import org.geotools.referencing.datum.BursaWolfParameters;
import org.geotools.referencing.datum.DefaultGeodeticDatum;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;

/**
 * A shift from a system's datum to WGS 84 that people give with its code, since none is published for Xian 80 and few for Beijing
 * 54: three or seven parameters in the order, units and sense of rotation of PROJ's {@code +towgs84} (position vector): metres,
 * seconds of arc, parts per million.
 *
 * @param code of the system without the shift
 * @param text {@code +towgs84=...} as people wrote it, without blanks
 */
record OwnShift(String code, String text) {
    private static final String KEY = "+towgs84=";
    private static final String MARK = " with +towgs84";
    private static final Pattern FORM = Pattern.compile("(?i)\\s*(.*?)\\s*\\+towgs84\\s*=\\s*([-+0-9.eE,\\s]+?)\\s*");

    static Optional<OwnShift> in(String code) {
        Matcher matcher = FORM.matcher(code);
        return matcher.matches()
                ? Optional.of(
                        new OwnShift(matcher.group(1), KEY + matcher.group(2).replaceAll("\\s", "")))
                : Optional.empty();
    }

    /** Whether a system carries such a shift. */
    static boolean isIn(CoordinateReferenceSystem crs) {
        return crs.getName().getCode().endsWith(MARK);
    }

    /**
     * The system with the shift.
     *
     * @throws InputException if there are neither three nor seven numbers, or the system has no datum to shift
     */
    CoordinateReferenceSystem on(CoordinateReferenceSystem plain) {
        if (plain instanceof GeographicCRS geographic) {
            return shifted(geographic);
        }
        if (plain instanceof ProjectedCRS projected) {
            return new DefaultProjectedCRS(
                    Map.of("name", projected.getName().getCode() + MARK),
                    shifted(projected.getBaseCRS()),
                    projected.getConversionFromBase().getMathTransform(),
                    projected.getCoordinateSystem());
        }
        throw refused();
    }

    private GeographicCRS shifted(GeographicCRS plain) {
        GeodeticDatum datum = plain.getDatum();
        Map<String, Object> properties = new HashMap<>();
        properties.put(Datum.NAME_KEY, datum.getName().getCode() + MARK);
        properties.put(DefaultGeodeticDatum.BURSA_WOLF_KEY, parameters());
        return new DefaultGeographicCRS(
                Map.of("name", plain.getName().getCode() + MARK),
                new DefaultGeodeticDatum(properties, datum.getEllipsoid(), datum.getPrimeMeridian()),
                plain.getCoordinateSystem());
    }

    private BursaWolfParameters parameters() {
        double[] numbers;
        try {
            numbers = Arrays.stream(text.substring(KEY.length()).split(",", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        } catch (NumberFormatException e) {
            throw refused();
        }
        if (numbers.length != 3 && numbers.length != 7) {
            throw refused();
        }
        BursaWolfParameters shift = new BursaWolfParameters(DefaultGeodeticDatum.WGS84);
        shift.dx = numbers[0];
        shift.dy = numbers[1];
        shift.dz = numbers[2];
        if (numbers.length == 7) {
            shift.ex = numbers[3];
            shift.ey = numbers[4];
            shift.ez = numbers[5];
            shift.ppm = numbers[6];
        }
        return shift;
    }

    private InputException refused() {
        return new InputException(
                Problem.error(BUNDLE, "crs.ownShift", Where.nowhere().value(text)));
    }
}
