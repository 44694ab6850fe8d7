package org.zhenjie.scenarios.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhenjie.scenarios.study.Study.Decision;
import org.zhenjie.scenarios.study.Study.Decision.BlockGoes;
import org.zhenjie.scenarios.study.Study.Decision.BlockNotTo;
import org.zhenjie.scenarios.study.Study.Decision.BlockStays;
import org.zhenjie.scenarios.study.Study.Decision.DepartmentNotTo;
import org.zhenjie.scenarios.study.Study.Department;
import org.zhenjie.scenarios.study.Study.StaffBlock;
import org.zhenjie.scenarios.study.Study.Town;

/**
 * Where each staff block of a study may go: the towns of its department's county that are not forbidden to it, and what the
 * pins and bans (H8) leave of them.
 */
public final class BlockChoices {
    private final Study study;
    private final Map<String, Department> departments = new HashMap<>();
    private final Map<String, List<Town>> townsOfCounty = new HashMap<>();
    private final Map<String, List<Decision>> ofBlock = new HashMap<>();
    private final Map<String, List<Decision>> ofDepartment = new HashMap<>();

    /** The choices that a study leaves. */
    public BlockChoices(Study study) {
        this.study = study;
        study.departments().forEach(department -> departments.put(department.id(), department));
        study.towns()
                .forEach(town -> townsOfCounty
                        .computeIfAbsent(town.county(), county -> new ArrayList<>())
                        .add(town));
        study.decisions().forEach(this::sort);
    }

    private void sort(Decision decision) {
        if (decision instanceof BlockGoes goes) {
            put(ofBlock, goes.block(), decision);
        } else if (decision instanceof BlockStays stays) {
            put(ofBlock, stays.block(), decision);
        } else if (decision instanceof BlockNotTo not) {
            put(ofBlock, not.block(), decision);
        } else if (decision instanceof DepartmentNotTo not) {
            put(ofDepartment, not.department(), decision);
        }
    }

    private static void put(Map<String, List<Decision>> map, String id, Decision decision) {
        map.computeIfAbsent(id, absent -> new ArrayList<>()).add(decision);
    }

    /** Towns that a block could be sent to if nobody had decided anything and that there is a way to, in the study's order. */
    public List<Town> destinations(StaffBlock block) {
        String county = departments.get(block.department()).county();
        return townsOfCounty.getOrDefault(county, List.of()).stream()
                .filter(town -> !block.forbidden().contains(town.code()))
                .filter(town -> study.metres(block, town) < Double.POSITIVE_INFINITY)
                .toList();
    }

    /** What pins and bans leave of a block's choices; empty where none speaks of it. */
    public Optional<Open> open(StaffBlock block) {
        List<Decision> decisions = new ArrayList<>(ofBlock.getOrDefault(block.id(), List.of()));
        decisions.addAll(ofDepartment.getOrDefault(block.department(), List.of()));
        if (decisions.isEmpty()) {
            return Optional.empty();
        }
        Map<String, List<String>> places = new LinkedHashMap<>();
        List<String> platforms =
                study.platforms().stream().map(Study.Platform::id).toList();
        destinations(block).forEach(town -> places.put(town.code(), new ArrayList<>(platforms)));
        boolean mayStay = true;
        for (Decision decision : decisions) {
            if (decision instanceof BlockGoes goes) {
                mayStay = false;
                places.keySet().retainAll(List.of(goes.town()));
                goes.platform()
                        .ifPresent(platform -> places.values().forEach(open -> open.retainAll(List.of(platform))));
            } else if (decision instanceof BlockStays) {
                places.clear();
            } else if (decision instanceof BlockNotTo not) {
                places.remove(not.town());
            } else if (decision instanceof DepartmentNotTo not) {
                places.remove(not.town());
            }
        }
        places.values().removeIf(List::isEmpty);
        return Optional.of(new Open(mayStay, places));
    }

    /**
     * What is left open to a block.
     *
     * @param mayStay whether it may stay in its department
     * @param places platforms by town code
     */
    public record Open(boolean mayStay, Map<String, List<String>> places) {
        /** Whether the decisions contradict each other: nothing is left. */
        public boolean isNothing() {
            return !mayStay && places.isEmpty();
        }
    }
}
