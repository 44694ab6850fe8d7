package org.zhenjie.scenarios.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.zhenjie.scenarios.access.Demand.Point;
import org.zhenjie.scenarios.study.Study;
import org.zhenjie.scenarios.study.Study.ServiceKind;
import org.zhenjie.scenarios.study.Study.ServicePoint;
import org.zhenjie.scenarios.study.Study.Town;
import org.zhenjie.scenarios.travel.Measure;
import org.zhenjie.scenarios.travel.Place;
import org.zhenjie.scenarios.travel.Ways;

/**
 * Access of residents to service points of one kind, by town. Every point counts, be it in the town or in another one.
 *
 * <p>The supply for each resident is that of the two-step floating catchment (2SFCA; Radke and Mu 2000, Luo and Wang 2003): the
 * supply of each point is divided by the people within its reach, and at each place the quotients of the points within reach
 * are summed.
 *
 * @param towns one for each town of the study
 */
public record Access(List<Sums> towns) {

    public Access {
        towns = List.copyOf(towns);
    }

    /**
     * What the residents of a town have; sums, so that those of several towns add up.
     *
     * @param people residents
     * @param reached residents within reach of any point
     * @param connected residents from whom there is a way to any point
     * @param travel sum over these of the length of the way to the nearest point, km or minutes
     * @param supply sum over all residents of the supply for each
     */
    public record Sums(double people, double reached, double connected, double travel, double supply) {
        /** Nobody. */
        public static final Sums NONE = new Sums(0, 0, 0, 0, 0);

        /** The sums of both. */
        public Sums plus(Sums other) {
            return new Sums(
                    people + other.people,
                    reached + other.reached,
                    connected + other.connected,
                    travel + other.travel,
                    supply + other.supply);
        }

        /** Share of residents within reach, 0 to 1; empty where nobody lives. */
        public OptionalDouble reach() {
            return ratio(reached, people);
        }

        /** Mean length of the way to the nearest point, km or minutes; empty where nobody has a way. */
        public OptionalDouble nearest() {
            return ratio(travel, connected);
        }

        /** Supply for 1,000 residents; empty where nobody lives. */
        public OptionalDouble supplyPerThousand() {
            return ratio(supply * 1000, people);
        }

        private static OptionalDouble ratio(double part, double whole) {
            return whole > 0 ? OptionalDouble.of(part / whole) : OptionalDouble.empty();
        }
    }

    /** The access to all kinds of service points of a study. */
    public static final class Survey {
        private static final double METRES_PER_KM = 1000;

        private final Study study;
        private final Demand demand;
        private final List<Place> places;

        /** Where people are is found once for all kinds. */
        public Survey(Study study) {
            this.study = study;
            this.demand = Demand.of(study);
            this.places = demand.points().stream().map(Point::place).toList();
        }

        /** The access to one kind. */
        public Access of(ServiceKind kind) {
            double[] nearest = new double[places.size()];
            Arrays.fill(nearest, Double.POSITIVE_INFINITY);
            double[] supply = new double[places.size()];
            for (ServicePoint point : study.servicePoints()) {
                if (point.kind().equals(kind.id())) {
                    count(point, kind, nearest, supply);
                }
            }
            return new Access(inTowns(kind, nearest, supply));
        }

        private void count(ServicePoint point, ServiceKind kind, double[] nearest, double[] supply) {
            double[] lengths = study.ground().ways().lengths(point.place(), places, kind.measure());
            double catchment = 0;
            for (int i = 0; i < lengths.length; i++) {
                nearest[i] = Math.min(nearest[i], lengths[i]);
                catchment += lengths[i] <= kind.reach() ? demand.points().get(i).people() : 0;
            }
            for (int i = 0; i < lengths.length && catchment > 0; i++) {
                supply[i] += lengths[i] <= kind.reach() ? point.supply() / catchment : 0;
            }
        }

        private List<Sums> inTowns(ServiceKind kind, double[] nearest, double[] supply) {
            double[][] sums = new double[study.towns().size()][4];
            for (int i = 0; i < nearest.length; i++) {
                Point point = demand.points().get(i);
                double[] sum = sums[point.town()];
                sum[0] += nearest[i] <= kind.reach() ? point.people() : 0;
                if (nearest[i] < Double.POSITIVE_INFINITY) {
                    sum[1] += point.people();
                    sum[2] += point.people() * nearest[i];
                }
                sum[3] += point.people() * supply[i];
            }
            boolean straight = study.ground().ways().equals(Ways.STRAIGHT) && kind.measure() == Measure.METRES;
            double unit = kind.measure() == Measure.METRES ? METRES_PER_KM : 1;
            ServiceReach circles = new ServiceReach(study, kind.id());
            List<Sums> towns = new ArrayList<>();
            for (int i = 0; i < sums.length; i++) {
                Town town = study.towns().get(i);
                // people who live evenly: the exact share of the area in place of a grid
                double reached =
                        straight && !demand.settled().get(i) ? town.people() * circles.share(town) : sums[i][0];
                towns.add(new Sums(town.people(), reached, sums[i][1], sums[i][2] / unit, sums[i][3]));
            }
            return towns;
        }
    }
}
