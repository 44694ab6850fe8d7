package org.zhenjie.scenarios.sample;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.commons.csv.CSVRecord;
import org.locationtech.jts.geom.Coordinate;
import org.zhenjie.scenarios.study.Name;
import org.zhenjie.scenarios.study.TownKind;

/**
 * What is known of a city: names, codes, kinds, seats and people as far as public sources have them, each with its source.
 * What is missing is made up later and marked {@link #MADE}.
 */
record Facts(List<CountyFact> counties, List<TownFact> towns, List<SketchCorner> sketch) {
    /** Mark of a value that the generator made up. */
    static final String MADE = "made";

    Facts {
        counties = List.copyOf(counties);
        towns = List.copyOf(towns);
        sketch = List.copyOf(sketch);
    }

    /** A corner of the rough sketch of the outline (made); {@code coast}: the side that starts here runs along the sea. */
    record SketchCorner(Coordinate lonLat, boolean coast) {}

    /** A county; {@code seatTown}: code of the town that its departments work in. */
    record CountyFact(String code, Name name, String seatTown) {}

    /**
     * A township-level unit.
     *
     * @param seat longitude and latitude, WGS-84
     * @param near where a missing seat is placed
     */
    record TownFact(
            String code,
            Name name,
            TownKind kind,
            String county,
            Optional<Coordinate> seat,
            String seatSource,
            Optional<Near> near,
            OptionalLong people,
            String peopleSource) {}

    /** Near to another town of known seat, in a direction (made; the direction follows from the name where it says one). */
    record Near(String code, Compass towards) {}

    /** Directions, counter-clockwise from the east. */
    enum Compass {
        E,
        NE,
        N,
        NW,
        W,
        SW,
        S,
        SE;

        /** Radians from the east, counter-clockwise. */
        double angle() {
            return ordinal() * Math.PI / 4;
        }
    }

    /** The 51 units of the sample study. */
    static Facts haibin() {
        return new Facts(
                Resource.rows(
                        "counties.csv",
                        row -> new CountyFact(row.get("code"), Resource.name(row), row.get("seat_town"))),
                Resource.rows("towns.csv", Facts::town),
                Resource.rows("outline.csv", Facts::corner));
    }

    private static TownFact town(CSVRecord row) {
        return new TownFact(
                row.get("code"),
                Resource.name(row),
                TownKind.valueOf(row.get("kind")),
                row.get("county"),
                Resource.cell(row, "seat_lon").map(lon -> lonLat(row, "seat_lon", "seat_lat")),
                row.get("seat_source"),
                Resource.cell(row, "placed_near")
                        .map(code -> new Near(code, Compass.valueOf(row.get("placed_towards")))),
                Resource.cell(row, "people")
                        .map(Long::parseLong)
                        .map(OptionalLong::of)
                        .orElse(OptionalLong.empty()),
                row.get("people_source"));
    }

    private static SketchCorner corner(CSVRecord row) {
        return new SketchCorner(lonLat(row, "lon", "lat"), row.get("side").equals("coast"));
    }

    private static Coordinate lonLat(CSVRecord row, String lon, String lat) {
        return new Coordinate(Resource.number(row, lon), Resource.number(row, lat));
    }
}
