package org.zhenjie.scenarios.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.zhenjie.planner.allocation.AllocationPlan;
import org.zhenjie.planner.allocation.AllocationProblem;
import org.zhenjie.planner.allocation.AllocationProblem.Block;
import org.zhenjie.planner.allocation.AllocationProblem.BlockRule;
import org.zhenjie.planner.allocation.AllocationProblem.Destination;
import org.zhenjie.planner.allocation.AllocationProblem.GrantLimit;
import org.zhenjie.planner.allocation.AllocationProblem.Held;
import org.zhenjie.planner.allocation.AllocationProblem.Place;
import org.zhenjie.scenarios.study.BlockChoices;
import org.zhenjie.scenarios.study.Norms;
import org.zhenjie.scenarios.study.Study;
import org.zhenjie.scenarios.study.Study.Decision.GrantWithin;
import org.zhenjie.scenarios.study.Study.Platform;
import org.zhenjie.scenarios.study.Study.StaffBlock;
import org.zhenjie.scenarios.study.Study.Town;

/**
 * The allocation problem of a study: need by norm, floors, ceilings, whom pools may serve, where blocks may go. Positions in
 * the problem are positions in the study's lists of platforms, quota types, counties and towns.
 */
public final class StudyProblem {
    private final Study study;
    private final Norms norms;
    private final BlockChoices choices;
    private final Map<String, Integer> platforms = new HashMap<>();
    private final Map<String, Integer> quotaTypes = new HashMap<>();
    private final Map<String, Integer> counties = new HashMap<>();
    private final Map<String, Integer> towns = new HashMap<>();

    private StudyProblem(Study study) {
        this.study = study;
        this.norms = new Norms(study);
        this.choices = new BlockChoices(study);
        number(platforms, study.platforms().stream().map(Platform::id).toList());
        number(quotaTypes, study.quotaTypes().stream().map(Study.QuotaType::id).toList());
        number(counties, study.counties().stream().map(Study.County::code).toList());
        number(towns, study.towns().stream().map(Town::code).toList());
    }

    private static void number(Map<String, Integer> numbers, List<String> ids) {
        IntStream.range(0, ids.size()).forEach(i -> numbers.put(ids.get(i), i));
    }

    /** The problem of a study. */
    public static AllocationProblem of(Study study) {
        return new StudyProblem(study).problem(Optional.empty());
    }

    /** The problem of a study with a plan that S5 measures against. */
    public static AllocationProblem of(Study study, AllocationPlan reference) {
        return new StudyProblem(study).problem(Optional.of(reference));
    }

    /** The way of a staff block to a town's seat in whole metres. */
    public static long metres(Study study, StaffBlock block, Town town) {
        return Math.round(study.metres(block, town));
    }

    private AllocationProblem problem(Optional<AllocationPlan> reference) {
        return new AllocationProblem(
                ids(platforms),
                ids(quotaTypes),
                ids(counties),
                study.towns().stream().map(this::town).toList(),
                held(),
                study.pools().stream().map(this::pool).toList(),
                study.departments().stream()
                        .map(one -> new AllocationProblem.Department(one.id(), one.headCount(), one.floor()))
                        .toList(),
                study.blocks().stream().map(this::block).toList(),
                grantLimits(),
                study.blocks().stream().flatMap(one -> blockRule(one).stream()).toList(),
                reference,
                study.policy().weights(),
                study.policy().off(),
                Optional.empty(),
                new StudyTownRules(study, norms, towns, platforms, quotaTypes).rules());
    }

    private static List<String> ids(Map<String, Integer> numbers) {
        return numbers.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    private AllocationProblem.Town town(Town town) {
        List<Integer> need = new ArrayList<>();
        List<Integer> floor = new ArrayList<>();
        for (Platform platform : study.platforms()) {
            need.add(norms.need(town, platform.id()));
            floor.add(norms.floor(town, platform.id()));
        }
        List<Integer> ceiling = study.quotaTypes().stream()
                .map(type -> norms.ceiling(town, type.id()).orElse(Integer.MAX_VALUE))
                .toList();
        return new AllocationProblem.Town(town.code(), counties.get(town.county()), need, floor, ceiling);
    }

    private List<Held> held() {
        return study.held().stream()
                .filter(one -> one.posts() > 0)
                .map(one -> new Held(
                        towns.get(one.town()),
                        platforms.get(one.platform()),
                        quotaTypes.get(one.quotaType()),
                        one.posts()))
                .toList();
    }

    private AllocationProblem.Pool pool(Study.Pool pool) {
        Set<Integer> serves = new HashSet<>();
        for (Town town : study.towns()) {
            if (study.serves(pool, town)) {
                serves.add(towns.get(town.code()));
            }
        }
        return new AllocationProblem.Pool(
                pool.id(),
                quotaTypes.get(pool.quotaType()),
                pool.size(),
                pool.reserve(),
                serves,
                pool.platforms().stream().map(platforms::get).collect(Collectors.toSet()));
    }

    private Block block(StaffBlock block) {
        Set<Integer> fits = new HashSet<>();
        for (Platform platform : study.platforms()) {
            if (block.skills().containsAll(platform.skills())) {
                fits.add(platforms.get(platform.id()));
            }
        }
        List<Destination> destinations = choices.destinations(block).stream()
                .map(town ->
                        new Destination(towns.get(town.code()), metres(study, block, town), wishesBefore(block, town)))
                .toList();
        // infinity rounds to the largest long
        return new Block(
                block.id(),
                block.department(),
                quotaTypes.get(block.quotaType()),
                block.size(),
                fits,
                destinations,
                Math.round(block.farthestMetres()),
                block.skills());
    }

    private static int wishesBefore(StaffBlock block, Town town) {
        int wish = block.wishes().indexOf(town.code());
        return wish >= 0 ? wish : block.wishes().size();
    }

    private List<GrantLimit> grantLimits() {
        return study.decisions().stream()
                .filter(GrantWithin.class::isInstance)
                .map(GrantWithin.class::cast)
                .map(one -> new GrantLimit(
                        one.pool(),
                        towns.get(one.town()),
                        one.platform()
                                .map(id -> OptionalInt.of(platforms.get(id)))
                                .orElse(OptionalInt.empty()),
                        one.least(),
                        one.most()))
                .toList();
    }

    private Optional<BlockRule> blockRule(StaffBlock block) {
        return choices.open(block).map(open -> {
            Set<Place> places = new HashSet<>();
            open.places()
                    .forEach((town, list) ->
                            list.forEach(platform -> places.add(new Place(towns.get(town), platforms.get(platform)))));
            return new BlockRule(block.id(), open.mayStay(), places);
        });
    }
}
