package org.zhenjie.scenarios.study;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The codes that a reference may name. Where the list that defines them could not be read, nothing is said of references to
 * it: the reason was told already.
 *
 * @param isComplete whether the list could be read
 * @param problem key of the problem for a code that is not among them; its argument are some of the codes
 */
record Known(Set<String> codes, boolean isComplete, String problem) {
    private static final int EXAMPLES = 12;

    Known {
        codes = Set.copyOf(codes);
    }

    static Known of(Collection<String> codes, String problem) {
        return new Known(Set.copyOf(codes), true, problem);
    }

    boolean lacks(String code) {
        return isComplete && !codes.contains(code);
    }

    /** Some of the codes, for people who look for the right one. */
    List<String> examples() {
        List<String> sorted = codes.stream().sorted().toList();
        return sorted.size() <= EXAMPLES
                ? sorted
                : java.util.stream.Stream.concat(sorted.stream().limit(EXAMPLES), java.util.stream.Stream.of("…"))
                        .toList();
    }
}
