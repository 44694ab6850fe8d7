package org.zhenjie.gis.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Geometry;
import org.zhenjie.gis.coverage.CoverageCheck;
import org.zhenjie.gis.coverage.Tolerances;

/** Measures what checking a coverage and finding its neighbours costs, in one pass, at one size. */
public final class CoverageBench {
    private CoverageBench() {}

    /**
     * What was measured.
     *
     * @param units number of towns
     * @param vertices of all of them, shared ones counted twice
     * @param borders pairs of rook neighbours
     * @param findings what the check found
     * @param cpuNanos processor time of this thread, the least of the rounds
     * @param wallNanos time by the clock, the least of the rounds
     */
    public record Measured(int units, long vertices, int borders, int findings, long cpuNanos, long wallNanos) {}

    /**
     * Makes towns, checks them so many times and keeps the least times.
     *
     * @param faults whether one town in a hundred does not fit
     */
    public static Measured of(int towns, long seed, boolean faults, int rounds) {
        List<Geometry> units = faults ? SeededCoverage.withFaults(towns, seed) : SeededCoverage.of(towns, seed);
        long vertices = units.stream().mapToLong(Geometry::getNumPoints).sum();
        Supplier<CoverageCheck.Result> check = () -> CoverageCheck.withBorders(units, Tolerances.DEFAULT);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long cpu = Long.MAX_VALUE;
        long wall = Long.MAX_VALUE;
        CoverageCheck.Result result = null;
        for (int round = 0; round < rounds; round++) {
            long cpuBefore = threads.getCurrentThreadCpuTime();
            long wallBefore = System.nanoTime();
            result = check.get();
            cpu = Math.min(cpu, threads.getCurrentThreadCpuTime() - cpuBefore);
            wall = Math.min(wall, System.nanoTime() - wallBefore);
        }
        return new Measured(
                towns, vertices, result.borders().size(), result.findings().size(), cpu, wall);
    }
}
