package org.zhenjie.scenarios.session;

import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Geometry;
import org.zhenjie.gis.report.LayerFindings;

/**
 * Something that the check of a study's towns found, in words for people.
 *
 * @param kind what it is, in a word or two
 * @param units the towns concerned
 * @param squareMetres how large; 0 for what has no area
 * @param repair what would mend it
 * @param message all of it in a sentence
 * @param place where, in the study's CRS; empty where there is no place
 */
public record StudyFinding(
        String kind, List<String> units, double squareMetres, String repair, String message, Geometry place) {

    public StudyFinding {
        units = List.copyOf(units);
    }

    static StudyFinding of(LayerFindings.Told told, Locale locale) {
        String repair = "repair." + told.repair();
        return new StudyFinding(
                SessionTexts.text(locale, "finding." + told.finding().kind()),
                told.units(),
                told.finding().squareMetres(),
                told.taker()
                        .map(taker -> SessionTexts.text(locale, repair, taker))
                        .orElseGet(() -> SessionTexts.text(locale, repair)),
                told.message(locale),
                told.finding().place());
    }
}
