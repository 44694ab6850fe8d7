package org.zhenjie.planner.sample;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.zhenjie.planner.allocation.AllocationProblem.Block;
import org.zhenjie.planner.allocation.AllocationProblem.Department;
import org.zhenjie.planner.allocation.AllocationProblem.Destination;
import org.zhenjie.planner.allocation.AllocationProblem.Held;
import org.zhenjie.planner.allocation.AllocationProblem.Pool;
import org.zhenjie.planner.allocation.AllocationProblem.Town;
import org.zhenjie.planner.sample.Region.RegionBuilder;

/** One city of a made-up region, drawn from its own seed. */
final class CityDraw {

    /** Share of each platform in a town's posts. */
    private static final double[] PLATFORM_SHARES = {0.28, 0.32, 0.24, 0.16};

    /** Share of each quota type in a town's posts. */
    private static final double[] TYPE_SHARES = {0.36, 0.54, 0.10};

    /** Posts held for each post that can be given; with need twice of what is held not all need can be met. */
    private static final double HELD = 1.48;

    private static final double NEED = 2.0;
    private static final double CITY_POOL = 0.4;
    private static final BigDecimal RESERVE = new BigDecimal("0.1");
    private static final int DEPARTMENTS = 9;
    private static final double COUNTY_KM = 40;
    private static final int[] FARTHEST_KM = {8, 8, 9, 10, 10, 12, 12, 14, 16, 20, 24, 40};

    private final Region region;
    private final int city;
    private final Random random;
    private int first;
    private double[][] seats;

    CityDraw(Region region, long seed, int city) {
        this.region = region;
        this.city = city;
        this.random = new Random(seed * 1_000_003 + city);
        random.nextLong();
    }

    /** How many towns the city wants. */
    int towns() {
        int usual = region.townsInCity();
        return region.uneven() ? Math.max(1, usual / 4 + random.nextInt(1 + 7 * usual / 4)) : usual;
    }

    /** Adds the city. */
    void build(RegionBuilder to, int number) {
        first = to.towns.size();
        seats = new double[number][];
        double posts = (double) region.posts() / region.towns() * number;
        double[] size = sizes(number);
        List<List<Integer>> counties = new ArrayList<>();
        for (int left = number, at = 0; left > 0; ) {
            int usual = region.uneven() ? 3 + random.nextInt(24) : 10 + random.nextInt(6);
            int in = left - usual < 6 ? left : usual;
            counties.add(county(to, counties.size(), at, in, size, posts * HELD));
            at += in;
            left -= in;
        }
        pools(to, counties, size, posts * region.poolShare());
        if (region.poolShare() < 1) {
            for (int county = 0; county < counties.size(); county++) {
                List<Integer> own = counties.get(county);
                double share = own.stream().mapToDouble(town -> size[town]).sum();
                departments(to, county, own, (int) Math.round(posts * (1 - region.poolShare()) * share));
            }
        }
    }

    /** Shares of the towns in the city: a few large, many small. */
    private double[] sizes(int number) {
        double[] size = random.doubles(number)
                .map(draw -> StrictMath.exp(draw * (region.uneven() ? 2.6 : 1.4)))
                .toArray();
        double sum = java.util.Arrays.stream(size).sum();
        for (int town = 0; town < number; town++) {
            size[town] /= sum;
        }
        return size;
    }

    private List<Integer> county(RegionBuilder to, int county, int at, int number, double[] size, double cityHeld) {
        int position = to.counties.size();
        to.counties.add("C" + city + "-" + county);
        List<Integer> own = new ArrayList<>();
        for (int town = at; town < at + number; town++) {
            own.add(town);
            seats[town] = new double[] {random.nextDouble() * COUNTY_KM, random.nextDouble() * COUNTY_KM};
            to.towns.add(town(to, town, position, cityHeld * size[town]));
        }
        return own;
    }

    private Town town(RegionBuilder to, int town, int county, double held) {
        List<Integer> need = new ArrayList<>();
        List<Integer> floor = new ArrayList<>();
        double wish = held * NEED * (0.8 + 0.4 * random.nextDouble());
        for (int platform = 0; platform < PLATFORM_SHARES.length; platform++) {
            int posts = (int) Math.max(2, Math.round(wish * PLATFORM_SHARES[platform] * spread(0.2)));
            need.add(posts);
            floor.add(posts / 6);
            for (int type = 0; type < TYPE_SHARES.length; type++) {
                int there = (int) Math.round(held * PLATFORM_SHARES[platform] * TYPE_SHARES[type] * spread(0.4));
                if (there > 0) {
                    to.held.add(new Held(first + town, platform, type, there));
                }
            }
        }
        int total = need.stream().mapToInt(Integer::intValue).sum();
        List<Integer> ceiling = List.of(ceiling(total, 0.45), ceiling(total, 0.75), ceiling(total, 0.16));
        return new Town("T" + (first + town), county, need, floor, ceiling);
    }

