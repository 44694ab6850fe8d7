package org.zhenjie.scenarios.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import org.zhenjie.scenarios.sample.Territory.Area;
import org.zhenjie.scenarios.study.Name;

/** Made places that serve people: halls and stations near the seat, clinics and schools where people live. */
final class ServicePoints {
    private static final double PEOPLE_PER_CLINIC = 45_000;
    private static final double PEOPLE_PER_SCHOOL = 13_000;
    private static final double NEAR_KM = 1.5;

    private final Plane plane;
    private final Random dice;
    private final List<Place> places = new ArrayList<>();

    private ServicePoints(Plane plane, Random dice) {
        this.plane = plane;
        this.dice = dice;
    }

    /** A place; {@code lonLat}: inside its town. */
    record Place(String id, Name name, String kind, String town, Coordinate lonLat) {}

    static List<Place> of(Plane plane, List<Indicators> towns, Random dice) {
        ServicePoints points = new ServicePoints(plane, dice);
        towns.forEach(points::town);
        return points.places;
    }

    private void town(Indicators town) {
        Area area = town.area();
        IndexedPointInAreaLocator inside = new IndexedPointInAreaLocator(area.boundary());
        add(area, "service-hall", "便民服务大厅", "Service Hall", near(area, inside));
        add(area, "police-station", "派出所", "Police Station", near(area, inside));
        int clinics = (int) Math.max(1, Math.rint(town.people() / PEOPLE_PER_CLINIC));
        for (int i = 0; i < clinics; i++) {
            String zh = i == 0 ? "卫生院" : "第" + chinese(i + 1) + "卫生院";
            String en = i == 0 ? "Clinic" : "No. " + (i + 1) + " Clinic";
            add(area, "clinic", zh, en, i == 0 ? near(area, inside) : anywhere(area, inside));
        }
        int schools = (int) Math.max(2, Math.rint(town.people() / PEOPLE_PER_SCHOOL));
        for (int i = 0; i < schools; i++) {
            Coordinate place = i == 0 ? near(area, inside) : anywhere(area, inside);
            add(area, "school", "第" + chinese(i + 1) + "学校", "No. " + (i + 1) + " School", place);
        }
    }

    private void add(Area town, String kind, String zh, String en, Coordinate place) {
        String id = String.format(java.util.Locale.ROOT, "P%04d", places.size() + 1);
        Name name = new Name(town.fact().name().zh() + zh, town.fact().name().en() + " " + en);
        places.add(new Place(id, name, kind, town.fact().code(), place));
    }

    private Coordinate near(Area town, IndexedPointInAreaLocator inside) {
        Coordinate seat = plane.toKm(town.seat());
        while (true) {
            double angle = dice.nextDouble() * 2 * Math.PI;
            double reach = NEAR_KM * dice.nextDouble();
            Coordinate place = plane.toLonLat(
                    new Coordinate(seat.x + reach * StrictMath.cos(angle), seat.y + reach * StrictMath.sin(angle)));
            if (inside.locate(place) == Location.INTERIOR) {
                return place;
            }
        }
    }

    /** A place in the town, twice as often nearer to the seat than not. */
    private Coordinate anywhere(Area town, IndexedPointInAreaLocator inside) {
        Envelope box = town.boundary().getEnvelopeInternal();
        Coordinate best = null;
        for (int found = 0; found < 2; ) {
            Coordinate place = new Coordinate(
                    Plane.round(box.getMinX() + dice.nextDouble() * box.getWidth()),
                    Plane.round(box.getMinY() + dice.nextDouble() * box.getHeight()));
            if (inside.locate(place) == Location.INTERIOR) {
                found++;
                best = best == null || place.distance(town.seat()) < best.distance(town.seat()) ? place : best;
            }
        }
        return best;
    }

    private static String chinese(int number) {
        String digits = "零一二三四五六七八九";
        int tens = number / 10;
        String head = tens == 0 ? "" : (tens == 1 ? "" : digits.substring(tens, tens + 1)) + "十";
        int unit = number % 10;
        return head + (unit == 0 ? "" : digits.substring(unit, unit + 1));
    }
}
