package org.zhenjie.scenarios.reform;

import java.util.List;
import java.util.Optional;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.planner.allocation.Rule;
import org.zhenjie.scenarios.problem.Problems;
import org.zhenjie.scenarios.study.BlockChoices;
import org.zhenjie.scenarios.study.Study;
import org.zhenjie.scenarios.study.Study.Decision;
import org.zhenjie.scenarios.study.Study.Decision.BlockGoes;
import org.zhenjie.scenarios.study.Study.Decision.BlockNotTo;
import org.zhenjie.scenarios.study.Study.Decision.BlockStays;
import org.zhenjie.scenarios.study.Study.Decision.DepartmentNotTo;
import org.zhenjie.scenarios.study.Study.Decision.GrantWithin;
import org.zhenjie.scenarios.study.Study.Platform;
import org.zhenjie.scenarios.study.Study.Pool;
import org.zhenjie.scenarios.study.Study.StaffBlock;
import org.zhenjie.scenarios.study.Study.Town;

/** Pins and bans: checked against the study as the reforms before them left it. */
final class DecisionReforms {
    private final StudyEdit edit;
    private final Study study;
    private final Problems problems;
    private final Where where;

    DecisionReforms(StudyEdit edit, Problems problems, Where where) {
        this.edit = edit;
        this.study = edit.study();
        this.problems = problems;
        this.where = where;
    }

    void add(Decision decision) {
        int before = problems.errors();
        check(decision);
        if (problems.errors() == before) {
            edit.decisions.add(decision);
            contradictions(decision);
        }
    }

    private void check(Decision decision) {
        if (decision instanceof GrantWithin grant) {
            check(grant);
        } else if (decision instanceof BlockGoes goes) {
            check(goes);
        } else if (decision instanceof BlockStays stays) {
            block(stays.block());
        } else if (decision instanceof BlockNotTo not) {
            block(not.block());
            town(not.town());
        } else if (decision instanceof DepartmentNotTo not) {
            if (study.department(not.department()).isEmpty()) {
                problems.error("reform.unknownDepartment", where.value(not.department()));
            }
            town(not.town());
        }
    }

    private void check(GrantWithin grant) {
        Optional<Pool> pool = study.pool(grant.pool());
        if (pool.isEmpty()) {
            problems.error(
                    "reform.unknownPool",
                    where.value(grant.pool()),
                    study.pools().stream().map(Pool::id).toList());
        }
        Optional<Town> town = town(grant.town());
        grant.platform().ifPresent(this::platform);
        if (grant.least() > grant.most()) {
            problems.error("reform.leastOverMost", where, grant.least(), grant.most());
        }
        boolean jurisdiction = !study.policy().off().contains(Rule.H2);
        if (pool.isPresent()
                && town.isPresent()
                && jurisdiction
                && grant.least() > 0
                && !study.serves(pool.get(), town.get())) {
            problems.error(
                    "reform.notServed",
                    where.value(grant.town()),
                    grant.pool(),
                    pool.get().owner(),
                    town.get().name().both());
        }
    }

    private void check(BlockGoes goes) {
        Optional<StaffBlock> block = block(goes.block());
        Optional<Town> town = town(goes.town());
        goes.platform().ifPresent(this::platform);
        if (block.isPresent()
                && town.isPresent()
                && !new BlockChoices(study).destinations(block.get()).contains(town.get())) {
            problems.error(
                    closed(block.get(), town.get()),
                    where.value(goes.town()),
                    goes.block(),
                    town.get().name().both());
        } else if (block.isPresent() && town.isPresent()) {
            warnIfFar(block.get(), town.get());
        }
    }

    private String closed(StaffBlock block, Town town) {
        if (block.forbidden().contains(town.code())) {
            return "reform.forbiddenTown";
        }
        return study.metres(block, town) < Double.POSITIVE_INFINITY ? "reform.otherCounty" : "reform.noWay";
    }

    private void warnIfFar(StaffBlock block, Town town) {
        double metres = study.metres(block, town);
        if (metres > block.farthestMetres()) {
            problems.warning(
                    "reform.tooFar",
                    where.value(block.id()),
                    town.name().both(),
                    Math.round(metres / 1000),
                    Math.round(block.farthestMetres() / 1000));
        }
    }

    /** Pins that leave nothing open cannot be kept together: people hear of it before a solve. */
    private void contradictions(Decision added) {
        Study after = edit.study();
        if (added instanceof GrantWithin grant) {
            List<GrantWithin> same = after.decisions().stream()
                    .filter(GrantWithin.class::isInstance)
                    .map(GrantWithin.class::cast)
                    .filter(one -> one.pool().equals(grant.pool())
                            && one.town().equals(grant.town())
                            && one.platform().equals(grant.platform()))
                    .toList();
            int least = same.stream().mapToInt(GrantWithin::least).max().orElse(0);
            int most = same.stream().mapToInt(GrantWithin::most).min().orElse(GrantWithin.UNLIMITED);
            if (least > most) {
                problems.error("reform.leastOverMost", where, least, most);
            }
            return;
        }
        BlockChoices choices = new BlockChoices(after);
        for (StaffBlock block : touched(after, added)) {
            if (choices.open(block).map(BlockChoices.Open::isNothing).orElse(false)) {
                problems.error("reform.nothingOpen", where.value(block.id()));
            }
        }
    }

    private static List<StaffBlock> touched(Study study, Decision decision) {
        if (decision instanceof BlockGoes goes) {
            return study.block(goes.block()).stream().toList();
        } else if (decision instanceof BlockStays stays) {
            return study.block(stays.block()).stream().toList();
        } else if (decision instanceof BlockNotTo not) {
            return study.block(not.block()).stream().toList();
        } else if (decision instanceof DepartmentNotTo not) {
            return study.blocks().stream()
                    .filter(block -> block.department().equals(not.department()))
                    .toList();
        }
        return List.of();
    }

    private Optional<Town> town(String code) {
        Optional<Town> town = study.town(code);
        if (town.isEmpty()) {
            problems.error("reform.unknownTown", where.value(code));
        }
        return town;
    }

    private Optional<StaffBlock> block(String id) {
        Optional<StaffBlock> block = study.block(id);
        if (block.isEmpty()) {
            problems.error("reform.unknownBlock", where.value(id));
        }
        return block;
    }

    private void platform(String id) {
        if (study.platform(id).isEmpty()) {
            problems.error(
                    "reform.unknownPlatform",
                    where.value(id),
                    study.platforms().stream().map(Platform::id).toList());
        }
    }
}