    private int ceiling(int need, double share) {
        boolean capped = random.nextInt(region.uneven() ? 2 : 3) == 0;
        return capped ? (int) (need * share * spread(region.uneven() ? 0.25 : 0.1)) : Integer.MAX_VALUE;
    }

    private double spread(double by) {
        return 1 - by + 2 * by * random.nextDouble();
    }

    private void pools(RegionBuilder to, List<List<Integer>> counties, double[] size, double posts) {
        for (int type = 0; type < TYPE_SHARES.length; type++) {
            double ofType = posts * TYPE_SHARES[type];
            Set<Integer> all = new HashSet<>();
            for (int county = 0; county < counties.size(); county++) {
                List<Integer> own = counties.get(county);
                double share = own.stream().mapToDouble(town -> size[town]).sum();
                Set<Integer> serves = new TreeSet<>();
                own.forEach(town -> serves.add(first + town));
                all.addAll(serves);
                pool(to, "P" + city + "-" + county + "-" + type, type, ofType * (1 - CITY_POOL) * share, serves);
            }
            pool(to, "P" + city + "-" + type, type, ofType * CITY_POOL, all);
        }
    }

    private void pool(RegionBuilder to, String id, int type, double posts, Set<Integer> serves) {
        int sizeWithReserve = (int) Math.round(posts * spread(0.3) / (1 - RESERVE.doubleValue()));
        to.pools.add(new Pool(id, type, sizeWithReserve, RESERVE, serves));
    }

    private void departments(RegionBuilder to, int county, List<Integer> own, int people) {
        double[] shares = random.doubles(DEPARTMENTS, 0.6, 1.6).toArray();
        double sum = java.util.Arrays.stream(shares).sum();
        for (int department = 0; department < DEPARTMENTS; department++) {
            int offered = (int) Math.round(people * shares[department] / sum);
            if (offered > 0) {
                department(to, "D" + city + "-" + county + "-" + department, department, own, offered);
            }
        }
    }

    private void department(RegionBuilder to, String id, int kind, List<Integer> own, int offered) {
        boolean floorHolds = random.nextInt(2) == 0;
        int others = (int) Math.round(offered * spread(0.6));
        int maySend = floorHolds ? (int) Math.round(offered * (0.75 + 0.2 * random.nextDouble())) : offered;
        to.departments.add(new Department(id, offered + others, offered + others - maySend));
        List<double[]> offices = new ArrayList<>();
        offices.add(near(seats[own.get(0)]));
        for (int branch = 0; branch < kind % 4; branch++) {
            offices.add(near(seats[own.get(random.nextInt(own.size()))]));
        }
        int usualType = random.nextInt(10) < 3 ? 0 : random.nextInt(10) < 9 ? 1 : 2;
        Set<Integer> skills = Set.of(kind % 4, (kind + kind / 4 + 1) % 4);
        for (int left = offered, block = 0; left > 0; block++) {
            int size = Math.min(left, blockSize());
            left -= size;
            int type = random.nextInt(4) == 0 ? random.nextInt(2) : usualType;
            Set<Integer> fits = random.nextInt(4) == 0 ? Set.of(kind % 4) : skills;
            double[] home = offices.get(random.nextInt(5) < 3 ? 0 : random.nextInt(offices.size()));
            long farthest = FARTHEST_KM[random.nextInt(FARTHEST_KM.length)] * 1_000L;
            to.blocks.add(new Block(
                    id + "-" + block, id, type, size, fits, destinations(own, home), Math.max(farthest, 8_000)));
        }
    }

    private double[] near(double[] seat) {
        return new double[] {seat[0] + random.nextDouble() - 0.5, seat[1] + random.nextDouble() - 0.5};
    }

    /** Small blocks are the most. */
    private int blockSize() {
        return 1 + Math.min(random.nextInt(region.largestBlock()), random.nextInt(region.largestBlock()));
    }

    private List<Destination> destinations(List<Integer> own, double[] home) {
        int closed = random.nextInt(20) == 0 ? own.get(random.nextInt(own.size())) : -1;
        List<Destination> reach = new ArrayList<>();
        for (int town : own) {
            if (town != closed) {
                double east = seats[town][0] - home[0];
                double north = seats[town][1] - home[1];
                reach.add(new Destination(
                        first + town, Math.round(1_000 * StrictMath.sqrt(east * east + north * north))));
            }
        }
        return reach;
    }
}
