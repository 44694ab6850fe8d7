package org.zhenjie.gis.report;

import static org.zhenjie.gis.problem.GisMessages.BUNDLE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.zhenjie.gis.coverage.Finding;
import org.zhenjie.gis.coverage.Repair;
import org.zhenjie.gis.crs.Crs;
import org.zhenjie.gis.crs.EqualArea;
import org.zhenjie.gis.crs.GeometryTransform;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Severity;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.gis.write.OutFeature;
import org.zhenjie.gis.write.OutField;
import org.zhenjie.gis.write.OutLayer;

/**
 * The findings of one layer, with what people call its units.
 *
 * @param file path as the user wrote it
 * @param layer name of the layer
 * @param crsCode code of the system that the findings' places are in
 * @param units what the units are called, by the indices of the findings
 * @param findings in {@link Finding#ORDER}
 */
public record LayerFindings(String file, String layer, String crsCode, List<Unit> units, List<Finding> findings) {
    private static final int MOST_OF_A_KIND = 10;
    private static final int MOST_UNITS_NAMED = 12;

    private static final List<OutField> FIELDS = List.of(
            new OutField("kind", String.class),
            new OutField("size_m2", Double.class),
            new OutField("units", String.class),
            new OutField("rows", String.class),
            new OutField("message", String.class),
            new OutField("repair", String.class),
            new OutField("to_unit", String.class));

    public LayerFindings {
        units = List.copyOf(units);
        findings = List.copyOf(findings);
    }

    /**
     * What a unit is called.
     *
     * @param row number of its feature in the file, from 1
     * @param code its code; empty where none is known
     * @param name its name; empty where none is known
     */
    public record Unit(long row, String code, String name) {
        /** Code and name, or the feature's number with a #. */
        public String label() {
            String known = (code + " " + name).strip();
            return known.isEmpty() ? "#" + row : known;
        }
    }

    /**
     * A finding as people are told of it.
     *
     * @param problem what it is, its place in degrees
     * @param units what all units concerned are called
     * @param repair name of the proposed repair, as in a layer of findings; {@code BY_HAND} where people have to decide
     * @param taker the unit that the repair gives the area to
     */
    public record Told(Finding finding, Problem problem, List<String> units, String repair, Optional<String> taker) {
        public Told {
            units = List.copyOf(units);
        }

        /** What it is, without the file that it is in. */
        public String message(Locale locale) {
            return problem.at(Where.nowhere()).text(locale);
        }
    }

    /** How many findings there are of a kind, and how large they are together, m². */
    public record Sum(Finding.Kind kind, int count, double squareMetres) {}

    /** The findings counted, in the order of the kinds; kinds that were not found are left out. */
    public List<Sum> sums() {
        return findings.stream()
                .collect(Collectors.groupingBy(
                        Finding::kind, () -> new EnumMap<>(Finding.Kind.class), Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> new Sum(
                        entry.getKey(),
                        entry.getValue().size(),
                        entry.getValue().stream()
                                .mapToDouble(Finding::squareMetres)
                                .sum()))
                .toList();
    }

    /** The same but for a kind that is told elsewhere. */
    public LayerFindings without(Finding.Kind kind) {
        List<Finding> others =
                findings.stream().filter(finding -> finding.kind() != kind).toList();
        return new LayerFindings(file, layer, crsCode, units, others);
    }

    /** The findings for people: of each kind the ten largest, and how many more there are. */
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        GeometryTransform toDegrees = toDegrees();
        for (Sum sum : sums()) {
            findings.stream()
                    .filter(finding -> finding.kind() == sum.kind())
                    .limit(MOST_OF_A_KIND)
                    .forEach(finding -> problems.add(problem(finding, toDegrees)));
            if (sum.count() > MOST_OF_A_KIND) {
                problems.add(new Problem(
                        severity(sum.kind()),
                        BUNDLE,
                        key(sum.kind()) + ".more",
                        Where.file(file),
                        List.of(sum.count() - MOST_OF_A_KIND, Math.round(sum.squareMetres()))));
            }
        }
        return problems;
    }

    /** All findings as people are told of them, in their order. */
    public List<Told> told() {
        GeometryTransform toDegrees = toDegrees();
        return findings.stream()
                .map(finding -> new Told(
                        finding,
                        problem(finding, toDegrees),
                        labels(finding, Integer.MAX_VALUE),
                        repairName(finding.repair()),
                        taker(finding.repair())))
                .toList();
    }

    /** The findings as a layer to write, in {@link #crsCode()}; texts are in the language, names of fields are not. */
    public OutLayer toLayer(String name, Locale locale) {
        List<OutFeature> features =
                told().stream().map(told -> feature(told, locale)).toList();
        return new OutLayer(name, crsCode, FIELDS, features);
    }

