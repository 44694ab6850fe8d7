package org.zhenjie.gis.derive;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Geometry;

/**
 * A coverage in ever simpler versions, for drawing at ever smaller scales. A border that two units share stays shared, so no
 * level has gaps or overlaps that the units do not have. Each level is made from the one below it, when it is first asked
 * for, and kept: its vertices are among those of the level below. Immutable to its users, and safe to use from several
 * threads.
 */
public final class Pyramid {
    /** Tolerance of the lowest level, metres. */
    public static final double FINEST = 1;

    /** Each level's tolerance is so many times that of the level below it. */
    public static final double STEP = 4;

    /** The highest level: the tolerance is that of a map on which a country is a few hundred pixels wide. */
    private static final int HIGHEST = 7;

    private final List<Geometry[]> levels = new ArrayList<>();

    /** @param units polygons and multipolygons, a clean coverage, in one metric CRS */
    public Pyramid(List<? extends Geometry> units) {
        levels.add(units.toArray(Geometry[]::new));
    }

    /** Tolerance of a level in metres: about the side of the bends that are left out; 0 for level 0, the units themselves. */
    public static double tolerance(int level) {
        return level == 0 ? 0 : FINEST * Math.pow(STEP, level - 1);
    }

    /** The highest level whose tolerance is no more than so many metres; 0 where none is. */
    public static int levelFor(double metres) {
        int level = 0;
        while (level < HIGHEST && tolerance(level + 1) <= metres) {
            level++;
        }
        return level;
    }

    /**
     * A unit as a level has it.
     *
     * @param level 0 for the unit itself, or what {@link #levelFor} says
     */
    public Geometry unit(int unit, int level) {
        return level(level)[unit];
    }

    /** All units as a level has them, in their order. */
    public List<Geometry> units(int level) {
        return List.of(level(level));
    }

    private synchronized Geometry[] level(int level) {
        while (levels.size() <= level) {
            levels.add(CoverageSimplifier.simplify(levels.get(levels.size() - 1), tolerance(levels.size())));
        }
        return levels.get(level);
    }
}
