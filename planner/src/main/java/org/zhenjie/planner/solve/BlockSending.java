package org.zhenjie.planner.solve;

import java.util.List;
import java.util.Set;
import org.optaplanner.core.api.domain.entity.PlanningEntity;
import org.optaplanner.core.api.domain.valuerange.ValueRangeProvider;
import org.optaplanner.core.api.domain.variable.PlanningVariable;
import org.zhenjie.planner.allocation.AllocationProblem.Block;
import org.zhenjie.planner.solve.Slots.DepartmentSlot;
import org.zhenjie.planner.solve.Slots.PlatformSlot;
import org.zhenjie.planner.solve.Slots.TypeSlot;

/** Decides y[s]: where a staff block is sent, or that it stays (no destination). */
@PlanningEntity
public final class BlockSending implements Supply, SkillSource {

    private Block block;
    private DepartmentSlot department;
    private Destinations destinations;
    private boolean mayStay;
    private Set<Destination> closed;
    private Destination reference;
    private boolean compared;

    @PlanningVariable(valueRangeProviderRefs = "destinations", nullable = true)
    private Destination destination;

    /** For the cloning of solutions. */
    public BlockSending() {}

    BlockSending(
            Block block,
            DepartmentSlot department,
            Destinations destinations,
            boolean mayStay,
            Set<Destination> closed,
            Destination reference,
            boolean compared) {
        this.block = block;
        this.department = department;
        this.destinations = destinations;
        this.mayStay = mayStay;
        this.closed = closed;
        this.reference = reference;
        this.compared = compared;
    }

    BlockSending copy() {
        BlockSending copy = new BlockSending(block, department, destinations, mayStay, closed, reference, compared);
        copy.destination = destination;
        return copy;
    }

    /** Every place that the block could be sent to, near ones first. */
    @ValueRangeProvider(id = "destinations")
    public List<Destination> range() {
        return destinations.nearFirst();
    }

    Destinations destinations() {
        return destinations;
    }

    Block block() {
        return block;
    }

    DepartmentSlot department() {
        return department;
    }

    Destination destination() {
        return destination;
    }

    void setDestination(Destination destination) {
        this.destination = destination;
    }

    boolean isSent() {
        return destination != null;
    }

    /** Whether the decision is one that pins and bans leave open. */
    boolean isKept() {
        return isOpen(destination);
    }

    /** Whether pins and bans leave a destination open; null = it stays. */
    boolean isOpen(Destination to) {
        return to == null ? mayStay : !closed.contains(to);
    }

    /** Whether pins, bans or a reference plan have a say in it. */
    boolean isRuled() {
        return compared || !mayStay || !closed.isEmpty();
    }

    /** Whether the reference plan decides otherwise. */
    boolean isMoved() {
        return isMovedBy(destination);
    }

    /** Whether the reference plan decides otherwise than a destination; null = it stays. */
    boolean isMovedBy(Destination to) {
        return compared && to != reference;
    }

    @Override
    public PlatformSlot platform() {
        return destination == null ? null : destination.platform();
    }

    @Override
    public TypeSlot type() {
        return destination == null ? null : destination.type();
    }

    @Override
    public int posts() {
        return block.size();
    }

    @Override
    public List<SkillShare> skills() {
        return destination == null
                ? List.of()
                : destination.skills().stream()
                        .map(slot -> new SkillShare(slot, block.size()))
                        .toList();
    }

    @Override
    public String toString() {
        return block.id();
    }
}
