package org.zhenjie.scenarios.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
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

    record CountyFact(String code, Name name) {}

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
                read("counties.csv", row -> new CountyFact(row.get("code"), name(row))),
                read("towns.csv", Facts::town),
                read("outline.csv", Facts::corner));
    }

    private static TownFact town(CSVRecord row) {
        return new TownFact(
                row.get("code"),
                name(row),
                TownKind.valueOf(row.get("kind")),
                row.get("county"),
                text(row, "seat_lon").map(lon -> new Coordinate(number(lon), number(row.get("seat_lat")))),
                row.get("seat_source"),
                text(row, "placed_near").map(code -> new Near(code, Compass.valueOf(row.get("placed_towards")))),
                text(row, "people").map(Long::parseLong).map(OptionalLong::of).orElse(OptionalLong.empty()),
                row.get("people_source"));
    }

    private static SketchCorner corner(CSVRecord row) {
        return new SketchCorner(
                new Coordinate(number(row.get("lon")), number(row.get("lat"))),
                row.get("side").equals("coast"));
    }

    private static Name name(CSVRecord row) {
        return new Name(row.get("name"), row.get("name_en"));
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }

    private static Optional<String> text(CSVRecord row, String column) {
        return Optional.of(row.get(column)).filter(text -> !text.isEmpty());
    }

    private static <T> List<T> read(String resource, Function<CSVRecord, T> row) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (InputStream in = Facts.class.getResourceAsStream(resource);
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            return format.parse(reader).stream().map(row).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
