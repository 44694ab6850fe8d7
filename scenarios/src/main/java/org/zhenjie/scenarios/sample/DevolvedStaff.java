package org.zhenjie.scenarios.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.zhenjie.scenarios.sample.Facts.CountyFact;
import org.zhenjie.scenarios.sample.Territory.Area;
import org.zhenjie.scenarios.study.Name;
import org.zhenjie.scenarios.study.Study.Department;

/** County departments and the blocks of people that they could send to towns. */
final class DevolvedStaff {
    private static final int[] SIZES = {1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 4, 4, 5, 6, 7, 8, 10, 12};
    private static final int[] FARTHEST_KM = {8, 8, 9, 10, 10, 12, 12, 14, 16, 20, 24, 40};
    private static final double OFFICE_KM = 1.2;
    private static final double AT_BRANCH = 0.4;
    private static final double ALL_SKILLS = 0.75;
    private static final double NO_SKILL = 0.08;
    private static final double FORBIDDEN = 0.05;
    private static final double FLOOR_HOLDS = 0.45;

    /** A kind of department that each county has. */
    private record Kind(
            String id, Name name, double weight, List<String> quotaTypes, List<String> skills, int branches) {}

    private static final List<Kind> KINDS = Resource.rows(
            "departments.csv",
            row -> new Kind(
                    row.get("id"),
                    Resource.name(row),
                    Resource.number(row, "weight"),
                    Resource.list(row, "quota_types"),
                    Resource.list(row, "skills"),
                    Integer.parseInt(row.get("branches"))));

    /**
     * A staff block.
     *
     * @param home longitude and latitude
     * @param forbidden codes of towns
     */
    record Block(
            String id,
            String department,
            String quotaType,
            int size,
            List<String> skills,
            Coordinate home,
            int farthestKm,
            List<String> forbidden) {}

    private final Plane plane;
    private final List<Indicators> towns;
    private final Random dice;
    private final List<Department> departments = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();

    DevolvedStaff(Plane plane, List<Indicators> towns, Random dice) {
        this.plane = plane;
        this.towns = towns;
        this.dice = dice;
    }

    List<Department> departments() {
        return departments;
    }

    List<Block> blocks() {
        return blocks;
    }

    /** Sets up the departments of a county with so many people in blocks. */
    void county(CountyFact county, int people) {
        int[] shares = Shares.split(
                people,
                KINDS.stream()
                        .mapToDouble(kind -> kind.weight() * Indicators.spread(1, 0.15, dice))
                        .toArray());
        for (int i = 0; i < shares.length; i++) {
            department(county, KINDS.get(i), shares[i]);
        }
    }

    private void department(CountyFact county, Kind kind, int people) {
        String id = county.code() + "-" + kind.id();
        int others = (int) Math.rint(people * (0.2 + dice.nextDouble() * 0.8));
        boolean floorHolds = dice.nextDouble() < FLOOR_HOLDS;
        double maySend = floorHolds ? 0.76 + dice.nextDouble() * 0.18 : 1 + dice.nextDouble() * 0.1;
        int headCount = people + others;
        int floor = headCount - Math.min(headCount, (int) Math.rint(people * maySend));
        departments.add(new Department(id, departmentName(county, kind), county.code(), headCount, floor));
        List<Coordinate> offices = offices(county, kind);
        List<String> codes = towns.stream()
                .map(town -> town.area().fact())
                .filter(fact -> fact.county().equals(county.code()))
                .map(Facts.TownFact::code)
                .toList();
        for (int left = people; left > 0; ) {
            int size = Math.min(left, SIZES[dice.nextInt(SIZES.length)]);
            left -= size;
            blocks.add(block(id, kind, size, offices, codes));
        }
    }

    private static Name departmentName(CountyFact county, Kind kind) {
        String place = county.name().en().replaceFirst(" (County|City|District)$", "");
        return new Name(
                county.name().zh() + kind.name().zh(), place + " " + kind.name().en());
    }

    /** The head office at the county seat first, then branches in the towns with most people. */
    private List<Coordinate> offices(CountyFact county, Kind kind) {
        List<Area> ranked = towns.stream()
                .filter(town -> town.area().fact().county().equals(county.code()))
                .sorted(Comparator.comparing(
                                (Indicators town) -> !town.area().fact().code().equals(county.seatTown()))
                        .thenComparing(
                                Comparator.comparingLong(Indicators::people).reversed()))
                .map(Indicators::area)
                .toList();
        List<Coordinate> offices = new ArrayList<>();
        offices.add(office(ranked.get(0)));
        int choice = Math.min(ranked.size() - 1, 2 * kind.branches() + 1);
        for (int i = 0; i < kind.branches() && choice > 0; i++) {
            offices.add(office(ranked.get(1 + dice.nextInt(choice))));
        }
        return offices;
    }

    private Coordinate office(Area town) {
        Coordinate seat = plane.toKm(town.seat());
        double angle = dice.nextDouble() * 2 * Math.PI;
        double reach = OFFICE_KM * Math.sqrt(dice.nextDouble());
        return plane.toLonLat(
                new Coordinate(seat.x + reach * StrictMath.cos(angle), seat.y + reach * StrictMath.sin(angle)));
    }

    private Block block(String department, Kind kind, int size, List<Coordinate> offices, List<String> codes) {
        boolean atBranch = offices.size() > 1 && dice.nextDouble() < AT_BRANCH;
        return new Block(
                String.format(java.util.Locale.ROOT, "B%04d", blocks.size() + 1),
                department,
                kind.quotaTypes().get(dice.nextInt(kind.quotaTypes().size())),
                size,
                skills(kind),
                offices.get(atBranch ? 1 + dice.nextInt(offices.size() - 1) : 0),
                FARTHEST_KM[dice.nextInt(FARTHEST_KM.length)],
                dice.nextDouble() < FORBIDDEN ? List.of(codes.get(dice.nextInt(codes.size()))) : List.of());
    }

    private List<String> skills(Kind kind) {
        double chance = dice.nextDouble();
        if (chance < ALL_SKILLS) {
            return kind.skills();
        }
        return chance < 1 - NO_SKILL
                ? List.of(kind.skills().get(dice.nextInt(kind.skills().size())))
                : List.of();
    }
}