    private GeometryTransform toDegrees() {
        var crs = Crs.decode(crsCode);
        return Crs.between(crs, EqualArea.base(crs));
    }

    private OutFeature feature(Told told, Locale locale) {
        Finding finding = told.finding();
        String rows = finding.units().stream()
                .map(unit -> String.valueOf(units.get(unit).row()))
                .collect(Collectors.joining(";"));
        return new OutFeature(
                finding.place().isEmpty() ? null : finding.place(),
                Arrays.asList(
                        finding.kind().name(),
                        Math.round(finding.squareMetres() * 1000) / 1000.0,
                        String.join("; ", told.units()),
                        rows,
                        told.message(locale),
                        told.repair(),
                        told.taker().orElse(null)));
    }

    /** A finding for people; its place is named in degrees. */
    private Problem problem(Finding finding, GeometryTransform toDegrees) {
        Where where = Where.file(file);
        if (finding.units().size() == 1) {
            where = where.row(units.get(finding.units().get(0)).row());
        }
        List<Object> args = new ArrayList<>();
        args.add(degrees(finding.place(), toDegrees));
        args.add(Math.round(finding.squareMetres()));
        args.add(labels(finding, MOST_UNITS_NAMED));
        args.addAll(finding.facts());
        Optional<String> taker = taker(finding.repair());
        taker.ifPresent(args::add);
        String key = taker.isPresent() ? givingKey(finding.kind()) : key(finding.kind());
        return new Problem(severity(finding.kind()), BUNDLE, key, where, args);
    }

    private List<String> labels(Finding finding, int most) {
        List<String> labels = finding.units().stream()
                .limit(most)
                .map(unit -> units.get(unit).label())
                .collect(Collectors.toCollection(ArrayList::new));
        if (finding.units().size() > most) {
            labels.add("…");
        }
        return labels;
    }

    private Optional<String> taker(Repair repair) {
        if (repair instanceof Repair.GiveOverlap give) {
            return Optional.of(units.get(give.to()).label());
        }
        return repair instanceof Repair.FillGap fill
                ? Optional.of(units.get(fill.to()).label())
                : Optional.empty();
    }

    static String degrees(Geometry place, GeometryTransform toDegrees) {
        if (place.isEmpty()) {
            return "";
        }
        Coordinate inside = toDegrees.apply(place.getInteriorPoint()).getCoordinate();
        return String.format(Locale.ROOT, "%.6f, %.6f", inside.x, inside.y);
    }

    /** What may well be meant is no more than a note. */
    private static Severity severity(Finding.Kind kind) {
        return switch (kind) {
            case EXCLAVE, MULTI_PART, CODE_KIND, CODE_ABSENT, DUPLICATE_VERTICES -> Severity.NOTE;
            default -> Severity.WARNING;
        };
    }

    /** The repair's name in a layer of findings. */
    static String repairName(Repair repair) {
        if (repair instanceof Repair.MakeValid) {
            return "MAKE_VALID";
        } else if (repair instanceof Repair.DropVertices) {
            return "DROP_VERTICES";
        } else if (repair instanceof Repair.Snap) {
            return "SNAP";
        } else if (repair instanceof Repair.GiveOverlap) {
            return "GIVE_OVERLAP";
        }
        return repair instanceof Repair.FillGap ? "FILL_GAP" : "BY_HAND";
    }

    private static String givingKey(Finding.Kind kind) {
        return switch (kind) {
            case OVERLAP -> "coverage.overlap.give";
            case GAP -> "coverage.gap.give";
            case SLIVER -> "coverage.sliver.give";
            default -> throw new IllegalStateException(kind + " has nothing to give");
        };
    }

    private static String key(Finding.Kind kind) {
        return switch (kind) {
            case EMPTY -> "coverage.empty";
            case INVALID_RING -> "coverage.invalidRing";
            case DUPLICATE_VERTICES -> "coverage.duplicateVertices";
            case OVERLAP -> "coverage.overlap";
            case GAP -> "coverage.gap";
            case SLIVER -> "coverage.sliver";
            case MISMATCH -> "coverage.mismatch";
            case EXCLAVE -> "coverage.exclave";
            case MULTI_PART -> "coverage.multiPart";
            case OUTSIDE_COUNTY -> "coverage.outsideCounty";
            case POINT_OUTSIDE -> "coverage.pointOutside";
            case CODE_MISSING -> "codes.missing";
            case CODE_DUPLICATE -> "codes.duplicate";
            case CODE_STRUCTURE -> "codes.structure";
            case CODE_PREFIX -> "codes.prefix";
            case CODE_KIND -> "codes.kind";
            case CODE_UNKNOWN -> "codes.unknown";
            case CODE_ABSENT -> "codes.absent";
            case NAME_DIFFERS -> "codes.nameDiffers";
        };
    }
}
