package org.zhenjie.gis.flatgeobuf;

import static org.zhenjie.gis.problem.GisMessages.BUNDLE;

import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;

/** What the format's library throws on bytes that break the format, in words for people. */
final class Damage {
    private Damage() {}

    /** Reading by the library. */
    interface Work<T> {
        T run();
    }

    /** What the work gives; places and lengths that lead outside of the bytes become a problem. */
    static <T> T guarded(Where where, Work<T> work) {
        try {
            return work.run();
        } catch (InputException e) {
            throw e;
        } catch (RuntimeException | AssertionError e) {
            throw at(where, e.getClass().getSimpleName().replace("Exception", ""), e);
        }
    }

    static InputException at(Where where, String detail) {
        return at(where, detail, null);
    }

    private static InputException at(Where where, String detail, Throwable cause) {
        return new InputException(Problem.error(BUNDLE, "fgb.damaged", where, detail), cause);
    }
}
