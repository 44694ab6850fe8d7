package org.zhenjie.planner.solve;

import org.optaplanner.core.api.domain.entity.PlanningEntity;
import org.optaplanner.core.api.domain.valuerange.CountableValueRange;
import org.optaplanner.core.api.domain.valuerange.ValueRangeFactory;
import org.optaplanner.core.api.domain.valuerange.ValueRangeProvider;
import org.optaplanner.core.api.domain.variable.PlanningVariable;
import org.zhenjie.planner.solve.Slots.PlatformSlot;
import org.zhenjie.planner.solve.Slots.PoolSlot;
import org.zhenjie.planner.solve.Slots.TypeSlot;

/** Decides x[p,t,f]: how many posts a pool grants to a platform of a town. */
@PlanningEntity
public final class PoolGrant implements Supply {

    private PoolSlot pool;
    private PlatformSlot platform;
    private TypeSlot type;
    private boolean withinJurisdiction;
    private int most;
    private int reference;
    private boolean compared;

    @PlanningVariable(valueRangeProviderRefs = "posts")
    private Integer posts;

    /** For the cloning of solutions. */
    public PoolGrant() {}

    PoolGrant(
            PoolSlot pool,
            PlatformSlot platform,
            TypeSlot type,
            boolean withinJurisdiction,
            int most,
            int reference,
            boolean compared,
            int posts) {
        this.pool = pool;
        this.platform = platform;
        this.type = type;
        this.withinJurisdiction = withinJurisdiction;
        this.most = most;
        this.reference = reference;
        this.compared = compared;
        this.posts = posts;
    }

    PoolGrant copy() {
        return new PoolGrant(pool, platform, type, withinJurisdiction, most, reference, compared, posts);
    }

    /** 0 to what the pool could give at most. */
    @ValueRangeProvider(id = "posts")
    public CountableValueRange<Integer> range() {
        return ValueRangeFactory.createIntValueRange(0, most + 1);
    }

    PoolSlot pool() {
        return pool;
    }

    boolean isWithinJurisdiction() {
        return withinJurisdiction;
    }

    /** Posts in the reference plan. */
    int reference() {
        return reference;
    }

    /** Posts moved against the reference plan. */
    int moved() {
        return Math.abs(posts - reference);
    }

    /** Whether there is a reference plan to be moved against. */
    boolean isCompared() {
        return compared;
    }

    int most() {
        return most;
    }

    @Override
    public PlatformSlot platform() {
        return platform;
    }

    @Override
    public TypeSlot type() {
        return type;
    }

    @Override
    public int posts() {
        return posts;
    }

    void setPosts(int posts) {
        this.posts = posts;
    }

    @Override
    public String toString() {
        return pool.id + " to " + platform.town.index + "/" + platform.platform;
    }
}
