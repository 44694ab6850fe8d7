package org.zhenjie.gis.shapefile;

import static org.zhenjie.gis.problem.GisMessages.BUNDLE;

import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;

/** Problems out of this module's bundle. */
final class Problems {
    private Problems() {}

    static Problem error(String key, Where where, Object... args) {
        return Problem.error(BUNDLE, key, where, args);
    }

    static Problem warning(String key, Where where, Object... args) {
        return Problem.warning(BUNDLE, key, where, args);
    }

    static Problem note(String key, Where where, Object... args) {
        return Problem.note(BUNDLE, key, where, args);
    }
}
