package org.zhenjie.gis.codes;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.zhenjie.gis.coverage.Finding;
import org.zhenjie.gis.coverage.Repair;

/**
 * What is wrong with the codes and names of units. How codes are built is only looked at where more than half of them are
 * official ones, so that layers with codes of their own are left in peace.
 */
public final class CodeCheck {
    private final List<CodedUnit> units;
    private final Optional<OfficialCodes> table;
    private final List<Finding> findings = new ArrayList<>();

    private CodeCheck(List<CodedUnit> units, Optional<OfficialCodes> table) {
        this.units = units;
        this.table = table;
    }

    /** What is wrong, in {@link Finding#ORDER}; places are points inside the units. */
    public static List<Finding> of(List<CodedUnit> units, Optional<OfficialCodes> table) {
        CodeCheck check = new CodeCheck(units, table);
        check.missingAndDuplicate();
        long official =
                units.stream().filter(unit -> UnitCode.isOfficial(unit.code())).count();
        if (official * 2 > units.size()) {
            check.structure();
            check.againstTable();
        }
        check.findings.sort(Finding.ORDER);
        return List.copyOf(check.findings);
    }

    private void missingAndDuplicate() {
        Map<String, List<Integer>> byCode = new TreeMap<>();
        for (int i = 0; i < units.size(); i++) {
            byCode.computeIfAbsent(UnitCode.shortest(units.get(i).code()), code -> new ArrayList<>())
                    .add(i);
        }
        byCode.forEach((code, having) -> {
            if (code.isEmpty()) {
                having.forEach(unit -> add(Finding.Kind.CODE_MISSING, unit));
            } else if (having.size() > 1) {
                add(Finding.Kind.CODE_DUPLICATE, having, place(having.get(0)), code);
            }
        });
    }

    private void structure() {
        Set<Integer> lengths = usualLengths();
        each(unit -> !unit.code().isEmpty(), (i, unit) -> {
            boolean built = UnitCode.isOfficial(unit.code())
                    && lengths.contains(unit.code().length());
            if (!built) {
                add(Finding.Kind.CODE_STRUCTURE, i, unit.code());
            } else {
                unit.county()
                        .filter(county ->
                                UnitCode.isOfficial(county) && !unit.code().startsWith(county))
                        .ifPresent(county -> add(Finding.Kind.CODE_PREFIX, i, unit.code(), county));
                Optional<UnitCode.Kind> byCode = UnitCode.kind(unit.code()).filter(kind -> kind != UnitCode.Kind.OTHER);
                Optional<UnitCode.Kind> byName = UnitCode.Kind.of(plain(unit.name()));
                if (byCode.isPresent() && byName.isPresent() && !byCode.equals(byName)) {
                    add(Finding.Kind.CODE_KIND, i, unit.code(), byCode.get().name());
                }
            }
        });
    }

    /** The length that most official codes of the layer have. */
    private Set<Integer> usualLengths() {
        Map<Integer, Integer> counts = new TreeMap<>();
        each(
                unit -> UnitCode.isOfficial(unit.code()),
                (i, unit) -> counts.merge(unit.code().length(), 1, Integer::sum));
        int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        Set<Integer> usual = new HashSet<>(counts.keySet());
        usual.removeIf(length -> counts.get(length) < most);
        return usual;
    }

    private void againstTable() {
        table.ifPresent(official -> {
            Set<String> had = new HashSet<>();
            boolean hasTowns = official.hasLength(9);
            each(unit -> UnitCode.isOfficial(unit.code()), (i, unit) -> {
                String code = UnitCode.shortest(unit.code());
                had.add(code);
                if (code.length() == 9 && !hasTowns) {
                    if (official.name(UnitCode.county(code)).isEmpty()) {
                        add(Finding.Kind.CODE_UNKNOWN, i, unit.code());
                    }
                } else if (official.hasLength(code.length())) {
                    compare(i, unit, official.name(code));
                }
            });
            absent(official, had);
        });
    }

    private void compare(int i, CodedUnit unit, Optional<String> official) {
        if (official.isEmpty()) {
            add(Finding.Kind.CODE_UNKNOWN, i, unit.code());
        } else if (!unit.name().isEmpty() && !plain(unit.name()).equals(plain(official.get()))) {
            add(Finding.Kind.NAME_DIFFERS, i, unit.code(), unit.name(), official.get());
        }
    }

    /** Codes of the table beside those that the units have: towns of the same counties, counties of the same cities. */
    private void absent(OfficialCodes official, Set<String> had) {
        Set<String> parents = new HashSet<>();
        had.forEach(code -> parents.add(parent(code)));
        official.names().forEach((code, name) -> {
            boolean group = code.length() == 6 && code.endsWith("00");
            if (!group && !had.contains(code) && parents.contains(parent(code))) {
                Geometry nowhere = new GeometryFactory().createPoint();
                add(Finding.Kind.CODE_ABSENT, List.of(), nowhere, code, name);
            }
        });
    }

    private static String parent(String code) {
        return code.length() == 6 ? code.substring(0, 4) : UnitCode.county(code);
    }

    /** Names are one whatever the width of their characters, and with or without the office of a street. */
    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("\\s+", "")
                .replaceFirst("街道办事处$", "街道");
    }

    private interface Visit {
        void at(int index, CodedUnit unit);
    }

    private void each(Predicate<CodedUnit> which, Visit visit) {
        for (int i = 0; i < units.size(); i++) {
            if (which.test(units.get(i))) {
                visit.at(i, units.get(i));
            }
        }
    }

    private void add(Finding.Kind kind, int unit, Object... facts) {
        add(kind, List.of(unit), place(unit), facts);
    }

    private void add(Finding.Kind kind, List<Integer> having, Geometry place, Object... facts) {
        findings.add(new Finding(kind, having, place, 0, List.of(facts), new Repair.ByHand()));
    }

    private Geometry place(int unit) {
        return units.get(unit).geometry().getInteriorPoint();
    }
}
