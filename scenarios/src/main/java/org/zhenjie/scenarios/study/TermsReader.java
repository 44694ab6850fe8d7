package org.zhenjie.scenarios.study;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhenjie.scenarios.problem.Problems;
import org.zhenjie.scenarios.study.Duties.Duty;
import org.zhenjie.scenarios.study.Duties.Holding;
import org.zhenjie.scenarios.study.Records.Row;
import org.zhenjie.scenarios.study.TownTerms.Outside;
import org.zhenjie.scenarios.study.TownTerms.OutsideLimit;
import org.zhenjie.scenarios.study.TownTerms.Power;
import org.zhenjie.scenarios.study.TownTerms.Retirement;
import org.zhenjie.scenarios.study.TownTerms.TownPower;
import org.zhenjie.scenarios.study.TownTerms.TownSkill;

/** Reads powers, skills held in towns, staff outside establishment, retirements and duties. */
final class TermsReader {
    private static final int MOST = StudyConfigReader.MOST_POSTS;
    private static final int MOST_MONEY = 1_000_000_000;

    private final Problems problems;

    TermsReader(Problems problems) {
        this.problems = problems;
    }

    List<Power> powers(Records records) {
        List<Power> powers = new ArrayList<>();
        if (!records.require("id", "name", "skill", "people")) {
            return powers;
        }
        Map<String, Long> seen = new HashMap<>();
        for (Row row : records.rows()) {
            powers.add(new Power(
                    records.key(row, "id", seen),
                    records.name(row),
                    records.text(row, "skill"),
                    records.whole(row, "people", 0, MOST),
                    records.optionalWhole(row, "cases", 0, MOST).orElse(0)));
        }
        return powers;
    }

    /** The powers that towns take already. */
    List<TownPower> townPowers(Records records, Known towns) {
        List<TownPower> taken = new ArrayList<>();
        if (records.has("id") && records.has("towns")) {
            for (Row row : records.rows()) {
                records.references(row, "towns", towns)
                        .forEach(town -> taken.add(new TownPower(records.cell(row, "id"), town, false)));
            }
        }
        return taken;
    }

    List<TownSkill> skills(Records records, Known towns, Known skills) {
        List<TownSkill> held = new ArrayList<>();
        if (!records.require("town", "skill", "people")) {
            return held;
        }
        Map<List<String>, Long> seen = new HashMap<>();
        for (Row row : records.rows()) {
            String town = records.reference(row, "town", towns);
            String skill = records.text(row, "skill");
            if (skills.lacks(skill)) {
                problems.warning(skills.problem(), records.where(row, "skill"), skills.examples());
            }
            once(records, row, seen, List.of(town, skill));
            held.add(new TownSkill(town, skill, records.whole(row, "people", 0, MOST)));
        }
        return held;
    }

    List<Outside> outside(Records records, Known towns) {
        List<Outside> staff = new ArrayList<>();
        if (!records.require("town", "people", "unit_cost")) {
            return staff;
        }
        Map<String, Long> seen = new HashMap<>();
        for (Row row : records.rows()) {
            records.key(row, "town", seen);
            staff.add(new Outside(
                    records.reference(row, "town", towns),
                    records.whole(row, "people", 0, MOST),
                    records.whole(row, "unit_cost", 0, MOST_MONEY),
                    money(records, row, "services").orElse(0L),
                    false));
        }
        return staff;
    }

    List<OutsideLimit> outsideLimits(Records records, Known units) {
        List<OutsideLimit> limits = new ArrayList<>();
        if (!records.require("unit")) {
            return limits;
        }
        Map<String, Long> seen = new HashMap<>();
        for (Row row : records.rows()) {
            records.key(row, "unit", seen);
            limits.add(new OutsideLimit(
                    records.reference(row, "unit", units),
                    records.optionalWhole(row, "people", 0, MOST).orElse(Integer.MAX_VALUE),
                    money(records, row, "budget").orElse(Long.MAX_VALUE)));
        }
        return limits;
    }

    List<Retirement> retirements(Records records, Known towns, Known platforms, Known quotaTypes, Known pools) {
        List<Retirement> all = new ArrayList<>();
        if (!records.require("town", "platform", "quota_type", "year", "people")) {
            return all;
        }
        for (Row row : records.rows()) {
            Optional<String> pool =
                    records.has("pool") && !records.cell(row, "pool").isEmpty()
                            ? Optional.of(records.reference(row, "pool", pools))
                            : Optional.empty();
            all.add(new Retirement(
                    records.reference(row, "town", towns),
                    records.reference(row, "platform", platforms),
                    records.reference(row, "quota_type", quotaTypes),
                    records.whole(row, "year", 1900, 2999),
                    records.whole(row, "people", 0, MOST),
                    pool));
        }
        return all;
    }

    List<Duty> duties(Records records, Known platforms) {
        List<Duty> duties = new ArrayList<>();
        if (!records.require("id", "name", "platform", "hours")) {
            return duties;
        }
        Map<String, Long> seen = new HashMap<>();
        for (Row row : records.rows()) {
            duties.add(new Duty(
                    records.key(row, "id", seen),
                    records.name(row),
                    records.reference(row, "platform", platforms),
                    records.decimal(row, "hours", "0", "10000000000")));
        }
        return duties;
    }

    List<Holding> holdings(Records records, Known duties, Known holders) {
        List<Holding> holdings = new ArrayList<>();
        if (!records.require("duty", "holder", "share")) {
            return holdings;
        }
        Map<List<String>, Long> seen = new HashMap<>();
        for (Row row : records.rows()) {
            String duty = records.reference(row, "duty", duties);
            String holder = records.reference(row, "holder", holders);
            once(records, row, seen, List.of(duty, holder));
            BigDecimal share = records.decimal(row, "share", "0", "1");
            if (share.stripTrailingZeros().scale() > Duties.SHARE_DIGITS) {
                problems.error("duty.digits", records.where(row, "share"), Duties.SHARE_DIGITS);
            }
            holdings.add(new Holding(duty, holder, share));
        }
        return holdings;
    }

    private static Optional<Long> money(Records records, Row row, String thing) {
        return records.optionalDecimal(row, thing, "0", "1000000000000")
                .map(money -> money.setScale(0, RoundingMode.DOWN).longValueExact());
    }

    private void once(Records records, Row row, Map<List<String>, Long> seen, List<String> key) {
        Long first = seen.putIfAbsent(key, row.number());
        if (first != null) {
            problems.error("terms.twice", records.where(row), first);
        }
    }
}
