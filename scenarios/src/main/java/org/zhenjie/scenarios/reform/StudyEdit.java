package org.zhenjie.scenarios.reform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.locationtech.jts.geom.Geometry;
import org.zhenjie.gis.edit.Coverage;
import org.zhenjie.gis.edit.Lineage;
import org.zhenjie.gis.edit.People;
import org.zhenjie.scenarios.study.Study;
import org.zhenjie.scenarios.study.Study.Decision;
import org.zhenjie.scenarios.study.Study.Department;
import org.zhenjie.scenarios.study.Study.Held;
import org.zhenjie.scenarios.study.Study.Institution;
import org.zhenjie.scenarios.study.Study.Pool;
import org.zhenjie.scenarios.study.Study.StaffBlock;
import org.zhenjie.scenarios.study.Study.Town;
import org.zhenjie.scenarios.study.Study.Zone;
import org.zhenjie.scenarios.study.TownTerms;

/** A copy of the parts of a study that reforms change, while they change it. */
final class StudyEdit {
    private final Study origin;
    final List<Town> towns;
    final List<Zone> zones;
    final List<Held> held;
    final List<Pool> pools;
    final List<Department> departments;
    final List<StaffBlock> blocks;
    final List<Institution> institutions;
    final List<Decision> decisions;
    TownTerms terms;
    final Map<String, Integer> ledger;

    StudyEdit(Study origin) {
        this.origin = origin;
        this.towns = new ArrayList<>(origin.towns());
        this.zones = new ArrayList<>(origin.zones());
        this.held = new ArrayList<>(origin.held());
        this.pools = new ArrayList<>(origin.pools());
        this.departments = new ArrayList<>(origin.departments());
        this.blocks = new ArrayList<>(origin.blocks());
        this.institutions = new ArrayList<>(origin.institutions());
        this.decisions = new ArrayList<>(origin.decisions());
        this.terms = origin.terms();
        this.ledger = new TreeMap<>(origin.ledger());
    }

    /** The study as it is now. */
    Study study() {
        return new Study(
                origin.name(),
                origin.note(),
                origin.crs(),
                origin.platforms(),
                origin.quotaTypes(),
                origin.serviceKinds(),
                origin.counties(),
                towns,
                zones,
                origin.servicePoints(),
                origin.ground(),
                origin.attributeRules(),
                held,
                pools,
                departments,
                blocks,
                institutions,
                origin.teamStaff(),
                origin.norms(),
                origin.floors(),
                origin.ceilings(),
                origin.policy(),
                origin.indicatorSets(),
                decisions,
                terms,
                ledger);
    }

    /** How people lie over the land, as settlements tell. */
    People people() {
        return People.at(origin.ground().settlements().stream()
                .map(one -> new People.Settlement(one.location(), one.people()))
                .toList());
    }

    /** The boundaries of the towns. */
    Coverage coverage() {
        Map<String, Geometry> units = new LinkedHashMap<>();
        towns.forEach(town -> units.put(town.code(), town.boundary()));
        return new Coverage(units);
    }

    /** What the towns inherit by a lineage that begins with the towns as they are now. */
    Inheritance inheritance(Lineage lineage) {
        return new Inheritance(lineage, towns, origin.attributeRules());
    }

    /** The metric CRS of all geometry. */
    String crs() {
        return origin.crs();
    }

    Optional<Town> town(String code) {
        return towns.stream().filter(town -> town.code().equals(code)).findFirst();
    }

    Optional<Pool> pool(String id) {
        return pools.stream().filter(pool -> pool.id().equals(id)).findFirst();
    }

    Optional<Zone> zone(String code) {
        return zones.stream().filter(zone -> zone.code().equals(code)).findFirst();
    }

    void replaceTown(String code, UnaryOperator<Town> change) {
        towns.replaceAll(town -> town.code().equals(code) ? change.apply(town) : town);
    }

    /** Units of towns that are gone belong to another town from now on. */
    void renameTowns(Set<String> gone, String code) {
        institutions.replaceAll(unit ->
                unit.town().filter(gone::contains).isPresent() ? unit.under(unit.county(), Optional.of(code)) : unit);
    }

    void resizePool(String id, int size) {
        pools.replaceAll(pool -> pool.id().equals(id) ? pool.withSize(size) : pool);
    }
}
