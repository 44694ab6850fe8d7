package org.zhenjie.scenarios.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;
import org.zhenjie.scenarios.sample.Facts.CountyFact;
import org.zhenjie.scenarios.study.Study.Department;
import org.zhenjie.scenarios.study.Study.Held;
import org.zhenjie.scenarios.study.Study.Pool;
import org.zhenjie.scenarios.study.Study.Zone;

/**
 * Everything that the files of a sample study hold.
 *
 * @param need posts that the norms ask for, by town and platform; not written, norms say it
 */
record Sample(
        Facts facts,
        Territory map,
        List<Indicators> indicators,
        int[][] need,
        List<Zone> zones,
        List<Held> held,
        List<Pool> pools,
        List<Department> departments,
        List<DevolvedStaff.Block> blocks,
        List<ServicePoints.Place> places,
        List<Bodies.Body> bodies,
        List<OutsideStaff> outside) {
    /** Staffing that counties would reach with their own people and pools, in turn: some are better off than others. */
    private static final double[] COUNTY_AIM = {0.86, 0.81, 0.96, 0.82};

    /** Makes the sample of a specification. */
    static Sample make(SampleSpec spec, Facts facts, Template template) {
        Territory map = Territory.draw(spec, facts);
        List<Indicators> towns = Indicators.of(map, Dice.of(spec.staffSeed(), "indicators"));
        List<Zone> zones = Resource.rows("zones.csv", Sample::zone);
        int[][] need = Needs.of(template, towns, zones);
        List<Held> held = new HeldPosts(towns, need, template.platforms(), Dice.of(spec.staffSeed(), "held"))
                .of(spec.heldPosts());
        Map<String, Integer> countyNeed = new LinkedHashMap<>();
        IntStream.range(0, need.length)
                .forEach(i -> countyNeed.merge(
                        facts.towns().get(i).county(), Arrays.stream(need[i]).sum(), Integer::sum));
        List<Pool> pools = Resource.rows("pools.csv", row -> pool(row, facts, zones, need, countyNeed));
        DevolvedStaff staff = new DevolvedStaff(map.plane(), towns, Dice.of(spec.staffSeed(), "staff"));
        int[] people = Shares.split(spec.devolvedPosts(), wanted(facts, countyNeed, held, pools));
        for (int i = 0; i < people.length; i++) {
            staff.county(facts.counties().get(i), people[i]);
        }
        List<ServicePoints.Place> places = ServicePoints.of(map.plane(), towns, Dice.of(spec.staffSeed(), "places"));
        return new Sample(
                facts,
                map,
                towns,
                need,
                zones,
                held,
                pools,
                staff.departments(),
                staff.blocks(),
                places,
                Bodies.of(facts, towns, places, Dice.of(spec.staffSeed(), "bodies")),
                OutsideStaff.of(towns, held, Dice.of(spec.staffSeed(), "outside")));
    }

    private static Zone zone(CSVRecord row) {
        Set<String> towns = new LinkedHashSet<>(Resource.list(row, "towns"));
        return new Zone(
                row.get("code"), Resource.name(row), towns, List.of(), new BigDecimal(row.get("planned_area_km2")));
    }

    private static Pool pool(
            CSVRecord row, Facts facts, List<Zone> zones, int[][] need, Map<String, Integer> countyNeed) {
        String owner = row.get("owner");
        int served = owner.equals(Pool.CITY)
                ? countyNeed.values().stream().mapToInt(Integer::intValue).sum()
                : countyNeed.getOrDefault(owner, zoneNeed(owner, facts, zones, need));
        int size = new BigDecimal(row.get("share_of_need"))
                .multiply(BigDecimal.valueOf(served))
                .setScale(0, RoundingMode.HALF_UP)
                .intValueExact();
        String term = row.get("term_years");
        return new Pool(
                row.get("id"),
                Resource.name(row),
                row.get("quota_type"),
                owner,
                size,
                new BigDecimal(row.get("reserve")),
                Set.of(),
                term.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(term)));
    }

    private static int zoneNeed(String zone, Facts facts, List<Zone> zones, int[][] need) {
        Set<String> members = zones.stream()
                .filter(one -> one.code().equals(zone))
                .map(Zone::towns)
                .findFirst()
                .orElse(Set.of());
        return IntStream.range(0, need.length)
                .filter(i -> members.contains(facts.towns().get(i).code()))
                .map(i -> Arrays.stream(need[i]).sum())
                .sum();
    }

    private static double[] wanted(Facts facts, Map<String, Integer> need, List<Held> held, List<Pool> pools) {
        double[] wanted = new double[facts.counties().size()];
        for (int i = 0; i < wanted.length; i++) {
            CountyFact county = facts.counties().get(i);
            Set<String> towns = new LinkedHashSet<>();
            facts.towns().stream()
                    .filter(town -> town.county().equals(county.code()))
                    .forEach(town -> towns.add(town.code()));
            int own = held.stream()
                    .filter(row -> towns.contains(row.town()))
                    .mapToInt(Held::posts)
                    .sum();
            int lent = pools.stream()
                    .filter(pool -> pool.owner().equals(county.code()))
                    .mapToInt(Pool::size)
                    .sum();
            double aim = COUNTY_AIM[i % COUNTY_AIM.length] * need.get(county.code());
            wanted[i] = Math.max(0.1 * need.get(county.code()), aim - own - lent);
        }
        return wanted;
    }
}
