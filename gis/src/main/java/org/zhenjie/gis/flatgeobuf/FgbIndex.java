package org.zhenjie.gis.flatgeobuf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.gis.store.WindowedFile;

/**
 * The packed R-tree between header and features: levels from the root down to the leaves, each node a box and, above the
 * leaves, the number of its first child, on the leaves the place of a feature.
 */
final class FgbIndex {
    private static final int NODE_BYTES = 40;

    private final long start;
    private final int nodeSize;
    /** Number of the first node of each level, leaves first, and behind them the number of the node after the last. */
    private final List<long[]> levels = new ArrayList<>();

    private final long nodes;

    FgbIndex(long start, int count, int nodeSize) {
        this.start = start;
        this.nodeSize = Math.max(2, nodeSize);
        List<Long> sizes = new ArrayList<>(List.of((long) count));
        long size = count;
        do {
            size = (size + this.nodeSize - 1) / this.nodeSize;
            sizes.add(size);
        } while (size > 1);
        nodes = sizes.stream().mapToLong(Long::longValue).sum();
        long end = nodes;
        for (long one : sizes) {
            levels.add(new long[] {end - one, end});
            end -= one;
        }
    }

    /** Bytes that it takes. */
    long size() {
        return nodes * NODE_BYTES;
    }

    private record Step(long node, int level) {}

    /** Places of the features whose boxes touch the one given, in the order of the file, counted from the first feature. */
    long[] search(WindowedFile file, Envelope box, Where where) throws IOException {
        long[] found = new long[16];
        int count = 0;
        Deque<Step> open = new ArrayDeque<>(List.of(new Step(0, levels.size() - 1)));
        while (!open.isEmpty()) {
            Step step = open.pop();
            long[] level = levels.get(step.level());
            if (step.node() < level[0] || step.node() >= level[1]) {
                throw Damage.at(where, "index node " + step.node());
            }
            long end = Math.min(step.node() + nodeSize, level[1]);
            for (long node = step.node(); node < end; node++) {
                ByteBuffer in = file.at(start + node * NODE_BYTES, NODE_BYTES).order(ByteOrder.LITTLE_ENDIAN);
                if (!touches(in, box)) {
                    continue;
                }
                long target = in.getLong(32);
                if (step.level() > 0) {
                    open.push(new Step(target, step.level() - 1));
                } else {
                    found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
                    found[count++] = target;
                }
            }
        }
        long[] result = Arrays.copyOf(found, count);
        Arrays.sort(result);
        return result;
    }

    private static boolean touches(ByteBuffer node, Envelope box) {
        return node.getDouble(0) <= box.getMaxX()
                && node.getDouble(16) >= box.getMinX()
                && node.getDouble(8) <= box.getMaxY()
                && node.getDouble(24) >= box.getMinY();
    }
}
