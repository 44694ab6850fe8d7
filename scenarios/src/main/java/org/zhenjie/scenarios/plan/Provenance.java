package org.zhenjie.scenarios.plan;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a plan can be made again from.
 *
 * @param seed seed of the random numbers
 * @param stepLimit most search steps; empty = limited by time only, and then another run may differ
 * @param version version of the program
 * @param inputHash digest of the inputs, see {@link org.zhenjie.scenarios.study.StudyFolder#inputHash}
 * @param reference the plan that S5 measured against, if any; the digest covers it
 */
public record Provenance(
        long seed, OptionalLong stepLimit, String version, String inputHash, Optional<Reference> reference) {

    /**
     * A plan file.
     *
     * @param scenario the name of the scenario whose plan it is
     * @param hash SHA-256 of the file's bytes, 64 hexadecimal digits
     */
    public record Reference(String scenario, String hash) {}
}
