package org.zhenjie.scenarios.sample;

/**
 * What a sample study is made from; equal specifications give the same bytes.
 *
 * @param mapSeed seed of the boundaries
 * @param staffSeed seed of people, posts, departments and service points: other figures on the same map
 * @param cellKm2 size of the micro-cells that boundaries are made of, km²; smaller = more detail
 * @param heldPosts posts that towns hold at the start
 * @param devolvedPosts people in the staff blocks of county departments
 */
public record SampleSpec(long mapSeed, long staffSeed, double cellKm2, int heldPosts, int devolvedPosts) {

    /** The sample that ships with the tool. */
    public static final SampleSpec HAIBIN = new SampleSpec(16, 16, 0.15, 3_908, 2_646);
}
