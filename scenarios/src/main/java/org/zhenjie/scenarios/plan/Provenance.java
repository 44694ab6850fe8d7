package org.zhenjie.scenarios.plan;

import java.util.OptionalLong;

/**
 * What a plan can be made again from.
 *
 * @param seed seed of the random numbers
 * @param stepLimit most search steps; empty = limited by time only, and then another run may differ
 * @param version version of the program
 * @param inputHash digest of the inputs, see {@link org.zhenjie.scenarios.study.StudyFolder#inputHash}
 */
public record Provenance(long seed, OptionalLong stepLimit, String version, String inputHash) {}
