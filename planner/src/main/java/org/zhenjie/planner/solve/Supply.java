package org.zhenjie.planner.solve;

import org.zhenjie.planner.solve.Slots.PlatformSlot;
import org.zhenjie.planner.solve.Slots.TypeSlot;

/** Posts in a platform of a town, wherever they come from: levels are sums over these. */
sealed interface Supply permits HeldPosts, PoolGrant, BlockSending {

    /** Where the posts are; null for a block that stays. */
    PlatformSlot platform();

    /** Where the posts count against the ceiling of their quota type; null for a block that stays. */
    TypeSlot type();

    /** Number of posts, 0 or more. */
    int posts();
}
