package org.zhenjie.scenarios.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import org.zhenjie.scenarios.sample.Facts.TownFact;
import org.zhenjie.scenarios.study.Name;

/** Made stations along the coast, public institutions of towns and coordinating bodies of counties, with duties that overlap. */
final class Bodies {
    private static final int STATIONS = 37;
    private static final int EACH_TOWN = 5;
    private static final double CASES_PER_LOAD = 20;
    private static final int CAPACITY = 130;
    private static final List<Kind> OFFICES = List.of(
            new Kind("农业综合服务中心", "Agriculture Centre", "farming;forestry;water"),
            new Kind("水利所", "Water Office", "water;flood"),
            new Kind("林业站", "Forestry Station", "forestry;fire"),
            new Kind("文化站", "Culture Station", "culture;sport"),
            new Kind("党群服务中心", "Community Centre", "culture;volunteers;civil"),
            new Kind("社会事务服务中心", "Social Affairs Centre", "civil;labour"),
            new Kind("规划建设服务所", "Planning Office", "planning;roads"));
    private static final List<Kind> GROUPS = List.of(
            new Kind("防汛抗旱指挥部", "Flood Headquarters", "flood;water"),
            new Kind("三防联席会议", "Storm Conference", "flood;storm"),
            new Kind("森林防火指挥部", "Forest Fire Headquarters", "fire;forestry"),
            new Kind("食品安全委员会", "Food Safety Committee", "food"),
            new Kind("食品药品工作小组", "Food and Drug Group", "food;drugs"),
            new Kind("文明城市领导小组", "Civilised City Group", "culture;roads"));

    private final Random dice;
    private final List<Body> all = new ArrayList<>();

    private Bodies(Random dice) {
        this.dice = dice;
    }

    private record Kind(String zh, String en, String duties) {}

    /** A unit; {@code place}: empty = nowhere in particular. */
    record Body(
            String id,
            Name name,
            String kind,
            String county,
            String town,
            List<Double> place,
            int load,
            String capacity,
            String duties,
            String quotaType,
            int posts,
            int leaders) {}

    static List<Body> of(Facts facts, List<Indicators> towns, List<ServicePoints.Place> places, Random dice) {
        Bodies bodies = new Bodies(dice);
        bodies.stations(towns, places);
        towns.forEach(town -> bodies.offices(town.area().fact()));
        facts.counties().forEach(bodies::groups);
        return bodies.all;
    }

    /** Those of the towns with the longest coast. */
    private void stations(List<Indicators> towns, List<ServicePoints.Place> places) {
        TreeSet<String> coastal = new TreeSet<>();
        towns.stream()
                .sorted(Comparator.comparingDouble(
                                (Indicators town) -> -town.area().coastKm())
                        .thenComparing(town -> town.area().fact().code()))
                .limit(STATIONS)
                .forEach(town -> coastal.add(town.area().fact().code()));
        for (Indicators town : towns) {
            TownFact fact = town.area().fact();
            places.stream()
                    .filter(place -> coastal.contains(fact.code())
                            && place.town().equals(fact.code())
                            && place.kind().equals("police-station"))
                    .forEach(place -> add(
                            "S",
                            place.name(),
                            "STATION",
                            fact.county(),
                            fact.code(),
                            List.of(place.lonLat().x, place.lonLat().y),
                            (int) Math.max(1, Math.rint(town.enforcementCases() / CASES_PER_LOAD)),
                            String.valueOf(CAPACITY),
                            "",
                            "political-legal",
                            5 + dice.nextInt(8),
                            1 + dice.nextInt(3)));
        }
    }

    private void offices(TownFact town) {
        List<Kind> kinds = new ArrayList<>(OFFICES);
        Collections.shuffle(kinds, dice);
        kinds.stream()
                .limit(EACH_TOWN)
                .sorted(Comparator.comparingInt(OFFICES::indexOf))
                .forEach(kind -> add(
                        "U",
                        new Name(town.name().zh() + kind.zh(), town.name().en() + " " + kind.en()),
                        "INSTITUTION",
                        town.county(),
                        town.code(),
                        List.of(),
                        1,
                        "",
                        kind.duties(),
                        "institution",
                        2 + dice.nextInt(7),
                        1 + dice.nextInt(2)));
    }

    private void groups(Facts.CountyFact county) {
        GROUPS.forEach(kind -> add(
                "G",
                new Name(county.name().zh() + kind.zh(), county.name().en() + " " + kind.en()),
                "BODY",
                county.code(),
                "",
                List.of(),
                1,
                "",
                kind.duties(),
                "institution",
                dice.nextInt(3),
                1));
    }

    private void add(
            String letter,
            Name name,
            String kind,
            String county,
            String town,
            List<Double> place,
            int load,
            String capacity,
            String duties,
            String quotaType,
            int posts,
            int leaders) {
        long number = all.stream().filter(one -> one.kind().equals(kind)).count() + 1;
        String id = String.format(Locale.ROOT, "%s%03d", letter, number);
        all.add(new Body(id, name, kind, county, town, place, load, capacity, duties, quotaType, posts, leaders));
    }
}
